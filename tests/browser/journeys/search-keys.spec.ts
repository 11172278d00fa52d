// Search without a pointer.

import { expect, test } from '../journey.ts';
import { SEARCH, focused, opensSearch } from '../world/search-page.ts';

test.beforeEach(({ listener, calls, time }) => opensSearch(listener, calls, time));

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

test('one letter is looked for with Enter', async ({ page, listener, calls, time }) => {
  await listener.searchField.fill('x');
  await time.passesHere(5000);
  await expect(page).toHaveURL('/search');
  await calls.were({});
  await listener.searchField.press('Enter');
  await expect(page).toHaveURL('/search?q=x');
  await calls.were({ [SEARCH]: 1 });
});
