// The access token ends after an hour; nobody notices.

import { expect, test } from '../journey.ts';
import type { Calls } from '../watch/calls.ts';
import { MINUTE } from '../world/time.ts';

const ARTISTS = 'https://api.spotify.com/v1/me/top/artists';
const TRACKS = 'https://api.spotify.com/v1/me/top/tracks';
const READING_TOP = { 'GET /v1/me/top/artists': 1, 'GET /v1/me/top/tracks': 1 };
const PLAYER = 'https://api.spotify.com/v1/me/player';
const RENEWAL = { 'POST /api/token': 1 };
/** Each of the two reads is refused once and then repeated. */
const REFUSED_AND_REPEATED = { 'GET /v1/me/top/artists': 2, 'GET /v1/me/top/tracks': 2 };
const REFUSALS = [`401 ${ARTISTS}`, `401 ${TRACKS}`];

async function refreshes(calls: Calls): Promise<number> {
  return (await calls.sofar()).filter((call) => call.path === '/api/token').length;
}

test('two reads that are refused together wait for one renewal', async ({
  listener,
  calls,
  spotify,
  watch,
}) => {
  watch.console.foresee(...REFUSALS);
  // The renewal takes its time, so that both reads are refused before it ends.
  await spotify.order({ fault: 'slow', path: '/api/token', after: 1, hold_ms: 500 });
  await listener.signIn();
  await listener.seesTop();
  await spotify.expireAccessTokens();
  await calls.fromNow();
  await listener.follow('6 months');
  await listener.seesTop();
  await calls.were({ ...RENEWAL, ...REFUSED_AND_REPEATED });
  await listener.isSignedIn();
});

for (const rotates of [false, true]) {
  test(`renewal follows renewal ${rotates ? 'where each brings a new refresh token' : 'with one refresh token'}`, async ({
    page,
    listener,
    calls,
    spotify,
    watch,
  }) => {
    const rounds = 4;
    await spotify.rotateRefreshTokens(rotates);
    await listener.signIn();
    for (let round = 0; round < rounds; round += 1) {
      await listener.seesTop();
      await spotify.expireAccessTokens();
      watch.console.foresee(...REFUSALS, `401 ${PLAYER}`);
      await calls.fromNow();
      await page.reload();
      await listener.seesTop();
      await calls.were({ ...RENEWAL, ...REFUSED_AND_REPEATED });
    }
    const { refresh_tokens: issued } = await spotify.secrets();
    expect(issued).toHaveLength(rotates ? 1 + rounds : 1);
  });
}

test('rotation may begin and end while somebody is signed in', async ({
  page,
  listener,
  calls,
  spotify,
  watch,
}) => {
  await listener.signIn();
  for (const rotates of [true, false, true, true, false]) {
    await listener.seesTop();
    await spotify.rotateRefreshTokens(rotates);
    await spotify.expireAccessTokens();
    watch.console.foresee(...REFUSALS, `401 ${PLAYER}`);
    await calls.fromNow();
    await page.reload();
    await listener.seesTop();
    expect(await refreshes(calls)).toBe(1);
  }
  await listener.isSignedIn();
});

test('a device that slept renews once, and before anything is refused', async ({
  listener,
  calls,
  time,
}) => {
  await time.takeInHand();
  await listener.signIn();
  await listener.seesTop();
  await calls.fromNow();
  await time.passes(61 * MINUTE);
  await listener.follow('A year');
  await listener.seesTop();
  await expect.poll(() => refreshes(calls)).toBe(1);
  await calls.were({ ...RENEWAL, ...READING_TOP });
});

test('everything that wakes up at once shares one renewal', async ({
  page,
  listener,
  calls,
  spotify,
  time,
}) => {
  await time.takeInHand();
  await spotify.order({ fault: 'slow', path: '/api/token', after: 1, hold_ms: 500 });
  await listener.signIn();
  await listener.seesTop();
  await calls.fromNow();
  await time.passes(61 * MINUTE);
  // The network returns, the page is looked at again, and two lists are asked for.
  await page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'));
    dispatchEvent(new Event('online'));
  });
  await listener.follow('6 months');
  await listener.seesTop();
  await calls.were({ ...RENEWAL, ...READING_TOP });
});

for (const [what, wrong] of [
  ['a day ahead', 24 * 60 * MINUTE],
  ['a day behind', -24 * 60 * MINUTE],
] as const) {
  test(`a device whose clock is ${what} neither loops nor locks out`, async ({
    page,
    context,
    listener,
    calls,
  }) => {
    await context.clock.install({ time: Date.now() + wrong });
    await listener.signIn();
    await listener.seesTop();
    await page.reload();
    await listener.seesTop();
    await listener.follow('A year');
    await listener.seesTop();
    expect(await refreshes(calls), 'the exchange, and no renewal').toBe(1);
  });
}

test('a clock that is set forward by a day costs one renewal', async ({
  page,
  listener,
  calls,
  time,
}) => {
  await time.takeInHand();
  await listener.signIn();
  await listener.seesTop();
  await calls.fromNow();
  const stored = () => page.evaluate(() => sessionStorage.getItem('cratedigger.session'));
  const before = await stored();
  await time.passesHere(24 * 60 * MINUTE);
  // Asked is not yet answered: the new token must have been kept.
  await expect.poll(stored).not.toBe(before);
  expect(await refreshes(calls)).toBe(1);
  await page.reload();
  await listener.seesTop();
  await calls.were({ ...RENEWAL, ...READING_TOP });
});

test('a tab that is opened again after hours renews first, and waits for nobody', async ({
  page,
  listener,
  calls,
  time,
}) => {
  await time.takeInHand();
  await listener.signIn();
  await page.goto('about:blank');
  await time.passes(5 * 60 * MINUTE);
  await calls.fromNow();
  await listener.open('/top?range=1-year');
  await listener.seesTop();
  await calls.were({ ...RENEWAL, ...READING_TOP });
});
