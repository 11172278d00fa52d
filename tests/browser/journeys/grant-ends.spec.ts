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
  // It still knows after it was loaded anew, and keeps no secret for that.
  await page.reload();
  await expect(page.getByText(ENDED)).toBeVisible();
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

test('two weeks before the end a quiet notice says so, and one click starts anew', async ({
  page,
  listener,
  calls,
  time,
  watch,
}) => {
  await time.takeInHand();
  await listener.signIn('/settings');
  const notice = page.getByText('The connection is about to end.');
  await time.passes(160 * DAY);
  await listener.isSignedIn();
  await expect(page.getByText(/^20 days left/)).toBeVisible();
  await expect(notice).toHaveCount(0);
  await time.passes(8 * DAY);
  await expect(notice).toBeVisible();
  await watch.settled(page);
  await listener.press('Later');
  await expect(notice).toHaveCount(0);
  await page.reload();
  await expect(notice).toBeVisible();
  await calls.fromNow();
  await listener.press('Connect again');
  await expect(page.getByText(/^180 days left/)).toBeVisible();
  await expect(page).toHaveURL('/settings');
  await expect(notice).toHaveCount(0);
  expect(await calls.authorizations()).toHaveLength(1);
});

test('what was granted besides is asked for again when the connection has ended', async ({
  page,
  listener,
  calls,
  time,
  watch,
}) => {
  watch.console.foresee(`400 ${TOKEN}`);
  await time.takeInHand();
  await listener.signInWith(['user-library-read'], '/settings');
  await time.passes(184 * DAY);
  await expect(page.getByText(ENDED)).toBeVisible();
  await page.reload();
  await calls.fromNow();
  await listener.connectOnceMore();
  const [asked] = await calls.authorizations();
  expect(asked?.get('scope')).toContain('user-library-read');
  await expect(page).toHaveURL('/settings');
});

test('renewing does not lengthen the six months', async ({ page, listener, time, watch }) => {
  watch.console.foresee(`400 ${TOKEN}`);
  await time.takeInHand();
  await listener.signIn('/settings');
  const lasts = page.locator('dt', { hasText: 'Good until' }).locator('+ dd');
  const end = /^about .*?\d{4}/.exec((await lasts.textContent()) ?? '')?.[0];
  expect(end).toBeDefined();
  for (let month = 0; month < 6; month += 1) {
    await time.passes(30 * DAY);
    await expect(lasts).toContainText(end ?? '');
    await listener.isSignedIn();
  }
  await time.passes(4 * DAY);
  await expect(page.getByText(ENDED)).toBeVisible();
});
