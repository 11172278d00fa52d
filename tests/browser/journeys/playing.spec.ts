// What can be done with what plays on another device.

import { expect, test } from '../journey.ts';
import { Catalogue, type Thing } from '../world/catalogue.ts';
import { LIBRARY } from '../world/permissions.ts';

const STATE = 'GET /v1/me/player';

test.describe('while an album plays in the kitchen', () => {
  test.beforeEach(async ({ page, listener, player, spotify }) => {
    await listener.signIn('/top');
    await listener.seesTop();
    await spotify.act({ device: 'Kitchen speaker', playing: true, position_ms: 30_000 });
    await page.reload();
    await listener.seesTop();
    await expect(player.control('Pause')).toBeVisible();
  });

  test('each command costs one call and one look, and shows at once', async ({
    player,
    spotify,
    calls,
  }) => {
    const first = await player.title.textContent();
    await calls.fromNow();
    await player.press('Pause');
    await expect(player.control('Play')).toBeVisible();
    await expect.poll(async () => (await spotify.playback()).playing).toBe(false);
    await expect.poll(() => calls.ofTheApi()).toBe(2);
    await calls.were({ 'PUT /v1/me/player/pause': 1, [STATE]: 1 });

    await calls.fromNow();
    await player.slider('Seek').press('End');
    await player.slider('Seek').press('ArrowLeft');
    await expect
      .poll(async () => (await spotify.playback()).position_ms)
      .toBeGreaterThan(60_000);
    await expect.poll(async () => calls.ofTheApi()).toBe(2);
    await calls.were({ 'PUT /v1/me/player/seek': 1, [STATE]: 1 });

    await player.press('Next');
    await expect(player.title).not.toHaveText(first ?? '');
    await player.press('Previous');
    await expect(player.title).toHaveText(first ?? '');
    await player.press('Shuffle');
    await expect(player.control('Shuffle')).toHaveAttribute('aria-pressed', 'true');
    await player.press('Repeat');
    await expect(player.control('Repeat: all of it')).toBeVisible();
  });

  test('three tracks stand in the queue, and the queue becomes a playlist', async ({
    page,
    listener,
    player,
    spotify,
    calls,
    watch,
  }) => {
    // Chromium would tell the console that it is not there yet.
    await spotify.delayNewPlaylists(0);
    await calls.fromNow();
    const titles: string[] = [];
    for (const place of [0, 1, 2]) {
      const row = page.locator('.row').nth(place);
      titles.push((await row.locator('.row-title').textContent()) ?? '');
      await row.getByRole('button', { name: /^More/ }).click();
      await page.getByRole('menuitem', { name: 'Add to queue' }).click();
      await expect.poll(() => player.queuedWith(calls)).toBe(place + 1);
      await expect(page.getByText('Added to queue')).toBeVisible();
    }
    await player.bar.getByRole('link', { name: 'Queue' }).click();
    await listener.seesHeading('Queue');
    const next = page.getByRole('region', { name: 'Next' }).locator('.row-title');
    await expect(next.nth(2)).toHaveText(titles[2] ?? '');
    expect((await next.allTextContents()).slice(0, 3)).toEqual(titles);
    await watch.settled(page);

    await listener.press('Save as playlist');
    const name = page.getByRole('textbox', { name: 'Name of the playlist' });
    await name.fill('Late and loud');
    await listener.press('Save');
    await listener.isTold('A permission is missing');
    await listener.press('Grant this permission');
    await listener.isAsked();
    await listener.agree();
    await listener.seesHeading('Queue');
    // As far as it had come.
    await expect(name).toHaveValue('Late and loud');
    await listener.press('Save');
    await page.getByRole('link', { name: 'Open the playlist' }).click();
    await listener.seesHeading('Late and loud');
    await expect(page.locator('.row-title').first()).toHaveText(titles[0] ?? '');
  });

  test('all of it by keyboard alone', async ({ page, player }) => {
    await player.control('Pause').focus();
    await page.keyboard.press('Enter');
    await expect(player.control('Play')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(player.control('Next')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(player.slider('Seek')).toBeFocused();
    await player.bar.getByRole('button', { name: /^Plays on/ }).focus();
    await page.keyboard.press('Enter');
    await expect(player.devices).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(player.devices).toBeHidden();
    await expect(player.bar.getByRole('button', { name: /^Plays on/ })).toBeFocused();
  });

  test('on a phone the bar is small, and a tap on the cover shows it large', async ({
    page,
    listener,
    player,
    spotify,
    watch,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    const title = (await player.title.textContent()) ?? '';
    await expect(player.bar.getByRole('button', { name: 'Pause' })).toBeVisible();
    // At the end of a page nothing is half hidden behind the bars.
    const toTheEnd = () => page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await toTheEnd();
    await watch.settled(page);
    await player.bar.getByRole('link', { name: 'What plays, large' }).click();
    await listener.seesHeading(title);
    await expect(player.bar).toBeHidden();
    await page.getByRole('main').getByRole('button', { name: 'Pause' }).click();
    await expect.poll(async () => (await spotify.playback()).playing).toBe(false);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await toTheEnd();
    await watch.settled(page);
  });
});

test('whether what plays is liked is known for one call a track, and changed with a click', async ({
  page,
  listener,
  player,
  spotify,
  calls,
}) => {
  const ASKED = 'GET /v1/me/library/contains';
  const catalogue = await Catalogue.open(spotify);
  const { items } = await catalogue.ask<{ items: { track: Thing }[] }>('/me/tracks?limit=1');
  await listener.signInWith(LIBRARY, '/top');
  await listener.seesTop();
  await calls.fromNow();
  await spotify.act({ device: 'Kitchen speaker', play: items[0]?.track.uri ?? '', playing: true });
  await page.reload();
  const add = player.bar.getByRole('button', { name: 'Add to Liked Songs' });
  const remove = player.bar.getByRole('button', { name: 'Remove from Liked Songs' });
  await expect(remove).toBeVisible();
  await remove.click();
  await expect(add).toBeVisible();
  await expect(page.locator('.toasts')).toContainText('Removed from Liked Songs');
  await listener.follow('Home');
  await listener.seesHome();
  await expect(add).toBeVisible();
  const asked = (await calls.sofar()).filter(({ method, path }) => `${method} ${path}` === ASKED);
  expect(asked).toHaveLength(1);
});
