// This browser as a device: the window that plays.

import { expect, type Locator, type Page } from '@playwright/test';
import type { Listener } from './listener.ts';

/** Where Spotify's Web Playback SDK comes from. */
export const SDK = 'https://sdk.scdn.co/spotify-player.js';

export class PlayerWindow {
  private constructor(readonly page: Page) {}

  /** Signed in, with what playing here needs, on the page that has the button. */
  static async permitted(listener: Listener) {
    await listener.signIn('/settings');
    await listener.press('Permit playing here');
    await listener.isAsked();
    await listener.agree();
    await expect(listener.page.getByRole('button', { name: 'Play in this browser' })).toBeVisible();
  }

  static async open(listener: Listener): Promise<PlayerWindow> {
    const opened = listener.page.context().waitForEvent('page');
    await listener.press('Play in this browser');
    return new PlayerWindow(await opened);
  }

  /** From nothing to a device. */
  static async ready(listener: Listener): Promise<PlayerWindow> {
    await PlayerWindow.permitted(listener);
    const window = await PlayerWindow.open(listener);
    await window.playHere();
    await expect(PlayerWindow.statusIn(listener.page)).toHaveText(/is a device of yours/);
    return window;
  }

  /** What the app says of its window. */
  static statusIn(app: Page): Locator {
    return app.getByRole('region', { name: 'This browser' }).getByRole('status');
  }

  async playHere() {
    await this.press('Play in this window');
  }

  async press(name: string) {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** What went wrong. */
  async isTold(title: string) {
    await expect(this.page.getByRole('alert').getByRole('heading', { name: title })).toBeVisible();
  }

  /** What the browser was told of what plays. */
  forTheSystem(): Promise<{ title: string | undefined; state: string }> {
    return this.page.evaluate(() => {
      const { metadata, playbackState } = navigator.mediaSession;
      return { title: metadata?.title, state: playbackState };
    });
  }

  get song(): Locator {
    return this.page.getByRole('region', { name: 'Plays here' });
  }
}
