// Permissions: asked for by the part that needs them, with the reason; refused
// without harm; listed, and dropped.

import { expect, test } from '../journey.ts';
import { LIBRARY, PLAYLISTS } from '../world/permissions.ts';

const SIGN_IN = [
  'playlist-read-private',
  'user-modify-playback-state',
  'user-read-currently-playing',
  'user-read-playback-state',
  'user-read-recently-played',
  'user-top-read',
];

/** From Top to an album, and there the plus. */
async function onAnAlbum(listener: import('../world/listener.ts').Listener) {
  const { page } = listener;
  await listener.signIn();
  await listener.seesTop();
  await page.locator('.row-album a').first().click();
  await expect(page).toHaveURL(/\/album\//);
  const plus = page.getByRole('main').getByRole('button', { name: /^Save/ }).first();
  await expect(plus).toBeVisible();
  return plus;
}

test('what was about to be saved is saved once it is permitted, on the same page', async ({
  page,
  listener,
  calls,
}) => {
  const plus = await onAnAlbum(listener);
  const address = page.url();
  await calls.fromNow();
  await plus.click();
  await expect(page.locator('.toasts')).toContainText('Saving needs a permission');
  expect(await calls.besidesThePlayer()).toBe(0);
  await listener.press('Grant this permission');
  await listener.isAsked();
  await listener.agree();
  await expect(page.locator('.toasts')).toContainText('Added to Your Library');
  await expect(page).toHaveURL(address);
  const [asked] = await calls.authorizations();
  const scopes = asked?.get('scope')?.split(' ').toSorted();
  expect(scopes).toEqual([...SIGN_IN, 'user-library-modify', 'user-library-read'].toSorted());
  // Once, and not again by a reload.
  await calls.fromNow();
  await page.reload();
  await expect(page.getByRole('button', { name: /^Added to Your Library/ }).first()).toBeVisible();
  expect((await calls.sofar()).filter((call) => call.method === 'PUT')).toEqual([]);
});

test('what was refused is not done, and everything else goes on', async ({ page, listener, calls }) => {
  const plus = await onAnAlbum(listener);
  const address = page.url();
  await calls.fromNow();
  await plus.click();
  await listener.press('Grant this permission');
  await listener.isAsked();
  await listener.cancel();
  await listener.isSignedIn();
  await expect(page).toHaveURL(address);
  await expect(page.getByText('You are still signed in.', { exact: true })).toBeVisible();
  await expect(plus).toBeVisible();
  await listener.follow('Top');
  await listener.seesTop();
  const written = (await calls.sofar()).filter((call) => call.method === 'PUT');
  expect(written).toEqual([]);
});

test('the dialog that lacked a permission is open again, for the same thing', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  await spotify.makePlaylist({ name: 'A quiet shelf', items: 2 });
  await listener.signIn();
  await listener.seesTop();
  await page.getByRole('button', { name: /^More for / }).first().click();
  await page.getByRole('menuitem', { name: /^Add to playlist/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to playlist' });
  await expect(dialog).toContainText('Changing your private playlists.');
  await watch.examine(page);
  await dialog.getByRole('button', { name: 'Grant this permission' }).click();
  await listener.isAsked();
  await listener.agree();
  await expect(dialog.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('quiet shelf');
  await dialog.getByRole('button', { name: /A quiet shelf/ }).click();
  await expect(page.locator('.toasts')).toContainText('Added to A quiet shelf');
  await page.reload();
  await listener.seesTop();
  await expect(dialog).toBeHidden();
});

test('Settings says what each is for, and drops those that are not wanted', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  await listener.signInWith([...LIBRARY, ...PLAYLISTS], '/settings');
  const panel = page.getByRole('region', { name: 'Permissions' });
  const granted = panel.getByRole('list', { name: 'Granted', exact: true });
  const missing = panel.getByRole('list', { name: 'Not granted' });
  await expect(granted.getByRole('checkbox', { checked: true })).toHaveCount(13);
  await expect(missing.getByRole('listitem')).toHaveText([
    /^Shows and episodes.*user-read-playback-position$/,
    /^Playing in this browser.*streaming$/,
  ]);
  await watch.settled(page);
  const keep = panel.getByRole('button', { name: 'Keep only what is ticked' });
  await expect(keep).toBeDisabled();
  for (const scope of [...LIBRARY, 'user-top-read']) {
    await granted.getByRole('listitem').filter({ hasText: scope }).getByRole('checkbox').uncheck();
  }
  await calls.fromNow();
  await keep.click();
  // Spotify asks nothing of someone who agreed to more before.
  await expect(granted.getByRole('checkbox')).toHaveCount(8);
  await expect(page).toHaveURL('/settings');
  await expect(missing).toContainText('Home and Top');
  await expect(missing).toContainText('The plus that saves a thing');
  const [asked] = await calls.authorizations();
  expect(asked?.get('scope')).not.toContain('library');

  // What was dropped is asked for where it is needed, and only that part lacks it.
  await listener.follow('Top');
  await expect(page.getByRole('button', { name: 'Grant this permission' }).first()).toBeVisible();
  await listener.follow('Playlists');
  await listener.seesHeading('Playlists');
  await expect(page.locator('.row').first()).toBeVisible();
});
