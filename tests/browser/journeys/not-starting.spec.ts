// The program does not start: the page itself says so.

import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';

const PROGRAM = /_bg-[0-9a-f]+\.wasm$/;

test('without JavaScript the page says what it needs', async ({ browser, site, watch }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  await watch.over(context);
  const page = await context.newPage();
  await page.goto(site.origin);
  await expect(page.locator('noscript p')).toContainText('it needs JavaScript');
  await expect(page.locator('noscript p')).toBeVisible();
  await context.close();
});

async function saysSoAtOnce(page: Page) {
  await expect(page.locator('.shell-failed')).toBeVisible();
  await expect(page.locator('.shell-slow')).toBeHidden();
  await expect(page.getByRole('link', { name: 'Reload' })).toBeVisible();
}

test('a program that is missing is called missing, and Reload mends it', async ({
  page,
  listener,
  watch,
}) => {
  watch.console.foresee('404 /cratedigger_bg-….wasm');
  await page.route(PROGRAM, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await listener.open();
  await saysSoAtOnce(page);
  await watch.examine(page);
  await page.unroute(PROGRAM);
  await page.getByRole('link', { name: 'Reload' }).click();
  await listener.seesConnect();
});

test('a program that is cut off does not start, and the page says so', async ({ page, listener }) => {
  const body = Buffer.from('\0asm\x01\0\0\0\x01', 'latin1');
  await page.route(PROGRAM, (route) => route.fulfill({ contentType: 'application/wasm', body }));
  await listener.open();
  await saysSoAtOnce(page);
});

test('a host that has only the page for everything is found out', async ({ page, listener, watch }) => {
  const body = '<!doctype html><title>Home</title>';
  watch.console.foresee(
    // What wasm-bindgen has to say to that.
    '`WebAssembly.instantiateStreaming` failed because your server does not serve Wasm with `application/wasm` MIME type. ' +
      'Falling back to `WebAssembly.instantiate` which is slower. Original error:\n ' +
      "TypeError: Failed to execute 'compile' on 'WebAssembly': Incorrect response MIME type. Expected 'application/wasm'.",
  );
  await page.route(PROGRAM, (route) => route.fulfill({ contentType: 'text/html', body }));
  await listener.open();
  await saysSoAtOnce(page);
});

test('a browser that may not run WebAssembly is told so', async ({ page, listener }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'WebAssembly');
  });
  await listener.open();
  await saysSoAtOnce(page);
});

test('while the program is on its way, the page is there already', async ({ page, site }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(PROGRAM, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto(site.origin, { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { name: 'Opening the crate' })).toBeVisible();
  arrive();
  await expect(page.getByRole('heading', { name: 'Opening the crate' })).toHaveCount(0);
});
