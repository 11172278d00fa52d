// Time, of which there are two: the device's, which the page reads, and
// Spotify's.

import type { BrowserContext, Page } from '@playwright/test';
import type { Traffic } from '../watch/traffic.ts';
import type { Spotify } from './spotify.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export class Time {
  private isInHand = false;

  constructor(
    private readonly context: BrowserContext,
    private readonly spotify: Spotify,
    private readonly traffic: Traffic,
  ) {}

  /** Before the first page opens: from then on the device's time can be moved. It runs on by itself. */
  async takeInHand() {
    await this.context.clock.install();
    this.isInHand = true;
  }

  /**
   * Time passes everywhere, as if the device had slept, once no request is on
   * its way: it would run into its time limit, or arrive with a token that has
   * ended meanwhile.
   */
  async passes(ms: number) {
    await this.traffic.comesToRest();
    await this.passesAtSpotify(ms);
    await this.passesHere(ms);
  }

  async passesAtSpotify(ms: number) {
    await this.spotify.advanceClock(ms);
  }

  async passesHere(ms: number) {
    if (!this.isInHand) {
      throw new Error('Take the time in hand before the first page opens.');
    }
    await this.context.clock.fastForward(ms);
  }

  /** No time passes here while this is done, however long it takes. */
  async standsWhile(page: Page, act: () => Promise<unknown>) {
    await this.context.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
    await act();
    await this.context.clock.resume();
  }

  /** What the clock on the listener's wall will show after `ms`, such as `6:57`. */
  async shown(page: Page, ms: number): Promise<string> {
    return page.evaluate(
      (ms) =>
        new Date(Date.now() + ms).toLocaleTimeString([], { hour: 'numeric', minute: '2-digit' }),
      ms,
    );
  }
}
