// Adding something to a playlist.

import { expect, test } from '../journey.ts';
import { PLAYLISTS } from '../world/permissions.ts';

const READING = { 'GET /v1/me/playlists': 1 };

test.beforeEach(async ({ spotify }) => {
  await spotify.makePlaylist({ name: 'A quiet shelf', items: 2 });
});

test('a row is added to one’s own playlist, and what was seen there is marked', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  await listener.signInWith(PLAYLISTS, '/top');
  await listener.seesTop();
  const dialog = page.getByRole('dialog', { name: 'Add to playlist' });
  const open = async () => {
    await page.getByRole('button', { name: /^More for / }).first().click();
    await page.getByRole('menuitem', { name: /^Add to playlist/ }).click();
    await expect(dialog).toBeVisible();
  };
  await calls.fromNow();
  await open();
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await expect(dialog).toContainText((await page.locator('.row-title').first().textContent()) ?? '?');
  await expect(dialog.getByRole('listitem').first()).toBeVisible();
  await watch.examine(page);
  await page.keyboard.type('quiet shelf');
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await calls.were(READING);
  await calls.fromNow();
  await dialog.getByRole('button', { name: /A quiet shelf/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('.toasts')).toContainText('Added to A quiet shelf');
  await expect(page.getByRole('button', { name: /^More for / }).first()).toBeFocused();
  expect(await calls.ofTheApi()).toBe(1);

  await page.locator('.toasts').getByRole('link', { name: 'Look' }).click();
  await listener.seesHeading('A quiet shelf');
  await expect(page.locator('.row')).toHaveCount(3);
  await page.goBack();
  await listener.seesTop();
  await open();
  await page.keyboard.type('quiet shelf');
  await expect(dialog.getByRole('listitem')).toContainText('Already in it');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
});

test('when Spotify does not say what came of it, nothing is added a second time by itself', async ({
  page,
  listener,
  spotify,
  calls,
  watch,
}) => {
  await listener.signInWith(PLAYLISTS, '/top');
  await listener.seesTop();
  await spotify.order({ fault: 'bad_gateway', method: 'POST', path: '/v1/playlists' });
  await page.getByRole('button', { name: /^More for / }).first().click();
  await page.getByRole('menuitem', { name: /^Add to playlist/ }).click();
  const choice = page.getByRole('dialog').getByRole('button', { name: /A quiet shelf/ });
  await calls.fromNow();
  await expect(choice).toBeVisible();
  await choice.click();
  await expect(page.locator('.toasts')).toContainText('Look there before you add it again.');
  const posts = (await calls.sofar()).filter(({ method }) => method === 'POST');
  expect(posts).toHaveLength(1);
  watch.console.foresee(`502 https://api.spotify.com${posts[0]?.path}`);
});

test('without the permissions it asks for them', async ({ page, listener, watch }) => {
  await listener.signIn('/top');
  await listener.seesTop();
  await page.getByRole('button', { name: /^More for / }).first().click();
  await page.getByRole('menuitem', { name: /^Add to playlist/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to playlist' });
  await expect(dialog.getByRole('heading', { name: 'A permission is missing' })).toBeVisible();
  await watch.examine(page);
  await dialog.getByRole('button', { name: 'Grant this permission' }).click();
  await listener.isAsked();
});
