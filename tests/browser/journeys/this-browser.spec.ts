// Playing in this browser: Spotify's own script, in a window that has no
// session.

import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';
import { PlayerWindow, SDK } from '../world/player-window.ts';
import type { SdkFate, Spotify } from '../world/spotify.ts';
import { MINUTE } from '../world/time.ts';

/** Something of Ada's to play. */
async function song(app: Page): Promise<string> {
  return app.evaluate(async () => {
    const { access_token: token } = JSON.parse(sessionStorage.getItem('cratedigger.session') ?? '{}');
    const answer = await fetch('https://api.spotify.com/v1/me/top/tracks?limit=1', {
      headers: { authorization: `Bearer ${token}` },
      referrerPolicy: 'no-referrer',
    });
    const { items } = (await answer.json()) as { items: { uri: string }[] };
    return items[0]?.uri ?? '';
  });
}

async function playThere(spotify: Spotify, app: Page) {
  await spotify.act({ device: 'Cratedigger', play: await song(app) });
}

test('a click opens a window, a click there makes it a device, and it plays', async ({
  page,
  context,
  listener,
  spotify,
  watch,
}) => {
  const loadedBy: string[] = [];
  context.on('request', (request) => {
    if (request.url().startsWith('https://sdk.scdn.co/')) {
      loadedBy.push(new URL(request.frame().url()).pathname);
    }
  });
  await PlayerWindow.permitted(listener);
  await watch.settled(page);
  const window = await PlayerWindow.open(listener);
  await expect(window.page.getByRole('button', { name: 'Play in this window' })).toBeEnabled();
  await expect(PlayerWindow.statusIn(page)).toHaveText(/Press “Play in this window” there/);
  expect(await window.page.evaluate(() => opener as unknown)).toBeNull();
  await watch.settled(window.page);

  await window.playHere();
  await expect(PlayerWindow.statusIn(page)).toHaveText(/is a device of yours/);
  await playThere(spotify, page);
  await expect(window.song.getByRole('heading')).toHaveText(/./);
  await expect(window.song.locator('img')).toBeVisible();
  await expect(window.page.getByRole('button', { name: 'Pause' })).toBeInViewport({ ratio: 1 });
  await watch.settled(window.page);
  // What the lock screen and the keys of a keyboard go by.
  const title = (await window.song.getByRole('heading').textContent()) ?? '?';
  expect(await window.forTheSystem()).toEqual({ title, state: 'playing' });

  await window.press('Pause');
  await expect(window.page.getByRole('button', { name: 'Play', exact: true })).toBeFocused();
  expect(await window.forTheSystem()).toEqual({ title, state: 'paused' });
  await window.press('Play');
  await expect(window.page.getByRole('button', { name: 'Pause' })).toBeVisible();

  // The app's own page never loads it.
  expect(loadedBy).toEqual(['/player.html']);
  await window.press('Close');
  await expect(PlayerWindow.statusIn(page)).toHaveText(/Music can play in a window/);
});

test('the window holds no token, and the policy of no other page lets the script in', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  const window = await PlayerWindow.ready(listener);
  const kept = await window.page.evaluate(() => ({
    tab: { ...sessionStorage },
    device: Object.keys(localStorage),
  }));
  expect(kept.tab).toEqual({});
  const { access_tokens, refresh_tokens } = await spotify.secrets();
  const everything = await window.page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, document.documentElement.outerHTML, location.href]),
  );
  for (const secret of [...access_tokens, ...refresh_tokens]) {
    expect(everything).not.toContain(secret);
  }
  await watch.settled(window.page);

  const policies = await page.evaluate(async () => {
    const read = async (address: string) => {
      const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
      return page.querySelector('meta[http-equiv]')?.getAttribute('content') ?? '';
    };
    return { app: await read('/'), player: await read('/player.html') };
  });
  expect(policies.app).not.toContain('sdk.scdn.co');
  expect(policies.player).toContain('frame-src https://sdk.scdn.co');
});

test('an hour later the window is given a fresh token, and never a refresh token', async ({
  page,
  listener,
  spotify,
  time,
  watch,
}) => {
  await time.takeInHand();
  const window = await PlayerWindow.ready(listener);
  await window.page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const channel = new BroadcastChannel(`cratedigger.player.${location.hash.slice(1)}`);
    channel.onmessage = (event) => heard.push(String(event.data));
  });
  const heard = () =>
    window.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  await time.passes(61 * MINUTE);
  await expect.poll(async () => (await heard()).join()).toContain('player-token/1');
  await expect(PlayerWindow.statusIn(page)).toHaveText(/is a device of yours/);

  const { refresh_tokens } = await spotify.secrets();
  const said = await heard();
  expect(said.filter((text) => refresh_tokens.some((secret) => text.includes(secret)))).toEqual([]);
  // So the SDK learns that its token has aged out.
  watch.console.foreseeSome(/^401 https:\/\/api\.spotify\.com\/v1\/simulator\/devices\/\w+$/);
});

const FATES: [SdkFate, string][] = [
  ['initialization_error', 'This browser cannot play Spotify'],
  ['authentication_error', 'Spotify refused the sign-in'],
  ['account_error', 'Playing here needs Spotify Premium'],
  ['never_ready', 'The player does not start'],
];

for (const [fate, words] of FATES) {
  test(`${fate}: ${words}`, async ({ page, listener, spotify, watch }) => {
    await PlayerWindow.permitted(listener);
    await spotify.decideSdk(fate);
    const window = await PlayerWindow.open(listener);
    await window.playHere();
    await expect(PlayerWindow.statusIn(page)).toHaveText(words, { timeout: 15_000 });
    await window.isTold(words);
    await watch.settled(window.page);

    await spotify.decideSdk('works');
    await window.press('Try again');
    await window.playHere();
    await expect(PlayerWindow.statusIn(page)).toHaveText(/is a device of yours/);
  });
}

test('a track that cannot be played is told of, and the next one can', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  const window = await PlayerWindow.ready(listener);
  await spotify.decideSdk('playback_error');
  await playThere(spotify, page);
  await window.isTold('This could not be played here');
  await expect(PlayerWindow.statusIn(page)).toHaveText('This could not be played here');
  await watch.settled(window.page);
  await spotify.decideSdk('works');
  await window.press('Play the next one');
  await expect(window.page.getByRole('alert')).toHaveCount(0);
});

test('where a browser wants a tap before it plays, a tap is asked for', async ({
  page,
  context,
  listener,
  spotify,
  watch,
}) => {
  // As on a phone, where the first click does not count for later.
  await context.addInitScript(() => {
    let own: { Player: { prototype: { activateElement(): Promise<void> } } } | undefined;
    Object.defineProperty(globalThis, 'Spotify', {
      configurable: true,
      get: () => own,
      set(value: NonNullable<typeof own>) {
        value.Player.prototype.activateElement = async () => {};
        own = value;
      },
    });
  });
  const window = await PlayerWindow.ready(listener);
  await spotify.decideSdk('autoplay_failed');
  await playThere(spotify, page);
  await window.isTold('Tap to play');
  await watch.settled(window.page);
  await window.page.getByRole('alert').locator('..').getByRole('button', { name: 'Play' }).click();
  await expect(window.page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(window.page.getByRole('alert')).toHaveCount(0);
});

test('a script that is blocked is told of', async ({ page, context, listener, watch }) => {
  await PlayerWindow.permitted(listener);
  await context.route(SDK, (route) => route.abort());
  watch.console.foresee(`net::ERR_FAILED ${SDK}`);
  const window = await PlayerWindow.open(listener);
  await window.isTold('Spotify’s player did not load');
  await expect(PlayerWindow.statusIn(page)).toHaveText('Spotify’s player did not load');
  await watch.settled(window.page);
  await context.unroute(SDK);
  await window.press('Try again');
  await expect(window.page.getByRole('button', { name: 'Play in this window' })).toBeEnabled();
});

test('a window that does not open is told of', async ({ page, listener }) => {
  await PlayerWindow.permitted(listener);
  await page.evaluate(() => {
    window.open = () => null;
  });
  await listener.press('Play in this browser');
  await expect(PlayerWindow.statusIn(page)).toHaveText(/Allow pop-ups/, { timeout: 15_000 });
});

test('the window outlives a reload of the app, and the app one of the window', async ({
  page,
  listener,
}) => {
  const window = await PlayerWindow.ready(listener);
  await page.reload();
  await expect(PlayerWindow.statusIn(page)).toHaveText(/is a device of yours/);
  await window.page.reload();
  await expect(PlayerWindow.statusIn(page)).toHaveText(/Press “Play in this window” there/);
  await window.playHere();
  await expect(PlayerWindow.statusIn(page)).toHaveText(/is a device of yours/);
});

test('signing out closes the window', async ({ listener }) => {
  const window = await PlayerWindow.ready(listener);
  const closed = window.page.waitForEvent('close');
  await listener.signOut();
  await closed;
});

test('when the app’s tab is gone, the window says so', async ({ context, listener }) => {
  await PlayerWindow.permitted(listener);
  const window = await PlayerWindow.open(listener);
  // Another tab, so that the browser stays open.
  await context.newPage();
  await listener.page.close();
  await window.playHere();
  await expect(
    window.page.getByRole('heading', { name: 'Cratedigger does not answer' }),
  ).toBeVisible({ timeout: 15_000 });
});

test('opened by nobody, the window says where it opens from', async ({ page, listener, calls, watch }) => {
  await listener.open('/player.html');
  await expect(page.getByText('opens from there')).toBeVisible();
  await watch.settled(page);
  await calls.were({});
  await page.getByRole('link', { name: 'Open Cratedigger' }).click();
  await listener.seesConnect();
});
