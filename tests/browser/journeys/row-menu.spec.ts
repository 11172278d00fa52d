// The menu of a row: by its button, by the keyboard, by a right click.

import { expect, test } from '../journey.ts';
import { LIBRARY } from '../world/permissions.ts';

test.beforeEach(async ({ listener }) => {
  await listener.signInWith(LIBRARY, '/top');
  await listener.seesTop();
});

test('the keyboard opens it, walks through it and gets back to its row', async ({ page, calls, watch }) => {
  const more = page.getByRole('button', { name: /^More for / }).first();
  const menu = page.getByRole('menu');
  await calls.fromNow();
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(menu).toBeVisible();
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await watch.examine(page);
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('menuitem', { name: /^Open Spotify/ })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.getByRole('menuitem', { name: 'Play', exact: true })).toBeFocused();
  await page.keyboard.press('g');
  await expect(page.getByRole('menuitem', { name: 'Go to album' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(more).toBeFocused();
  // The key for a menu.
  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Tab');
  await expect(menu).toBeHidden();
  await expect(more).toBeFocused();
  await calls.were({});
});

test('a right click opens it where it happens, and leaves the browser’s own menu alone elsewhere', async ({
  page,
}) => {
  const row = page.locator('.row').nth(2);
  await page.evaluate(() => {
    const taken: boolean[] = [];
    Object.assign(window, { taken });
    addEventListener('contextmenu', (event) => taken.push(event.defaultPrevented));
  });
  await row.click({ button: 'right', position: { x: 200, y: 20 } });
  const menu = page.getByRole('menu');
  await expect(menu).toBeVisible();
  const name = (await row.locator('.row-title').textContent()) ?? '';
  await expect(menu).toHaveAccessibleName(`More for ${name}`);
  await page.keyboard.press('Escape');
  await row.click({ button: 'right', modifiers: ['Shift'], position: { x: 200, y: 20 } });
  await page.getByRole('heading', { level: 1 }).click({ button: 'right' });
  await expect(menu).toBeHidden();
  expect(await page.evaluate(() => (window as unknown as { taken: boolean[] }).taken)).toEqual([
    true,
    false,
    false,
  ]);
});

test('“Added to queue” is said once Spotify has taken it, and not before', async ({
  page,
  spotify,
  calls,
}) => {
  const more = page.getByRole('button', { name: /^More for / }).first();
  const status = page.locator('.toasts');
  const add = async () => {
    await more.click();
    await page.getByRole('menuitem', { name: 'Add to queue' }).click();
  };
  await spotify.act({ device: 'Kitchen speaker', playing: true });
  await page.reload();
  await expect(page.locator('.player')).toContainText('Kitchen speaker');
  await calls.fromNow();
  await add();
  await expect(status).toContainText('Added to queue');
  const posts = (await calls.sofar()).filter(({ method }) => method === 'POST');
  expect(posts.map(({ path }) => path)).toEqual(['/v1/me/player/queue']);
});

test('what is in it does what it says', async ({ page, listener, context, calls }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const row = page.locator('.row').first();
  const open = async (item: string | RegExp) => {
    await row.getByRole('button', { name: /^More for / }).click();
    await page.getByRole('menuitem', { name: item, exact: typeof item === 'string' }).click();
  };
  const status = page.locator('.toasts');
  await open('Copy link');
  await expect(status).toContainText('Link copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^https:\/\/open\.spotify\.com\/track\/[0-9A-Za-z]{22}$/,
  );
  await calls.fromNow();
  await open('Save to Liked Songs');
  await expect(status).toContainText('Added to Liked Songs');
  await open('Remove from Liked Songs');
  await expect(status).toContainText('Removed from Liked Songs');
  await calls.were({ 'PUT /v1/me/library': 1, 'DELETE /v1/me/library': 1 });
  const album = (await row.locator('.row-album').textContent()) ?? '';
  await open('Go to album');
  await listener.seesHeading(album);
  await page.goBack();
  await listener.seesTop();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });

  test('it comes up from below, and everything in it is large enough', async ({ page }) => {
    await page.getByRole('button', { name: /^More for / }).first().tap();
    const menu = page.locator('.menu');
    await expect(menu).toBeVisible();
    const box = await menu.boundingBox();
    expect(Math.round((box?.y ?? 0) + (box?.height ?? 0))).toBe(844);
    for (const item of await page.getByRole('menuitem').all()) {
      expect((await item.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
  });
});
