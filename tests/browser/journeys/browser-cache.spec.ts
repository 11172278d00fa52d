// Back and Forward where the browser keeps whole pages aside. Playwright turns
// that off; listeners have it on.

import { chromium, type BrowserContext } from '@playwright/test';
import { expect, test } from '../journey.ts';
import { Listener } from '../world/listener.ts';

let context: BrowserContext;
let listener: Listener;
/** For each page that was shown: whether it had been kept aside. */
let restored: boolean[];

test.beforeEach(async ({ launchOptions, watch, site, spotify }) => {
  const browser = await chromium.launch({
    ...launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  context = await browser.newContext();
  await watch.over(context);
  restored = [];
  await context.exposeBinding('reportShown', (_source, wasKept: boolean) => void restored.push(wasKept));
  await context.addInitScript(() => {
    const { reportShown } = window as unknown as { reportShown(wasKept: boolean): void };
    addEventListener('pageshow', (event) => reportShown(event.persisted));
  });
  listener = new Listener(await context.newPage(), site, spotify);
});

test.afterEach(async ({ watch }) => {
  await watch.verify();
  await context.browser()?.close();
});

test('half way back from Spotify, the page that was kept aside explains', async () => {
  const { page } = listener;
  await listener.open();
  await listener.setOut();
  await page.goBack({ waitUntil: 'commit' });
  await expect(page.getByText('INVALID_CLIENT: Invalid client')).toBeVisible();
  expect(restored).toContain(true);
});

test('Back after signing out shows nobody’s music', async () => {
  const { page } = listener;
  await listener.signIn();
  await listener.seesTop();
  await listener.signOut();
  await page.goBack({ waitUntil: 'commit' });
  await listener.seesConnect();
  expect(await page.locator('body').innerText()).not.toContain('Ada');
});
