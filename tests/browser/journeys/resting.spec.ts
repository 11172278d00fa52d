// Spotify says that it was asked too much, in words or by saying nothing that
// can be read: that kind of call rests, and begins again by itself.
//
// All of it happens among the artists, which take one call.

import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';
import { MINUTE, SECOND } from '../world/time.ts';

const ARTISTS = 'https://api.spotify.com/v1/me/top/artists';
const ME = 'https://api.spotify.com/v1/me';
const PATH = '/v1/me/top/artists';
const OPAQUE = [`CORS ${ARTISTS}`, `net::ERR_FAILED ${ARTISTS}`];
const asked = (times: number) => ({ 'GET /v1/me/top/artists': times });

const trouble = (page: Page) => page.getByRole('alert');
const again = (page: Page) => page.getByRole('button', { name: 'Try again' });

test.beforeEach(async ({ listener, calls, time }) => {
  await time.takeInHand();
  await listener.signIn('/top?show=artists');
  await expect(listener.page.locator('.card-name')).toHaveCount(50);
  await calls.fromNow();
});

test('what is used up rests, whatever a listener does meanwhile, and then all is well', async ({
  page,
  listener,
  calls,
  spotify,
  time,
  watch,
}) => {
  watch.console.foresee(`429 ${ARTISTS}`);
  await spotify.order({ fault: 'quota', path: PATH, times: 1 });
  const earliest = await time.shown(page, 15 * MINUTE);
  await listener.follow('6 months');
  await expect(trouble(page).getByRole('heading')).toHaveText('This app’s quota is used up');
  const until = `(${earliest}|${await time.shown(page, 15 * MINUTE)})`;
  const told = new RegExp(`“Profile and top lists” is used up.* tried again at ${until}\\.`);
  await expect(trouble(page)).toContainText(told);
  await expect(again(page)).toBeDisabled();
  await expect(listener.quotaButton).toContainText('resting');
  await watch.settled(page);

  // The panel says the same, here on a phone.
  await page.setViewportSize({ width: 390, height: 844 });
  await listener.press('What rests, and why');
  const rests = listener.quotaPanel.getByRole('rowheader', { name: /^Profile and top lists/ });
  await expect(rests).toContainText(new RegExp(`rests until ${until}`));
  await expect(rests).toContainText('Its quota is used up');
  await watch.settled(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'What rests, and why' })).toBeFocused();
  await page.setViewportSize({ width: 1280, height: 800 });

  // Another range, another page and back, a reload: nothing of it is asked.
  await listener.follow('A year');
  await expect(page).toHaveURL('/top?range=1-year&show=artists');
  await expect(trouble(page)).toContainText(told);
  await listener.follow('Settings');
  await listener.seesHeading('Settings');
  await expect(listener.quotaButton).toContainText('resting');
  await page.goBack();
  await expect(trouble(page)).toContainText(told);
  await page.reload();
  await expect(trouble(page)).toContainText(told);
  await expect(listener.quotaButton).toContainText('resting');
  // What was read before the reload is gone with the page, and rests too.
  await listener.follow('4 weeks');
  await expect(page).toHaveURL('/top?show=artists');
  await expect(trouble(page)).toContainText(told);
  await time.passes(14 * MINUTE);
  await expect(again(page)).toBeDisabled();
  await calls.were(asked(1));

  await time.passes(MINUTE);
  await expect(again(page)).toBeEnabled();
  await calls.were(asked(1));
  await again(page).click();
  await expect(page.locator('.card-name')).toHaveCount(50);
  await expect(trouble(page)).toHaveCount(0);
  // With what plays, which was looked at by each page that was loaded, and once
  // each time that half a minute or more had passed.
  await expect(listener.quotaButton).toHaveText('Quota8 calls');
  await calls.were({ ...asked(2), 'GET /v1/me/player': 3 });
});

for (const fault of ['rate_limit', 'rate_limit_text']) {
  test(`${fault}: half a minute later it can be tried again, and that once`, async ({
    page,
    listener,
    calls,
    spotify,
    time,
    watch,
  }) => {
    watch.console.foresee(`429 ${ARTISTS}`, `429 ${ARTISTS}`);
    await spotify.order({ fault, path: PATH, times: 2 });
    await listener.follow('6 months');
    await expect(trouble(page).getByRole('heading')).toHaveText('Too many requests just now');
    // What ends soon is told to the second.
    await expect(trouble(page)).toContainText(/rests until \d\d?:\d\d:\d\d;/);
    await listener.isSignedIn();
    await time.passes(20 * SECOND);
    await expect(again(page)).toBeDisabled();
    await time.passes(10 * SECOND);
    await again(page).click();
    // Too early still: now it rests twice as long.
    await expect(again(page)).toBeDisabled();
    await calls.were(asked(2));
    await time.passes(45 * SECOND);
    await expect(again(page)).toBeDisabled();
    await time.passes(15 * SECOND);
    await again(page).click();
    await expect(page.locator('.card-name')).toHaveCount(50);
    await expect(trouble(page)).toHaveCount(0);
    await calls.were(asked(3));
  });
}

test('too many requests that page code cannot read: two in a row, and no storm', async ({
  page,
  listener,
  calls,
  spotify,
  time,
  watch,
}) => {
  watch.console.foresee(...OPAQUE, ...OPAQUE, ...OPAQUE);
  await spotify.order({ fault: 'rate_limit_hidden', path: PATH, times: 3 });
  await listener.follow('6 months');
  await expect(trouble(page).getByRole('heading')).toHaveText('Blocked or throttled');
  await expect(listener.quotaButton).not.toContainText('resting');
  await calls.were(asked(1));

  await again(page).click();
  await expect(trouble(page)).toContainText('several answers in a row could not be read');
  await expect(trouble(page)).toContainText('“Profile and top lists” rests until');
  await expect(again(page)).toBeDisabled();
  await expect(listener.quotaButton).toContainText('resting');
  await listener.press('What rests, and why');
  await expect(listener.quotaPanel).toContainText('blocked, or throttled without a word');
  await listener.closeQuota();
  for (const range of ['A year', '6 months', 'A year', '6 months']) {
    await listener.follow(range);
    await expect(page.getByRole('link', { name: range })).toHaveAttribute('aria-current', 'page');
    await expect(again(page)).toBeDisabled();
  }
  await calls.were(asked(2));

  // One call tries whether it is over; it is not.
  await time.passes(30 * SECOND);
  await again(page).click();
  await expect(again(page)).toBeDisabled();
  await calls.were(asked(3));
  await time.passes(60 * SECOND);
  await again(page).click();
  await expect(page.locator('.card-name')).toHaveCount(50);
  await expect(listener.quotaButton).not.toContainText('resting');
  await calls.were(asked(4));
});

test('where the very first call is too much, signing in waits, even through a reload', async ({
  page,
  listener,
  calls,
  spotify,
  time,
  watch,
}) => {
  watch.console.foresee(`429 ${ME}`);
  await listener.signOut();
  await spotify.order({ fault: 'rate_limit', path: '/v1/me', times: 1 });
  await calls.fromNow();
  await listener.connect();
  const check = page.getByRole('button', { name: 'Check again' });
  for (const come of [async () => {}, () => page.reload()]) {
    await come();
    await listener.isTold('Too many requests just now');
    await expect(check).toBeDisabled();
  }
  await listener.press('What rests, and why');
  await expect(listener.quotaPanel).toContainText('Asked Spotify once.');
  await watch.settled(page);
  await listener.closeQuota();
  await calls.were({ 'POST /api/token': 1, 'GET /v1/me': 1 });
  await time.passes(30 * SECOND);
  await check.click();
  await listener.isSignedIn();
  await listener.seesHome();
  await calls.were({
    'POST /api/token': 1,
    'GET /v1/me': 2,
    'GET /v1/me/player/recently-played': 1,
    'GET /v1/me/playlists': 1,
  });
});
