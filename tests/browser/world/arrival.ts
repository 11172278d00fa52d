// Coming to the app at an address with an answer in it, real or pretended.

import { expect, type Page } from '@playwright/test';

/** Parameters that no address may keep. */
const ANSWER = /[?&#](code|state|error|error_description|access_token|iss)=/;

/**
 * Whatever `come` does leads to the app once: nothing then navigates by itself,
 * and neither the address nor the history keeps what was in it.
 */
export async function arrivesOnce(page: Page, come: () => Promise<unknown>) {
  const length = await page.evaluate(() => history.length);
  const navigations: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) {
      navigations.push(request.url());
    }
  });
  await come();
  const own = navigations.filter(isOwn);
  expect(own, 'navigations of the app').toHaveLength(1);
  expect(await page.evaluate(() => history.length), 'history').toBe(length + 1);
  await isAddressClean(page);
}

export async function isAddressClean(page: Page) {
  // A page is not told the addresses in its own history, but the browser is.
  const browser = await page.context().newCDPSession(page);
  const { entries } = await browser.send('Page.getNavigationHistory');
  await browser.detach();
  const own = entries.map(({ url }) => url).filter(isOwn);
  expect(own.filter((url) => ANSWER.test(url)), 'answers in the history').toEqual([]);
}

function isOwn(url: string): boolean {
  return new URL(url).hostname === '127.0.0.1';
}
