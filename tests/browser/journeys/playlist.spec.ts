// Playlists: long ones, those of others, and those that Spotify hides.

import { expect, test } from '../journey.ts';
import { Catalogue } from '../world/catalogue.ts';
import { LIBRARY, PLAYLISTS } from '../world/permissions.ts';

/** The most elements a page with a long list may have (design 7). */
const MOST_NODES = 1500;

test('ten thousand items are read fifty at a time, and only those that are seen are on the page', async ({
  page,
  listener,
  spotify,
  calls,
  watch,
}) => {
  const catalogue = await Catalogue.open(spotify);
  const long = await catalogue.playlist(({ items }) => (items?.total ?? 0) >= 10_000);
  await listener.signInWith(PLAYLISTS, `/playlist/${long.id}`);
  await listener.seesHeading(long.name);
  const rows = page.locator('.row');
  const first = await rows.count();
  const next = page.getByRole('button', { name: /^Next 50 \(/ });
  await expect(next).toContainText('of 10,000)');
  await watch.settled(page);
  await calls.fromNow();
  await next.click();
  await expect(rows).toHaveCount(first + 50);
  await calls.were({ [`GET /v1/playlists/${long.id}/items`]: 1 });

  // Scrolling to its end reads on.
  const read = async () => {
    await expect(next).toBeVisible();
    return Number(/\((\d+) of/.exec((await next.textContent()) ?? '')?.[1]);
  };
  for (let before = await read(); before < 400; before = await read()) {
    await calls.fromNow();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(next).toContainText(`(${before + 50} of`);
    await calls.were({ [`GET /v1/playlists/${long.id}/items`]: 1 });
  }
  await expect.poll(() => rows.count()).toBeLessThan(60);
  expect(await page.locator('*').count()).toBeLessThanOrEqual(MOST_NODES);
  const marks = await page.locator('.rank').allTextContents();
  expect(marks.map(Number)).toEqual(marks.map((_, index) => Number(marks[0]) + index));
  expect(Number(marks.at(-1))).toBeGreaterThan(350);

  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.locator('.rank').first()).toHaveText('1');
  expect(await page.locator('*').count()).toBeLessThanOrEqual(MOST_NODES);
  await expect(rows.first()).toHaveAttribute('aria-posinset', '1');
  await watch.settled(page);

  // The row that has the keyboard keeps it, however far it is scrolled away.
  const held = page.locator('.row[aria-posinset="3"]').getByRole('button', { name: /^More/ });
  await held.focus();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  await expect(page.locator('.row[aria-posinset="1"]')).toHaveCount(0);
  await expect(held).toBeFocused();
  await expect(held).not.toBeInViewport();
  expect(await page.locator('*').count()).toBeLessThanOrEqual(MOST_NODES);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(held).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('.row:focus-within')).toBeInViewport();
  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.locator('.rank').first()).toHaveText('1');
  const order = await page.locator('.row').evaluateAll((all) => all.map((row) => row.getBoundingClientRect().top));
  expect(order).toEqual(order.toSorted((one, other) => one - other));

  // What was read stays read.
  await listener.follow('Settings');
  await calls.fromNow();
  await page.goBack();
  await listener.seesHeading(long.name);
  expect(await read()).toBeGreaterThanOrEqual(400);
  await calls.were({});
});

test('local files are marked, and what is gone is a faint row and no hole', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  const { id } = await spotify.makePlaylist({ name: 'Odds and ends', items: 30, filling: 'everything' });
  await listener.signInWith(PLAYLISTS, `/playlist/${id}`);
  await listener.seesHeading('Odds and ends');
  await expect(page.locator('.row')).toHaveCount(30);
  await expect(page.locator('.row.gone').first()).toContainText('No longer at Spotify');
  const local = page.locator('.row[title^="A file on one of your devices"]').first();
  await expect(local).toContainText('Local file · ');
  await expect(local.getByRole('button')).toHaveCount(0);
  const ranks = await page.locator('.rank').allTextContents();
  expect(ranks).toEqual(ranks.map((_, index) => String(index + 1)));
  await watch.settled(page);
});

test('a playlist with nothing in it says so, and has nothing to play', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  const { id } = await spotify.makePlaylist({ name: 'Not begun', items: 0 });
  await listener.signInWith(PLAYLISTS, `/playlist/${id}`);
  await listener.seesHeading('Not begun');
  await expect(page.getByText('Nothing is in it yet.')).toBeVisible();
  await expect(page.getByRole('main').getByRole('button', { name: 'Play' })).toHaveCount(0);
  await watch.settled(page);
});

test('somebody else’s playlist can be followed, and says why its contents are not shown', async ({
  page,
  listener,
  spotify,
  calls,
  watch,
}) => {
  const { id } = await spotify.makePlaylist({ name: 'Theirs', items: 12, owner: 'vesterbro_fm' });
  await listener.signInWith([...PLAYLISTS, ...LIBRARY], '/settings');
  await calls.fromNow();
  await listener.open(`/playlist/${id}`);
  await listener.seesHeading('Theirs');
  await expect(page.getByRole('heading', { name: 'What is in it stays with its owner' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await watch.settled(page);
  await calls.were({ [`GET /v1/playlists/${id}`]: 1, 'GET /v1/me/library/contains': 1 });
  await page.getByRole('button', { name: /^Follow/ }).click();
  await expect(page.locator('.toasts')).toContainText(/ollowing/);
});

test('a private playlist asks for its permission, and one that Spotify hides leads to Spotify', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  const { id } = await spotify.makePlaylist({ name: 'For me alone', items: 3, public: false });
  watch.console.foresee(
    `403 https://api.spotify.com/v1/playlists/${id}`,
    '404 https://api.spotify.com/v1/playlists/37i9dQZF1DXcBWIGoYBM5M',
  );
  await listener.signInWithout(PLAYLISTS, `/playlist/${id}`);
  await listener.seesHeading('A permission is missing');
  await listener.grant();
  await listener.seesHeading('For me alone');
  await expect(page.locator('.row')).toHaveCount(3);

  await listener.open('/playlist/37i9dQZF1DXcBWIGoYBM5M');
  await listener.seesHeading('Spotify keeps this one to itself');
  await expect(page.getByRole('link', { name: /^Open Spotify/ })).toHaveAttribute(
    'href',
    'https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M',
  );
  await watch.settled(page);
});
