// Search: as it is typed, by kind, narrowed down, remembered, without a pointer.

import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';
import { MINUTE } from '../world/time.ts';

const SEARCH = 'GET /v1/search';

/** What was asked of Spotify's search, in order. */
async function asked(calls: { sofar(): Promise<{ path: string; method: string; query: string }[]> }) {
  const all = await calls.sofar();
  return all
    .filter(({ method, path }) => method === 'GET' && path === '/v1/search')
    .map(({ query }) => new URLSearchParams(query));
}

const kinds = (page: Page) => page.getByRole('navigation', { name: 'Kinds of results' });
const focused = (page: Page) => page.locator(':focus');

test.beforeEach(async ({ listener, calls, time }) => {
  await time.takeInHand();
  await listener.signIn('/search');
  await expect(listener.searchField).toBeFocused();
  await calls.fromNow();
});

test('two letters find something of every kind, for one call', async ({ page, listener, calls, watch }) => {
  await listener.searchField.press('s');
  await expect(page.getByText('Press Enter to look for a single letter.')).toBeVisible();
  await listener.searchField.press('a');
  await expect(page).toHaveURL('/search?q=sa');
  for (const kind of ['Tracks', 'Artists', 'Albums']) {
    await expect(listener.found(kind)).toBeVisible();
  }
  const [query, ...others] = await asked(calls);
  expect(others).toEqual([]);
  expect(query?.get('q')).toBe('sa');
  expect(query?.get('type')?.split(',').toSorted()).toEqual(
    ['album', 'artist', 'audiobook', 'episode', 'playlist', 'show', 'track'],
  );
  expect(Number(query?.get('limit'))).toBeLessThanOrEqual(10);
  await calls.were({ [SEARCH]: 1 });
  await expect(page.getByRole('status').filter({ hasText: /^Found .* tracks?, .* artists?/ })).toBeAttached();
  await watch.settled(page);
});

test('only what settles is asked, and what was asked before costs nothing', async ({
  page,
  listener,
  calls,
  time,
}) => {
  await time.standsWhile(page, () => listener.searchField.pressSequentially('the ri'));
  await expect(page).toHaveURL('/search?q=the%20ri');
  await expect(listener.found('Tracks')).toBeVisible();
  expect((await asked(calls)).map((query) => query.get('q'))).toEqual(['the ri']);
  await time.standsWhile(page, () => listener.searchField.pressSequentially('ver'));
  await expect(page).toHaveURL('/search?q=the%20river');
  await calls.were({ [SEARCH]: 2 });
  await time.standsWhile(page, async () => {
    for (let letter = 0; letter < 3; letter += 1) {
      await listener.searchField.press('Backspace');
    }
  });
  await expect(page).toHaveURL('/search?q=the%20ri');
  await expect(listener.found('Tracks')).toBeVisible();
  // Leading here again by the address is no new question either.
  await listener.follow('Settings');
  await listener.seesHeading('Settings');
  await page.goBack();
  await expect(listener.searchField).toHaveValue('the ri');
  await expect(listener.found('Tracks')).toBeVisible();
  await calls.were({ [SEARCH]: 2 });
});

test('what was superseded is given up, and its answer is never shown', async ({
  listener,
  calls,
  spotify,
}) => {
  await spotify.order({ fault: 'slow', path: '/v1/search', times: 1, hold_ms: 600_000 });
  await listener.searchField.fill('salt');
  await expect.poll(() => calls.besidesThePlayer()).toBe(1);
  await listener.searchField.fill('half a');
  await expect(listener.found('Tracks').locator('.row-title').first()).toContainText(/half/i);
  await calls.were({ [SEARCH]: 2 });
});

test('one letter is looked for with Enter', async ({ page, listener, calls, time }) => {
  await listener.searchField.fill('x');
  await time.passesHere(5000);
  await expect(page).toHaveURL('/search');
  await calls.were({});
  await listener.searchField.press('Enter');
  await expect(page).toHaveURL('/search?q=x');
  await calls.were({ [SEARCH]: 1 });
});

test('what was meant has its place in the history, what was typed on the way has none', async ({
  page,
  listener,
}) => {
  const length = () => page.evaluate(() => history.length);
  const before = await length();
  await listener.searchField.pressSequentially('sa');
  await expect(page).toHaveURL('/search?q=sa');
  await listener.searchField.pressSequentially('lt');
  await expect(page).toHaveURL('/search?q=salt');
  expect(await length()).toBe(before);
  await listener.searchField.press('Enter');
  await listener.searchField.fill('river');
  await expect(page).toHaveURL('/search?q=river');
  await listener.searchField.press('Enter');
  expect(await length()).toBe(before + 1);
  await page.getByRole('link', { name: 'Albums', exact: true }).click();
  await expect(page).toHaveURL('/search?q=river&show=albums');
  await page.goBack();
  await expect(page).toHaveURL('/search?q=river');
  await page.goBack();
  await expect(page).toHaveURL('/search?q=salt');
  await expect(listener.searchField).toHaveValue('salt');
  await page.goForward();
  await expect(listener.searchField).toHaveValue('river');
});

test('a kind has what the overview brought, and ten more at a time', async ({ page, listener, calls, watch }) => {
  await listener.searchField.fill('the');
  await expect(listener.found('Tracks')).toBeVisible();
  await listener.follow('All tracks');
  await expect(page).toHaveURL('/search?q=the&show=tracks');
  const rows = page.locator('.results .row');
  await expect(rows).toHaveCount(10);
  await expect(page.getByText(/^about [\d,]+$/)).toBeVisible();
  await calls.were({ [SEARCH]: 1 });
  await listener.press('More');
  await expect(rows).toHaveCount(20);
  await expect(rows.nth(10).getByRole('link').first()).toBeFocused();
  await calls.were({ [SEARCH]: 2 });
  expect((await asked(calls))[1]?.get('type')).toBe('track');
  expect((await asked(calls))[1]?.get('offset')).toBe('10');
  await watch.settled(page);
  // It is all there when it is come back to.
  await listener.follow('Everything');
  await expect(listener.found('Artists')).toBeVisible();
  await page.goBack();
  await expect(rows).toHaveCount(20);
  await calls.were({ [SEARCH]: 2 });
});

test('a kind that is opened by its address asks for that kind only', async ({ page, listener, calls }) => {
  await calls.fromNow();
  await listener.open('/search?q=the&show=albums');
  await expect(page.locator('.results .card')).toHaveCount(10);
  await expect(listener.searchField).toHaveValue('the');
  await expect(page.getByRole('link', { name: 'Albums', exact: true })).toHaveAttribute('aria-current', 'page');
  const [query] = await asked(calls);
  expect(query?.get('type')).toBe('album');
  await calls.were({ [SEARCH]: 1 });
});

test('playlists that Spotify hides leave no holes', async ({ page, listener, spotify }) => {
  await spotify.sprinkleNulls(true);
  await listener.searchField.fill('the');
  await expect(listener.found('Tracks')).toBeVisible();
  await kinds(page).getByRole('link', { name: 'Playlists' }).click();
  await expect(page).toHaveURL(/show=playlists/);
  await expect(page.locator('.results .card').first()).toBeVisible();
  for (const name of await page.locator('.results .card-name').allTextContents()) {
    expect(name.trim()).not.toBe('');
  }
});

test('nothing found: words, and what else to try', async ({ page, listener, watch }) => {
  await listener.searchField.fill('artist:zzyzx qqq');
  await expect(page.getByRole('heading', { name: 'Nothing called “artist:zzyzx qqq”' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Nothing found.' })).toBeAttached();
  await watch.settled(page);
  await listener.follow('Without the filters');
  await expect(listener.searchField).toHaveValue('zzyzx qqq');
});

test('a filter is one click away, and says what it does', async ({ page, listener, calls, watch }) => {
  await page.getByText('Narrow it down').click();
  const artist = page.getByRole('button', { name: 'artist:' });
  await expect(artist).toHaveAccessibleDescription(/^By this artist\./);
  await watch.settled(page);
  await artist.click();
  await expect(listener.searchField).toBeFocused();
  await page.keyboard.type('Dust Radio');
  await expect(listener.searchField).toHaveValue('artist:"Dust Radio"');
  await expect(listener.found('Tracks').locator('.row-artists').first()).toContainText('Dust Radio');
  const news = page.getByRole('button', { name: 'tag:new' });
  await expect(news).toHaveAttribute('aria-pressed', 'false');
  await news.click();
  await expect(listener.searchField).toHaveValue('artist:"Dust Radio" tag:new');
  await expect(news).toHaveAttribute('aria-pressed', 'true');
  await news.click();
  await expect(listener.searchField).toHaveValue('artist:"Dust Radio"');
  // Only those that Spotify knows for a kind.
  await page.getByRole('link', { name: 'Artists', exact: true }).click();
  await expect(page.getByRole('button', { name: 'isrc:' })).toHaveCount(0);
  await expect(artist).toBeVisible();
  await page.getByRole('link', { name: 'Shows', exact: true }).click();
  await expect(page.getByText('Spotify has no filters for shows.')).toBeVisible();
  expect(await calls.besidesThePlayer()).toBeLessThanOrEqual(4);
});

test('what was searched for is remembered on this device, and forgotten when asked', async ({
  page,
  listener,
  watch,
}) => {
  for (const text of ['salt', 'river', 'half a']) {
    await listener.searchField.fill(text);
    await listener.searchField.press('Enter');
    await expect(page.locator('.results .row').first()).toBeVisible();
  }
  // What was only typed is not.
  await listener.searchField.fill('typed only');
  await expect(page).toHaveURL(/typed/);
  await listener.searchField.fill('');
  await expect(page).toHaveURL('/search');
  const before = page.getByRole('region', { name: 'Searched for before' });
  await expect(before.getByRole('link')).toHaveText(['half a', 'river', 'salt']);
  await watch.settled(page);
  await listener.press('Forget “river”');
  await expect(before.getByRole('link')).toHaveText(['half a', 'salt']);
  await page.reload();
  await expect(before.getByRole('link')).toHaveText(['half a', 'salt']);
  await before.getByRole('link', { name: 'salt' }).click();
  await expect(listener.searchField).toHaveValue('salt');
  await expect(page).toHaveURL('/search?q=salt');
  await listener.searchField.fill('');
  await listener.press('Forget all');
  await expect(before).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain('cratedigger.searches');
});

test('what something was opened from is remembered without Enter, and keeps its place', async ({
  page,
  listener,
}) => {
  await listener.searchField.pressSequentially('salt');
  await listener.found('Albums').locator('.card-name a').first().click();
  await expect(page).toHaveURL(/\/album\//);
  await page.goBack();
  await expect(listener.searchField).toHaveValue('salt');
  await listener.searchField.fill('river');
  await expect(page).toHaveURL('/search?q=river');
  await page.goBack();
  await expect(listener.searchField).toHaveValue('salt');
  await listener.searchField.fill('');
  const before = page.getByRole('region', { name: 'Searched for before' });
  await expect(before.getByRole('link')).toHaveText(['salt']);
});

test('signing out with preferences forgets the searches too', async ({ page, listener }) => {
  await listener.searchField.fill('salt');
  await listener.searchField.press('Enter');
  await listener.follow('Settings');
  await page.getByLabel('Forget the client ID and preferences too').check();
  await listener.press('Sign out');
  await listener.seesConnect();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('from the first letter to the music without a pointer', async ({
  page,
  listener,
  calls,
  spotify,
  time,
}) => {
  await spotify.act({ device: 'Kitchen speaker', quiet: false });
  await time.standsWhile(page, () => page.keyboard.type('the'));
  await expect(page).toHaveURL('/search?q=the');
  await expect(page.locator('.results')).toHaveAttribute('aria-busy', 'false');
  await expect(listener.found('Tracks')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const titles = page.locator('.results .row-title a');
  await expect(titles.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(titles.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(listener.searchField).toBeFocused();
  // Below the tracks come the artists, side by side.
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('ArrowDown');
  }
  const artists = listener.found('Artists').locator('.card-name a');
  await expect(artists.first()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(artists.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(titles.nth(4)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(listener.searchField).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await calls.fromNow();
  const title = await focused(page).textContent();
  await page.keyboard.press('p');
  await expect.poll(async () => (await calls.sofar()).some(({ path }) => path === '/v1/me/player/play')).toBe(true);
  await expect(page.locator('.player')).toContainText(title ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/^http:\/\/[^/]+\/track\//);
});

test('a slash leads to the field from anywhere, and so does Control with K', async ({ page, listener }) => {
  await listener.follow('Settings');
  await listener.seesHeading('Settings');
  await page.keyboard.press('/');
  await expect(listener.searchField).toBeFocused();
  await expect(listener.searchField).toHaveValue('');
  await page.keyboard.type('ab/c');
  await expect(listener.searchField).toHaveValue('ab/c');
  await expect(page).toHaveURL('/search?q=ab%2Fc');
  await listener.follow('Settings');
  await page.keyboard.press('Control+k');
  await expect(listener.searchField).toBeFocused();
  await listener.openQuota();
  await page.keyboard.press('/');
  await expect(listener.quotaPanel).toBeVisible();
});

test('used up, search rests and says so, and what is known is still there', async ({
  page,
  listener,
  calls,
  spotify,
  time,
  watch,
}) => {
  watch.console.foresee('429 https://api.spotify.com/v1/search');
  await listener.searchField.fill('the');
  await expect(listener.found('Tracks')).toBeVisible();
  await spotify.order({ fault: 'quota', path: '/v1/search', times: 1 });
  await listener.searchField.fill('river');
  await expect(page.getByRole('alert')).toContainText('quota is used up');
  await watch.settled(page);
  await listener.searchField.fill('salt');
  await expect(page).toHaveURL('/search?q=salt');
  await expect(page.getByRole('alert')).toContainText('quota is used up');
  await listener.searchField.fill('the');
  await expect(listener.found('Tracks')).toBeVisible();
  await calls.were({ [SEARCH]: 2 });
  await time.passes(16 * MINUTE);
  await listener.searchField.fill('salt');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(listener.found('Tracks')).toBeVisible();
});
