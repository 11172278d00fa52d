// What somebody does elsewhere, and when it is seen here.

import { expect, test } from '../journey.ts';
import { PlayerBar } from '../world/player-bar.ts';
import { MINUTE, SECOND } from '../world/time.ts';

const STATE = 'GET /v1/me/player';
const KITCHEN = { device: 'Kitchen speaker', playing: true };

test.beforeEach(async ({ time }) => {
  await time.takeInHand();
});

test('Home stays open, something starts in the kitchen, and half a minute later the bar is there', async ({
  page,
  listener,
  spotify,
  calls,
  time,
  watch,
}) => {
  const player = new PlayerBar(page, spotify);
  await listener.signIn('/');
  await listener.seesHome();
  await expect(player.bar).toHaveCount(0);
  await calls.fromNow();
  for (const looks of [1, 2, 3]) {
    await time.passes(30 * SECOND);
    await expect.poll(() => calls.ofTheApi()).toBe(looks);
  }
  await expect(player.bar).toHaveCount(0);
  await spotify.act(KITCHEN);
  await time.passes(30 * SECOND);
  await expect(player.control('Pause')).toBeVisible();
  await player.playsOn('Kitchen speaker');
  await expect(listener.found('Playing now').locator('.home-now-title')).toHaveText(/./);
  await calls.were({ [STATE]: 4 });
  await watch.settled(page);

  // Nobody looks, so nothing does; and whoever comes back sees it at once.
  await listener.turnsAway();
  await spotify.act({ playing: false });
  await calls.fromNow();
  await time.passes(10 * MINUTE);
  await calls.were({});
  await listener.comesBack();
  await expect(player.control('Play')).toBeVisible();
  await calls.were({ [STATE]: 1 });
});

test('whoever comes back to the window sees it at once', async ({ page, listener, spotify, calls }) => {
  const player = new PlayerBar(page, spotify);
  await listener.signIn('/');
  await listener.seesHome();
  await expect(player.bar).toHaveCount(0);
  await calls.fromNow();
  await spotify.act(KITCHEN);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(player.control('Pause')).toBeVisible();
  await calls.were({ [STATE]: 1 });
});

test('while what plays may not be looked at, or has been asked for too often, nothing looks', async ({
  page,
  listener,
  spotify,
  calls,
  time,
  watch,
}) => {
  const player = new PlayerBar(page, spotify);
  await listener.signInWithout(['user-read-playback-state'], '/');
  await listener.seesHome();
  await spotify.act(KITCHEN);
  await calls.fromNow();
  await time.passes(10 * MINUTE);
  await calls.were({});
  await expect(player.bar).toHaveCount(0);

  await listener.signOut();
  await spotify.act({ quiet: true });
  await spotify.order({ fault: 'quota', path: '/v1/me/player', method: 'GET', times: 1 });
  watch.console.foresee('429 https://api.spotify.com/v1/me/player');
  await listener.signIn('/settings');
  await listener.seesHeading('Settings');
  await expect(listener.quotaButton).toContainText('resting');
  await calls.fromNow();
  await time.passes(14 * MINUTE);
  await calls.were({});
  await spotify.act(KITCHEN);
  await time.passes(MINUTE);
  await expect(player.control('Pause')).toBeVisible();
});
