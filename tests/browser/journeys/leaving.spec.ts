// Signing out: what goes, what stays, and what Back shows.

import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';

const CLIENT_ID = '4f1c0a9be27d4d0c8a6f7e35b1902d6c';

async function kept(page: Page) {
  return page.evaluate(() => ({
    // That it is a tab of ours, and that it takes no other tab’s session.
    tab: Object.keys(sessionStorage).filter(
      (key) => !['cratedigger.tab', 'cratedigger.apart'].includes(key),
    ),
    device: { ...localStorage },
  }));
}

/** Names of people and music that were on the page. */
async function personalData(page: Page): Promise<string[]> {
  return page.locator('.signed-in-as strong, .row-title, .card-name').allTextContents();
}

test('signing out forgets the session and keeps the client ID', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  await listener.signIn('/settings');
  await listener.seesHeading('Settings');
  await watch.settled(page);
  const panel = page.getByRole('region', { name: 'Sign out' });
  await expect(panel.getByRole('link', { name: 'Manage apps' })).toHaveAttribute(
    'href',
    'https://www.spotify.com/account/apps/',
  );
  await calls.fromNow();
  expect((await kept(page)).tab.toSorted()).toEqual(['cratedigger.quota', 'cratedigger.session']);
  await listener.press('Sign out');
  await listener.seesConnect();
  await expect(page).toHaveURL('/');
  await watch.settled(page);
  expect(await kept(page)).toEqual({ tab: [], device: { 'cratedigger.client-id': CLIENT_ID } });
  await calls.were({});
  await page.reload();
  await listener.seesConnect();
});

test('signing out forgets the client ID too, if asked to', async ({ page, listener }) => {
  await listener.signIn('/settings');
  await page.getByLabel('Forget the client ID and preferences too').check();
  await listener.press('Sign out');
  await listener.seesConnect();
  await expect(page.getByLabel('Client ID')).toHaveValue('');
  expect(await kept(page)).toEqual({ tab: [], device: {} });
});

test('signing out forgets sign-ins that are under way as well', async ({ page, listener }) => {
  await listener.signIn();
  await page.evaluate(() => sessionStorage.setItem('cratedigger.txn.left', '{}'));
  await listener.signOut();
  expect((await kept(page)).tab).toEqual([]);
});

test('Back after signing out shows nobody’s music', async ({ page, listener, calls }) => {
  await listener.signIn();
  await listener.seesTop();
  await listener.follow('6 months');
  await listener.seesTop();
  const personal = await personalData(page);
  expect(personal).toContain('Ada');
  await listener.signOut();
  await calls.fromNow();
  for (const address of ['/top?range=6-months', '/top']) {
    await page.goBack();
    await expect(page).toHaveURL(address);
    await listener.seesConnect();
    const text = await page.locator('body').innerText();
    expect(personal.filter((name) => text.includes(name))).toEqual([]);
  }
  await calls.were({});
});

test('signing out works without a network', async ({ page, context, listener, calls }) => {
  await listener.signIn('/settings');
  // What is still on its way would be missed on the console.
  const looked = async () => (await calls.sofar()).some((call) => call.path === '/v1/me/player');
  await expect.poll(looked).toBe(true);
  await context.setOffline(true);
  await listener.press('Sign out');
  // The page itself cannot be loaded anew now; what matters is that it is gone.
  await page.waitForURL('chrome-error://chromewebdata/');
  await context.setOffline(false);
  await listener.open();
  await listener.seesConnect();
  expect((await kept(page)).tab).toEqual([]);
});
