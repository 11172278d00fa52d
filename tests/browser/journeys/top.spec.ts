// Top: ranges, views, and what was seen once.

import { expect, test } from '../journey.ts';
import { flights, followFlights } from '../watch/flights.ts';

const READING_TOP = { 'GET /v1/me/top/artists': 1, 'GET /v1/me/top/tracks': 1 };
const NOTHING = {};

test.beforeEach(async ({ page, listener, calls }) => {
  await followFlights(page);
  await listener.signIn();
  await listener.seesTop();
  await calls.fromNow();
});

test('a range costs two calls the first time and none after that', async ({ page, listener, calls, watch }) => {
  const first = page.locator('.row-title').first();
  const fourWeeks = await first.textContent();
  for (const [range, address] of [
    ['6 months', '/top?range=6-months'],
    ['A year', '/top?range=1-year'],
  ] as const) {
    await calls.fromNow();
    await listener.follow(range);
    await expect(page).toHaveURL(address);
    await watch.settled(page);
    await calls.were(READING_TOP);
  }
  await calls.fromNow();
  for (const range of ['4 weeks', 'A year', '6 months', '4 weeks']) {
    await listener.follow(range);
    await expect(page.getByRole('link', { name: range })).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('.waiting')).toHaveCount(0);
  }
  await expect(page).toHaveURL('/top');
  await expect(first).toHaveText(fourWeeks ?? '');
  await calls.were(NOTHING);
});

test('Back and Forward go through the ranges, and the choice survives a reload', async ({
  page,
  listener,
  calls,
}) => {
  const titles = page.locator('.row-title');
  const lists = [await titles.allTextContents()];
  for (const range of ['6 months', 'A year']) {
    await listener.follow(range);
    await expect.poll(() => titles.allTextContents()).not.toEqual(lists.at(-1));
    await expect(page.locator('.waiting')).toHaveCount(0);
    lists.push(await titles.allTextContents());
  }
  await calls.fromNow();
  await page.goBack();
  await expect(page).toHaveURL('/top?range=6-months');
  await expect(titles).toHaveText(lists[1] ?? []);
  await page.goBack();
  await expect(page).toHaveURL('/top');
  await expect(titles).toHaveText(lists[0] ?? []);
  await page.goForward();
  await page.goForward();
  await expect(page).toHaveURL('/top?range=1-year');
  await expect(titles).toHaveText(lists[2] ?? []);
  await calls.were(NOTHING);

  await page.reload();
  await expect(titles).toHaveText(lists[2] ?? []);
  await expect(page.getByRole('link', { name: 'A year' })).toHaveAttribute('aria-current', 'page');
  await calls.were(READING_TOP);
});

test('what nobody waits for any more is given up, and asked again when somebody does', async ({
  page,
  listener,
  calls,
  spotify,
}) => {
  // Both of the first range, and neither of the second.
  await spotify.order({ fault: 'slow', path: '/v1/me/top', times: 2, hold_ms: 600_000 });
  await listener.follow('6 months');
  await expect.poll(() => calls.besidesThePlayer()).toBe(2);
  await listener.follow('A year');
  await listener.seesTop();
  expect(await flights(page)).toMatchObject({ now: 0, most: 3, abandoned: 2 });
  await calls.were({ 'GET /v1/me/top/artists': 2, 'GET /v1/me/top/tracks': 2 });
  const year = await page.locator('.row-title').allTextContents();

  await listener.follow('6 months');
  await listener.seesTop();
  await expect(page.locator('.row-title')).not.toHaveText(year);
  await calls.were({ 'GET /v1/me/top/artists': 3, 'GET /v1/me/top/tracks': 3 });
  // Spotify counts what was given up, and so does the panel: with those of signing in
  // and of what plays.
  const panel = await listener.openQuota();
  await expect(panel).toContainText('Asked Spotify 10 times.');
});

test('whoever cannot decide on a range never has more than three calls on their way', async ({
  page,
  listener,
  spotify,
}) => {
  const fourWeeks = await page.locator('.row-title').allTextContents();
  await spotify.order({ fault: 'slow', path: '/v1/me/top', hold_ms: 600_000 });
  for (const range of ['6 months', 'A year', '6 months', 'A year', '6 months', 'A year']) {
    await listener.follow(range);
  }
  await listener.follow('4 weeks');
  await listener.seesTop();
  await expect(page.locator('.row-title')).toHaveText(fourWeeks);
  const { now, most, abandoned, begun } = await flights(page);
  expect(now).toBe(0);
  expect(abandoned).toBeGreaterThan(0);
  expect(most).toBeLessThanOrEqual(3);
  // Nor do more than eight begin within a second.
  const within = begun.map((start) => begun.filter((other) => start <= other && other < start + 950));
  expect(Math.max(...within.map(({ length }) => length))).toBeLessThanOrEqual(8);
});

test('all fifty artists cost nothing more than the first few', async ({ page, listener, calls, watch }) => {
  await listener.follow('All 50');
  await expect(page).toHaveURL('/top?show=artists');
  await expect(page.locator('.card-name')).toHaveCount(50);
  await watch.settled(page);
  await calls.were(NOTHING);
  await listener.follow('6 months');
  await expect(page).toHaveURL('/top?range=6-months&show=artists');
  await expect(page.locator('.card-name')).toHaveCount(50);
  await calls.were({ 'GET /v1/me/top/artists': 1 });
  await listener.follow('Artists and tracks');
  await listener.seesTop();
  await calls.were(READING_TOP);
});

test('every row and card has its way to Spotify, in a tab that knows nothing of this one', async ({
  page,
}) => {
  const links = page.locator('.open-spotify');
  const rows = await page.locator('.row').count();
  const cards = await page.locator('.card').count();
  await expect(links).toHaveCount(rows + cards);
  const seen = await links.evaluateAll((all) =>
    all.map((link) => ({
      href: link.getAttribute('href') ?? '',
      rel: link.getAttribute('rel'),
      target: link.getAttribute('target'),
    })),
  );
  for (const { href, rel, target } of seen) {
    expect(href).toMatch(/^https:\/\/open\.spotify\.com\/(track|artist)\/[0-9A-Za-z]{22}$/);
    expect(rel).toBe('noopener noreferrer');
    expect(target).toBe('_blank');
  }
});

test('an account without a display name goes by its id', async ({ page, listener }) => {
  await listener.signOut();
  await listener.press('Use another account');
  await listener.isAsked();
  await listener.agree('cleo');
  await listener.isSignedIn('cleo');
  await expect(page).toHaveURL('/');
});
