// Search: as it is typed, by kind, narrowed down.

import { expect, test } from '../journey.ts';
import { SEARCH, asked, kinds, opensSearch } from '../world/search-page.ts';
import { MINUTE } from '../world/time.ts';

test.beforeEach(({ listener, calls, time }) => opensSearch(listener, calls, time));

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

test('on a phone the kind that was chosen is in sight', async ({ page, listener }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await listener.open('/search?q=night&show=audiobooks');
  const chosen = kinds(page).locator('[aria-current]');
  await expect(chosen).toHaveText('Audiobooks');
  await expect(chosen).toBeInViewport({ ratio: 1 });
  await expect(kinds(page).getByRole('link', { name: 'Everything' })).not.toBeInViewport();
  await kinds(page).getByRole('link', { name: 'Shows' }).click();
  await expect(chosen).toHaveText('Shows');
  await expect(chosen).toBeInViewport({ ratio: 1 });
});
