// Further tabs of one browser.

import { expect, type BrowserContext, type Page } from '@playwright/test';
import type { Listener } from './listener.ts';

/** A link opened in a new tab: no copy of the storage, and no way back. */
export async function inNewTab(listener: Listener, link: string): Promise<Listener> {
  const opened = listener.page.context().waitForEvent('page');
  await listener.page
    .getByRole('link', { name: link, exact: true })
    .click({ modifiers: ['ControlOrMeta'] });
  return listener.in(await opened);
}

/**
 * A tab that the listener opens by itself, which is as empty. Where the time is
 * in hand: a page that a click opens may be quicker than its clock.
 */
export async function inFreshTab(listener: Listener, address: string): Promise<Listener> {
  const fresh = listener.in(await listener.page.context().newPage());
  await fresh.open(address);
  return fresh;
}

/**
 * What “Duplicate” does: a new tab at the same address with the same storage,
 * and no way back to this one. It goes to the address only once its clock is in
 * it; what the opener sends there at once may be quicker.
 */
export async function duplicate(listener: Listener): Promise<Listener> {
  const opened = listener.page.waitForEvent('popup');
  await listener.page.evaluate(() => {
    const copy = window.open('about:blank');
    if (copy !== null) {
      copy.opener = null;
    }
  });
  const copy = listener.in(await opened);
  await copy.page.goto(listener.page.url());
  await copy.isSignedIn();
  return copy;
}

/** As in browsers from before the Web Locks API. */
export async function withoutLocks(context: BrowserContext) {
  await context.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'locks', { get: () => undefined });
  });
}

/** What a tab keeps besides the mark that it is one. */
export async function keptIn(page: Page): Promise<string[]> {
  const keys = await page.evaluate(() => Object.keys(sessionStorage));
  return keys.filter((key) => key !== 'cratedigger.tab' && key !== 'cratedigger.quota').toSorted();
}

/** All of these are signed in, or none is. */
export async function allShow(tabs: Listener[], name: string | null) {
  for (const tab of tabs) {
    await (name === null ? tab.seesConnect() : tab.isSignedIn(name));
  }
  expect(tabs.length).toBeGreaterThan(0);
}
