// How the app looks, what is kept on this device, and what it says of itself.

import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';

const CLIENT_ID = '4f1c0a9be27d4d0c8a6f7e35b1902d6c';

/** Whether what is behind everything is light or dark. */
async function paper(page: Page): Promise<'light' | 'dark'> {
  const brightness = await page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d');
    if (canvas === null) {
      return 0;
    }
    canvas.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data[1] ?? 0;
  });
  return brightness > 127 ? 'light' : 'dark';
}

async function restore(page: Page, text: string) {
  const buffer = Buffer.from(text);
  const file = { name: 'settings.json', mimeType: 'application/json', buffer };
  await page.getByLabel('Restore from a file').setInputFiles(file);
}

test('the theme that was chosen is there before the program is, and with the keyboard alone', async ({
  page,
  listener,
  watch,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await listener.signIn('/settings');
  const theme = page.getByRole('group', { name: 'Theme' });
  await expect(theme.getByRole('radio', { name: 'System' })).toBeChecked();
  expect(await paper(page)).toBe('light');
  await theme.getByRole('radio', { name: 'System' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(theme.getByRole('radio', { name: 'Light' })).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(theme.getByRole('radio', { name: 'Dark' })).toBeChecked();
  expect(await paper(page)).toBe('dark');
  await watch.settled(page);

  // Without the program there is only the shell of the page, in the same colours.
  await page.route('**/*.wasm', (route) => route.abort());
  watch.console.foreseeSome(/wasm|Failed|net::ERR_FAILED/);
  await page.reload();
  await expect(page.locator('#shell')).toBeVisible();
  expect(await paper(page)).toBe('dark');
  await page.unroute('**/*.wasm');
  await page.reload();
  await listener.seesHeading('Settings');
  await expect(theme.getByRole('radio', { name: 'Dark' })).toBeChecked();
});

test('compact rows take one line, here and after a reload', async ({ page, listener, watch }) => {
  await listener.signIn();
  await listener.seesTop();
  const height = async () => (await page.locator('.row').first().boundingBox())?.height ?? 0;
  const before = await height();
  await listener.follow('Settings');
  await page.getByText('Compact', { exact: true }).click();
  await listener.follow('Top');
  await listener.seesTop();
  expect(await height()).toBeLessThan(before - 12);
  await watch.settled(page);
  await page.reload();
  await listener.seesTop();
  expect(await height()).toBeLessThan(before - 12);
});

test('what is kept is listed with its size, and deleted at once, one by one', async ({
  page,
  listener,
  watch,
}) => {
  await listener.signIn('/playlists');
  await page.getByRole('button', { name: /^Pin / }).first().click();
  const pinned = page.getByRole('navigation', { name: 'Main' }).locator('a[href*="/playlist/"]');
  await expect(pinned).toHaveCount(1);
  await listener.follow('Settings');
  await page.getByText('Dark', { exact: true }).click();
  await page.evaluate(() => localStorage.setItem('cratedigger.older', 'of an earlier version'));
  await listener.follow('Home');
  await listener.seesHome();
  await listener.follow('Settings');

  const panel = page.getByRole('region', { name: 'What is kept' });
  const row = (name: string) => panel.getByRole('listitem').filter({ hasText: name });
  for (const name of ['Client ID', 'Appearance', 'Pinned playlists', 'Something older', 'Calls made']) {
    await expect(row(name)).toContainText(/\d+ bytes/);
  }
  await expect(row('What Spotify answered')).toContainText(/ kB, in memory/);
  await watch.settled(page);
  for (const name of ['Pinned playlists', 'Appearance', 'Something older', 'What Spotify answered']) {
    await row(name).getByRole('button', { name: /^Delete/ }).click();
    await expect(row(name)).toHaveCount(0);
    await expect(panel.getByRole('status')).toHaveText(`${name}: deleted.`);
    await expect(panel.getByRole('heading', { name: 'What is kept' })).toBeFocused();
  }
  await expect(pinned).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'System' })).toBeChecked();
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({
    'cratedigger.client-id': CLIENT_ID,
  });
  // Whatever is not the session is deleted without harm to it.
  await row('Client ID').getByRole('button', { name: /^Delete/ }).click();
  await listener.isSignedIn();
  await row('The session').getByRole('button').click();
  await listener.seesConnect();
  await expect(page.getByLabel('Client ID')).toHaveValue('');
});

test('settings are taken along as a file without a secret, and restored elsewhere', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  await listener.signIn('/playlists');
  await page.getByRole('button', { name: /^Pin / }).first().click();
  await listener.follow('Settings');
  await page.getByText('Dark', { exact: true }).click();
  await page.getByText('Compact', { exact: true }).click();
  const downloading = page.waitForEvent('download');
  await listener.press('Save as a file');
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('cratedigger-settings.json');
  const text = await readFile(await download.path(), 'utf8');
  const saved = JSON.parse(text) as Record<string, unknown>;
  expect(saved).toMatchObject({ client_id: CLIENT_ID, theme: 'dark', density: 'compact' });
  expect(saved['pinned_playlists']).toHaveLength(1);
  for (const secret of Object.values(await spotify.secrets()).flat()) {
    expect(text).not.toContain(secret);
  }

  const pinned = page.getByRole('navigation', { name: 'Main' }).locator('a[href*="/playlist/"]');
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await listener.seesHeading('Settings');
  await expect(pinned).toHaveCount(0);
  const outcome = page.getByRole('region', { name: 'Take your settings along' }).getByRole('status');
  for (const [wrong, reason] of [
    ['{"cratedigger_settings": 1, "theme": "pink"}', /“theme” in the file is not as it should be/],
    [text.slice(0, 40), /not whole, or not JSON/],
    ['{"name": "something else"}', /something else than/],
    ['{"cratedigger_settings": 7}', /version 7/],
  ] as const) {
    await restore(page, wrong);
    await expect(outcome).toHaveText(reason);
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  }
  await restore(page, text);
  await expect(outcome).toHaveText('The settings are restored.');
  await expect(pinned).toHaveCount(1);
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Compact' })).toBeChecked();
  await watch.settled(page);
});

test('another client ID is one button away, and this one is forgotten', async ({ page, listener }) => {
  await listener.signIn('/settings');
  await expect(page.getByRole('region', { name: 'Connection' })).toContainText(CLIENT_ID);
  await listener.press('Use another client ID');
  await listener.seesConnect();
  await expect(page.getByLabel('Client ID')).toHaveValue('');
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({});
});

test('what it is made of and its terms are there for everyone', async ({ page, listener, watch }) => {
  await listener.open('/about');
  await listener.seesHeading('About, privacy and terms');
  await expect(page.getByText('Spotify is a third-party beneficiary')).toBeVisible();
  await watch.settled(page);
  await listener.follow('Back to the way in');
  await listener.seesConnect();
  await listener.follow('About, privacy and terms');
  await listener.seesHeading('About, privacy and terms');
  await page.goBack();

  await listener.signIn('/settings');
  await listener.follow('Privacy and terms');
  await listener.seesHeading('About, privacy and terms');
  await watch.settled(page);
  await page.goBack();
  // A text has no way to name the icon that Chromium looks for.
  watch.console.foresee('404 /favicon.ico');
  const opened = page.context().waitForEvent('page');
  await listener.follow('Licences of what is used');
  const licences = await opened;
  await expect(licences.locator('body')).toContainText(/leptos \d.*: MIT/);
  await expect(licences.locator('body')).toContainText('THE SOFTWARE IS PROVIDED');
  await licences.close();
});
