// A link of the app opened in a new tab lives on the session of the tab it was
// opened from.

import { expect, test } from '../journey.ts';
import { allShow, duplicate, inFreshTab, inNewTab, keptIn, withoutLocks } from '../world/new-tab.ts';
import { PlayerWindow } from '../world/player-window.ts';
import { MINUTE, SECOND } from '../world/time.ts';

const NOTICE = 'This tab stands alone now.';

test('it is signed in at once, asks Spotify for nothing, and keeps no token', async ({
  listener,
  calls,
  watch,
}) => {
  await listener.signIn();
  await listener.seesTop();
  await calls.fromNow();
  const other = await inNewTab(listener, 'Settings');
  await other.isSignedIn();
  await other.seesHeading('Settings');
  await watch.settled(other.page);
  await calls.were({});
  expect(await calls.authorizations()).toEqual([]);
  expect(await keptIn(other.page)).toEqual([]);
  await expect(other.page.getByText(/lives on the session of the tab it was opened from/)).toBeVisible();

  await other.follow('Top');
  await other.seesTop();
  await other.page.reload();
  await other.isSignedIn();
  expect(await keptIn(other.page)).toEqual([]);
});

for (const locks of ['with', 'without']) {
  test(`${locks} Web Locks, one renewal serves the tab, its copy and a new tab, hour after hour`, async ({
    context,
    listener,
    calls,
    spotify,
    time,
  }) => {
    if (locks === 'without') {
      await withoutLocks(context);
    }
    await spotify.rotateRefreshTokens(true);
    await time.takeInHand();
    await listener.signIn();
    await listener.seesTop();
    const tabs = [listener, await duplicate(listener), await inFreshTab(listener, '/top')];
    for (const tab of tabs) {
      await tab.seesTop();
    }
    for (const range of ['6 months', 'A year']) {
      await calls.fromNow();
      await time.passes(61 * MINUTE);
      for (const tab of tabs.toReversed()) {
        await tab.follow(range);
      }
      for (const tab of tabs) {
        await tab.seesTop();
      }
      const renewals = (await calls.sofar()).filter((call) => call.path === '/api/token');
      expect(renewals.map((call) => call.status)).toEqual([200]);
    }
    await allShow(tabs, 'Ada');
  });

  for (const leaves of [0, 1, 2]) {
    test(`${locks} Web Locks, signing out in tab ${leaves + 1} of three signs out all`, async ({
      context,
      listener,
    }) => {
      if (locks === 'without') {
        await withoutLocks(context);
      }
      await listener.signIn();
      const tabs = [listener, await duplicate(listener), await inNewTab(listener, 'Settings')];
      await allShow(tabs, 'Ada');
      await tabs[leaves]?.signOut();
      await allShow(tabs, null);
      for (const tab of tabs) {
        expect(await keptIn(tab.page)).toEqual(['cratedigger.apart']);
        await tab.page.reload();
      }
      await allShow(tabs, null);
    });
  }
}

test('when no other tab is left it keeps what is on the screen, and one click connects it', async ({
  listener,
  calls,
  time,
  watch,
}) => {
  await time.takeInHand();
  await listener.signIn();
  await listener.seesTop();
  const other = await inFreshTab(listener, '/top');
  await other.seesTop();
  await other.follow('6 months');
  await other.seesTop();
  const first = await other.page.locator('.rows .row-title').first().textContent();
  await listener.page.close();
  await calls.fromNow();
  await time.passes(61 * MINUTE);
  await expect(other.page.getByText(NOTICE)).toBeVisible();
  await expect(other.page.locator('.rows .row-title').first()).toHaveText(first ?? '');
  await other.isSignedIn();
  await watch.settled(other.page);
  await calls.were({});

  await other.press('Connect again');
  await other.seesTop();
  await expect(other.page).toHaveURL('/top?range=6-months');
  await expect(other.page.getByText(NOTICE)).toHaveCount(0);
  expect(await keptIn(other.page)).toEqual(['cratedigger.session']);
});

test('where no tab has a session, a new tab offers to connect', async ({ context, listener, calls }) => {
  await listener.signIn();
  await listener.page.goto('about:blank');
  await calls.fromNow();
  const other = listener.in(await context.newPage());
  const begun = Date.now();
  await other.open('/top');
  await other.seesConnect();
  expect(Date.now() - begun).toBeLessThan(8 * SECOND);
  await other.connectOnceMore();
  await expect(other.page).toHaveURL('/top');
});

test('who signs out is not signed in again as somebody else', async ({ context, listener }) => {
  await listener.signIn('/settings');
  const other = await inNewTab(listener, 'Settings');
  await other.press('Use another account in this tab');
  await other.isAsked();
  await other.agree('cleo');
  await other.isSignedIn('cleo');
  await expect(other.page).toHaveURL('/settings');
  await other.signOut();
  await other.page.reload();
  await other.seesConnect();
  await listener.isSignedIn('Ada');
  expect(context.pages()).toHaveLength(2);
});

test('of two listeners it is the one whose link was opened', async ({ context, listener }) => {
  await listener.signIn('/settings');
  const cleo = listener.in(await context.newPage());
  await cleo.open('/settings');
  await cleo.press('Use another account in this tab');
  await cleo.agree('cleo');
  await cleo.isSignedIn('cleo');
  for (const [one, name] of [[cleo, 'cleo'], [listener, 'Ada']] as const) {
    await one.page.bringToFront();
    // The browser tells a page that it is seen; that a page hears of it later
    // than a click is what nobody is quick enough for.
    await one.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    const opened = await inNewTab(one, 'Top');
    await opened.isSignedIn(name);
    await opened.page.close();
  }
});

test('the player window stays without a session, and plays on beside new tabs', async ({
  listener,
  spotify,
}) => {
  const window = await PlayerWindow.ready(listener);
  const heard = await window.page.evaluateHandle(() => {
    const heard: string[] = [];
    const channel = new BroadcastChannel('cratedigger.');
    channel.onmessage = (event) => heard.push(String(event.data));
    // Kept, or it would be collected.
    return { heard, channel };
  });
  const other = await inNewTab(listener, 'Settings');
  await other.isSignedIn();
  await expect(PlayerWindow.statusIn(listener.page)).toHaveText(/is a device of yours/);
  const kept = await window.page.evaluate(() => Object.keys(sessionStorage));
  expect(kept).toEqual([]);
  // What a script there could overhear is an access token, never more.
  const texts = await heard.evaluate(({ heard }) => heard);
  const { refresh_tokens: secrets } = await spotify.secrets();
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
  await other.signOut();
  await listener.seesConnect();
});
