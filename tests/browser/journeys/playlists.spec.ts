// The listener's playlists, and those they pin.

import { expect, test } from '../journey.ts';
import { PLAYLISTS } from '../world/permissions.ts';

const READING = { 'GET /v1/me/playlists': 1 };

test('playlists come fifty at a time, and the filter says what it looks through', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  await listener.signInWithout(PLAYLISTS, '/playlists');
  await listener.seesHeading('A permission is missing');
  await watch.settled(page);
  await calls.fromNow();
  await listener.grant();
  await listener.seesHeading('Playlists');
  const rows = page.locator('.row.of-playlist');
  await expect(rows).toHaveCount(50);
  await watch.settled(page);
  const note = page.locator('.filter-note');
  await expect(note).toHaveText(/^50 of \d+ so far\.$/);
  await page.getByRole('searchbox', { name: 'Filter playlists' }).fill('zzz');
  await expect(rows).toHaveCount(0);
  await expect(note).toContainText('0 of the 50 that were read');
  await page.getByRole('searchbox', { name: 'Filter playlists' }).fill('');
  await calls.fromNow();
  await page.getByRole('button', { name: /^Next 50 \(50 of/ }).click();
  await expect(rows).toHaveCount(100);
  await calls.were(READING);
});

test('what is left out for want of a permission is said', async ({ page, listener, watch }) => {
  await listener.signInWith(['playlist-read-private'], '/playlists');
  await listener.seesHeading('Playlists');
  await expect(page.getByText('edit together with others are left out')).toBeVisible();
  await watch.settled(page);
  const total = async () => /of (\d+) so far/.exec((await page.locator('.filter-note').textContent()) ?? '')?.[1];
  const before = Number(await total());
  await listener.grant();
  await listener.seesHeading('Playlists');
  await expect.poll(async () => Number(await total())).toBeGreaterThan(before);
});

test('pins stay on this device until it forgets, and cost one call at most', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  await listener.signInWith(PLAYLISTS, '/playlists');
  const rows = page.locator('.row.of-playlist');
  await expect(rows).toHaveCount(50);
  const names = await rows.locator('.row-title').allTextContents();
  const pinned = page.getByRole('list', { name: 'Pinned' });
  await expect(pinned).toHaveCount(0);
  for (const name of names.slice(1, 3)) {
    await page.getByRole('button', { name: `Pin ${name}`, exact: true }).click();
  }
  await expect(pinned.getByRole('link')).toHaveText(names.slice(1, 3));
  await watch.settled(page);

  await calls.fromNow();
  await page.goto(page.url().replace('/playlists', '/settings'));
  await expect(pinned.getByRole('link')).toHaveText(names.slice(1, 3));
  await calls.were(READING);
  await pinned.getByRole('link').first().click();
  await listener.seesHeading(names[1] ?? '');
  const pin = page.getByRole('button', { name: 'Pin', exact: true });
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await pin.click();
  await expect(pinned.getByRole('link')).toHaveText([names[2] ?? '']);

  await listener.follow('Settings');
  await page.getByLabel('Forget the client ID and preferences too').check();
  await listener.press('Sign out');
  await listener.seesConnect();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});
