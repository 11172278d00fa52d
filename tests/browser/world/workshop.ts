// The workshop's bench: a sign-in, one step at a time.

import { expect, type Locator, type Page } from '@playwright/test';
import type { Listener } from './listener.ts';

export class Workshop {
  constructor(private readonly page: Page) {}

  /** From nothing to the story of the sign-in that led here. */
  static async ofThisSession(listener: Listener): Promise<Workshop> {
    await listener.signIn('/settings');
    await listener.follow('Workshop');
    return new Workshop(listener.page);
  }

  /** From nothing to a practice run, signed in. */
  static async practising(listener: Listener): Promise<Workshop> {
    const workshop = await Workshop.ofThisSession(listener);
    await listener.press('Practice run');
    return workshop;
  }

  /** The open step says what it is. */
  async isAt(step: string | RegExp) {
    await expect(this.page.getByRole('heading', { level: 2, name: step })).toBeVisible();
  }

  /** A step in the list of them. */
  step(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name });
  }

  /** To the next step, with the keyboard on its heading. */
  async goOn(step: string | RegExp) {
    await this.page.getByRole('button', { name: 'Next step' }).click();
    await this.isAt(step);
    await expect(this.page.getByRole('heading', { level: 2, name: step })).toBeFocused();
  }

  /** A message as it is on the wire. */
  message(title: string | RegExp): Locator {
    return this.page
      .locator('.message')
      .filter({ has: this.page.getByRole('heading', { name: title, exact: true }) });
  }

  /** What a message says. */
  text(title: string | RegExp): Locator {
    return this.message(title).locator('pre');
  }

  /** The callback's checks. */
  get checks(): Locator {
    return this.page.locator('.step-page > .checks li');
  }

  /** What is kept of the session in this tab. */
  session(): Promise<string | null> {
    return this.page.evaluate(() => sessionStorage.getItem('cratedigger.session'));
  }

  /** On the bench of a practice run: to the callback, by way of Spotify. */
  async getsAnAnswer(decide: () => Promise<void>) {
    await this.step('Consent at Spotify').click();
    await this.page.getByRole('button', { name: 'Go to Spotify' }).click();
    await expect(this.page.getByRole('heading', { name: /use an account\?$/ })).toBeVisible();
    await decide();
    await this.isAt(/^5 · The callback/);
  }

  /** From the callback to the answer of the token endpoint. */
  async exchanges() {
    await this.goOn(/^6 · The code, exchanged/);
    await this.page.getByRole('button', { name: /^Exchange/ }).click();
    await this.isAt(/^7 · What came of it/);
  }
}
