// What is on its way from any page of a browser to Spotify.

import { expect, type BrowserContext, type Page, type Request } from '@playwright/test';

const HOSTS = new Set(['api.spotify.com', 'accounts.spotify.com']);

export class Traffic {
  private readonly onTheirWay = new Set<Request>();

  constructor(private readonly context: BrowserContext) {
    context.on('request', (request) => {
      if (HOSTS.has(new URL(request.url()).hostname)) {
        this.onTheirWay.add(request);
      }
    });
    context.on('requestfinished', (request) => this.onTheirWay.delete(request));
    context.on('requestfailed', (request) => this.onTheirWay.delete(request));
    context.on('page', (page) => page.on('close', () => this.forget(page)));
  }

  /**
   * Nothing is on its way any more, and no page that was just answered has
   * asked for something else.
   */
  async comesToRest() {
    const isAtRest = async () => {
      await Promise.all(this.context.pages().map(answers));
      return this.onTheirWay.size;
    };
    await expect
      .poll(async () => (await isAtRest()) + (await isAtRest()), { message: 'on their way' })
      .toBe(0);
  }

  private forget(page: Page) {
    for (const request of this.onTheirWay) {
      if (request.serviceWorker() === null && request.frame().page() === page) {
        this.onTheirWay.delete(request);
      }
    }
  }
}

/** What this page did before is known by now. One that is leaving has nothing to tell. */
async function answers(page: Page) {
  await page.evaluate(() => undefined).catch(() => undefined);
}
