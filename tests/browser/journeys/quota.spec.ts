// The Quota panel: on every page, and true.

import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';

/** The row of one kind of calls, as it reads. */
const row = (page: Page) => page.getByRole('row', { name: /^Profile and top lists/ });

test('every page has the way to the panel, for the pointer and for the keyboard', async ({
  page,
  listener,
}) => {
  await listener.signIn();
  for (const [address, title] of [
    ['/top', 'Top of the crate'],
    ['/settings', 'Settings'],
    ['/no/such/page', 'No such page'],
  ] as const) {
    await listener.open(address);
    await listener.seesHeading(title);
    const panel = await listener.openQuota();
    const close = panel.getByRole('button', { name: 'Close' });
    await expect(close).toBeFocused();
    await close.click();
    await expect(panel).toBeHidden();
    await expect(listener.quotaButton).toBeFocused();
  }
  // It comes after the pages, and what is behind it is out of reach.
  await page.getByRole('link', { name: 'Settings' }).focus();
  await page.keyboard.press('Tab');
  await expect(listener.quotaButton).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(listener.quotaPanel.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(listener.quotaPanel.getByRole('link')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.locator('.frame :focus')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(listener.quotaPanel).toBeHidden();
  await expect(listener.quotaButton).toBeFocused();
});

test('it counts what Spotify was really asked, and what it was spared', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  await listener.signIn();
  await listener.seesTop();
  await expect(listener.quotaButton).toHaveText('Quota4 calls');
  const panel = await listener.openQuota();
  await expect(panel).toContainText('Asked Spotify 4 times.');
  await expect(panel).not.toContainText('not needed');
  expect(await calls.ofTheApi()).toBe(4);
  await listener.closeQuota();

  // Two calls for a new range; two are spared each time one is seen again.
  for (const range of ['6 months', '4 weeks', '6 months']) {
    await listener.follow(range);
    await listener.seesTop();
  }
  await listener.openQuota();
  await expect(panel).toContainText('Asked Spotify 6 times. 4 calls were not needed');
  await expect(panel.getByRole('figure')).toContainText('6 in the last hour');
  await expect(row(page).getByRole('cell')).toHaveText(['5', '4']);
  await expect(row(page).getByRole('rowheader')).toContainText('open');
  await watch.settled(page);
  expect(await calls.ofTheApi()).toBe(6);

  // What was counted is not forgotten; what was read is.
  await page.reload();
  await listener.seesTop();
  await listener.openQuota();
  await expect(panel).toContainText('Asked Spotify 9 times. 4 calls were not needed');
  await expect(panel.getByRole('figure')).toContainText('9 in the last hour');
  expect(await calls.ofTheApi()).toBe(9);
});

test('signing out forgets the count', async ({ page, listener, calls }) => {
  const keys = () => page.evaluate(() => Object.keys(sessionStorage));
  await listener.signIn();
  await listener.seesTop();
  await listener.follow('6 months');
  await listener.seesTop();
  expect(await keys()).toContain('cratedigger.quota');
  await listener.signOut();
  expect(await keys()).not.toContain('cratedigger.quota');
  await calls.fromNow();
  await listener.connectOnceMore();
  await listener.seesHome();
  const panel = await listener.openQuota();
  await expect(panel).toContainText('Asked Spotify 4 times.');
  expect(await calls.ofTheApi()).toBe(4);
});
