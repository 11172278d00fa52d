// The player when it cannot, does not tell, or is gone.

import { expect, test } from '../journey.ts';
import { SECOND } from '../world/time.ts';

const STATE = 'GET /v1/me/player';

test.beforeEach(async ({ time, listener }) => {
  await time.takeInHand();
  await listener.signIn('/top');
  await listener.seesTop();
});

test('what plays is looked at every five seconds while it is seen, and not while it is not', async ({
  page,
  listener,
  player,
  spotify,
  calls,
  time,
}) => {
  await spotify.act({ device: 'Kitchen speaker', playing: true });
  await page.reload();
  await listener.seesTop();
  await expect(player.control('Pause')).toBeVisible();
  await calls.fromNow();
  for (const looks of [1, 2, 3]) {
    await time.passes(5.2 * SECOND);
    await expect.poll(() => calls.ofTheApi()).toBe(looks);
  }
  await calls.were({ [STATE]: 3 });
  await listener.turnsAway();
  await calls.fromNow();
  await time.passes(120 * SECOND);
  expect(await calls.ofTheApi()).toBe(0);
  await listener.comesBack();
  await expect.poll(() => calls.ofTheApi()).toBe(1);
});

for (const { what, order, title, words, next, at } of [
  {
    what: 'an advertisement',
    order: { play: 'ad' },
    title: 'An advertisement',
    words: 'The music goes on after it.',
    next: 'An advertisement plays.',
    at: /^0:\d\d$/,
  },
  {
    what: 'a private session',
    order: { private: true },
    title: 'A private session',
    words: 'The device keeps to itself what it plays.',
    next: 'Next',
    at: /^0:\d\d$/,
  },
  {
    what: 'a local file',
    order: { play: 'local' },
    title: 'Longwave (Kitchen Demo)',
    words: 'Dust Radio',
    next: 'Next',
    at: /^0:\d\d of 3:34$/,
  },
]) {
  test(`${what} is shown for what it is`, async ({ page, listener, player, spotify, watch }) => {
    await spotify.act({ device: 'Kitchen speaker', playing: true, ...order });
    await page.reload();
    await expect(player.title).toHaveText(title);
    await expect(player.bar.locator('.player-words')).toContainText(words);
    await expect(player.control('Next')).toHaveAttribute('title', next);
    await expect(player.control('Pause')).not.toHaveAttribute('aria-disabled', 'true');
    // Where no length is told, none is shown.
    await expect(player.slider('Seek')).toHaveAttribute('aria-valuetext', at);
    // Nothing that could be saved or opened is told of.
    await expect(player.bar.locator('.player-item button')).toHaveCount(0);
    await expect(player.bar.locator('.player-item a:not(.player-cover)')).toHaveCount(0);
    await watch.settled(page);
    await listener.open('/now-playing');
    await listener.seesHeading(title);
    await expect(page.getByRole('main')).toContainText(words);
    await watch.settled(page);
  });
}

test('while nothing plays there is no bar, and the large view says what to do', async ({
  page,
  listener,
  player,
  watch,
}) => {
  await listener.open('/now-playing');
  await listener.seesHeading('Nothing plays');
  await expect(page.getByRole('main')).toContainText('Choose something, and where to play it.');
  await expect(player.bar).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('button', { name: /^(Play|Pause|Next)$/ })).toHaveCount(0);
  await page.getByRole('main').getByRole('button', { name: /Devices/ }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: /Kitchen speaker/ })).toBeVisible();
  await watch.settled(page);
  await page.keyboard.press('Escape');
  await listener.follow('Find something to play');
  await expect(listener.searchField).toBeFocused();
});

test('a podcast is skipped by a quarter of a minute, paused or not', async ({
  page,
  listener,
  player,
  spotify,
}) => {
  await spotify.act({ device: 'Kitchen speaker', playing: false, play: 'episode', position_ms: 60_000 });
  await page.reload();
  await player.press('Forward 15 seconds');
  await expect.poll(async () => (await spotify.playback()).position_ms).toBe(75_000);
  await player.press('Back 15 seconds');
  await expect.poll(async () => (await spotify.playback()).position_ms).toBeLessThan(66_000);
  await listener.open('/now-playing');
  const eyebrow = page.locator('.now .page-eyebrow');
  await expect(eyebrow).toContainText('Paused');
  await page.getByRole('main').getByRole('button', { name: 'Play', exact: true }).click();
  await expect(eyebrow).toContainText('Playing');
});

test('a device that vanishes in the middle of a song leaves a way to go on elsewhere', async ({
  page,
  player,
  spotify,
  time,
  watch,
}) => {
  await spotify.act({ device: 'Kitchen speaker', playing: true });
  await page.reload();
  await expect(player.control('Pause')).toBeVisible();
  await spotify.changeDevices({ remove: 'Kitchen speaker' });
  await time.passes(5.2 * SECOND);
  await expect(player.title).toHaveText('The device went away');
  await watch.settled(page);
  await player.bar.getByRole('button', { name: 'Go on elsewhere' }).click();
  await player.choose(/laptop/);
  await player.playsOn((await spotify.playback()).devices.find(({ name }) => /laptop/.test(name))?.name ?? '');
  await expect(player.control('Pause')).toBeVisible();
});

test('a command without a device waits for one, and goes on when it wakes', async ({
  page,
  player,
  spotify,
  time,
  watch,
}) => {
  const title = (await page.locator('.row-title').first().textContent()) ?? '';
  watch.console.foresee('404 https://api.spotify.com/v1/me/player/play');
  await page.locator('.row').first().getByRole('button', { name: /^Play / }).click();
  await expect(player.devices.getByRole('button', { name: /Kitchen speaker/ })).toBeVisible();
  await expect(player.devices).not.toContainText('Bedroom');
  await watch.settled(page);
  await spotify.changeDevices({ wake: 'Bedroom speaker' });
  await time.passes(5.2 * SECOND);
  await expect(player.devices).toBeHidden();
  await expect(player.title).toHaveText(title);
  await player.playsOn('Bedroom speaker');
});

test('a device that has hardly woken is asked again, and nothing is skipped twice', async ({
  page,
  player,
  spotify,
  calls,
  watch,
}) => {
  await spotify.act({ device: 'Kitchen speaker', playing: true });
  await page.reload();
  const first = await player.title.textContent();
  watch.console.foresee('502 https://api.spotify.com/v1/me/player/next');
  await spotify.order({ fault: 'bad_gateway', path: '/v1/me/player/next', times: 1 });
  await calls.fromNow();
  await player.press('Next');
  await expect.poll(async () => (await calls.sofar()).filter(({ path, method }) => method === 'POST' && path === '/v1/me/player/next').length).toBe(2);
  await expect(player.title).not.toHaveText(first ?? '');
});

test('without Premium it says so once, and what plays is still shown', async ({
  page,
  player,
  spotify,
  watch,
}) => {
  await spotify.changeAccount('ada01', { subscription: 'free' });
  await spotify.act({ device: 'Kitchen speaker', playing: true });
  await page.reload();
  watch.console.foresee(
    '403 https://api.spotify.com/v1/me/player/pause',
    '403 https://api.spotify.com/v1/me/player/pause',
  );
  await player.press('Pause');
  await expect(player.says).toContainText('Could not pause. This needs Premium.');
  await expect(player.control('Next')).toHaveAttribute('aria-disabled', 'true');
  await expect(player.control('Next')).toHaveAttribute('title', /Premium/);
  // A finger has no way to point.
  await player.control('Next').focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.toasts')).toContainText('only for listeners with Premium');
  await expect(player.title).toHaveText(/./);
  await watch.settled(page);
});
