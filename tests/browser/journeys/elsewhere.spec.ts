// What somebody does elsewhere, and when it is seen here.

import { expect, test } from '../journey.ts';
import { Catalogue } from '../world/catalogue.ts';
import { duplicate } from '../world/new-tab.ts';
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
  player,
  spotify,
  calls,
  time,
  watch,
}) => {
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

test('whoever comes back to the window sees it at once', async ({
  page,
  listener,
  player,
  spotify,
  calls,
}) => {
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
  listener,
  player,
  spotify,
  calls,
  time,
  watch,
}) => {
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

test('two tabs and the kitchen stay in agreement', async ({ listener, player, spotify, time }) => {
  const album = await (await Catalogue.open(spotify)).first('album');
  const plays = { device: 'Kitchen speaker', play: album.uri, playing: true };
  await spotify.act({ ...plays, position: 0 });
  await listener.signIn('/');
  const other = await duplicate(listener);
  const [here, there] = [player, new PlayerBar(other.page, spotify)];
  const both = async (sees: (player: PlayerBar) => Promise<void>) => {
    await sees(here);
    await sees(there);
  };
  const first = (await here.title.textContent()) ?? '';
  await both((player) => expect(player.title).toHaveText(first));

  // What is done on the device is seen by both with the next poll.
  await spotify.act({ ...plays, position: 1 });
  await time.passes(5.2 * SECOND);
  await both((player) => expect(player.title).not.toHaveText(first));
  const second = (await here.title.textContent()) ?? '';
  await expect(there.title).toHaveText(second);

  // And so is what is told in the other tab.
  await here.press('Next');
  await expect(here.title).not.toHaveText(second);
  const third = (await here.title.textContent()) ?? '';
  await expect(there.title).toHaveText(second);
  await time.passes(5.2 * SECOND);
  await both((player) => expect(player.title).toHaveText(third));
  await there.press('Pause');
  await expect.poll(async () => (await spotify.playback()).playing).toBe(false);
  await expect(here.control('Pause')).toBeVisible();
  await time.passes(5.2 * SECOND);
  await both((player) => expect(player.control('Play')).toBeVisible());

  // What is paused is looked at less often.
  await spotify.act({ playing: true });
  await time.passes(30.2 * SECOND);
  await both((player) => expect(player.control('Pause')).toBeVisible());
});
