// The grant ends at Spotify: only the listener can make a new one.

import { expect, test } from '../journey.ts';
import { DAY } from '../world/time.ts';

const ARTISTS = 'https://api.spotify.com/v1/me/top/artists';
const TRACKS = 'https://api.spotify.com/v1/me/top/tracks';
const TOKEN = 'https://accounts.spotify.com/api/token';
const ENDED = /^The connection has ended/;

test('a grant that was revoked leads to one click and back to the same page', async ({
  page,
  listener,
  calls,
  spotify,
  watch,
}) => {
  watch.console.foresee(`401 ${ARTISTS}`, `401 ${TRACKS}`, `400 ${TOKEN}`);
  // Both reads are refused before the renewal is.
  await spotify.order({ fault: 'slow', path: '/api/token', after: 1, times: 1, hold_ms: 500 });
  await listener.signIn('/top?range=6-months');
  await listener.seesTop();
  await spotify.revokeGrants();
  await spotify.expireAccessTokens();
  await calls.fromNow();
  await listener.follow('A year');
  await expect(page.getByText(ENDED)).toBeVisible();
  await expect(page).toHaveURL('/top?range=1-year');
  await expect(page.getByText('Ada', { exact: true })).toHaveCount(0);
  await watch.settled(page);
  await calls.were({ 'POST /api/token': 1, 'GET /v1/me/top/artists': 1, 'GET /v1/me/top/tracks': 1 });
  expect(await page.evaluate(() => Object.keys(sessionStorage))).not.toContain('cratedigger.session');

  await listener.connect();
  await listener.isAsked();
  await listener.agree();
  await listener.seesTop();
  await expect(page).toHaveURL('/top?range=1-year');
});

test('after six months the connection ends, and says so', async ({
  page,
  listener,
  calls,
  time,
  watch,
}) => {
  watch.console.foresee(`400 ${TOKEN}`);
  await time.takeInHand();
  await listener.signIn('/settings');
  await calls.fromNow();
  await time.passes(184 * DAY);
  await expect(page.getByText(ENDED)).toBeVisible();
  await expect(page).toHaveURL('/settings');
  await calls.were({ 'POST /api/token': 1 });
  await listener.connectOnceMore();
  await expect(page).toHaveURL('/settings');
  await listener.seesHeading('Settings');
});

test('renewing does not lengthen the six months', async ({ page, listener, time, watch }) => {
  watch.console.foresee(`400 ${TOKEN}`);
  await time.takeInHand();
  await listener.signIn('/settings');
  const lasts = page.locator('dt', { hasText: 'Good until' }).locator('+ dd');
  const end = await lasts.textContent();
  for (let month = 0; month < 6; month += 1) {
    await time.passes(30 * DAY);
    await expect(lasts).toHaveText(end ?? '');
    await listener.isSignedIn();
  }
  await time.passes(4 * DAY);
  await expect(page.getByText(ENDED)).toBeVisible();
});
