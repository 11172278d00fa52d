// What was searched for, as this device remembers it.

import { expect, test } from '../journey.ts';
import { opensSearch } from '../world/search-page.ts';

test.beforeEach(({ listener, calls, time }) => opensSearch(listener, calls, time));

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
