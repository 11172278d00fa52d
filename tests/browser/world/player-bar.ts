// The bar of the player, and the sheet of devices.

import { expect, type Locator, type Page } from '@playwright/test';
import type { Calls } from '../watch/calls.ts';
import type { Spotify } from './spotify.ts';

export class PlayerBar {
  readonly bar: Locator;
  readonly devices: Locator;

  constructor(
    private readonly page: Page,
    private readonly spotify: Spotify,
  ) {
    this.bar = page.getByRole('region', { name: 'Player' });
    this.devices = page.getByRole('dialog', { name: /^(Devices|Where should it play\?)$/ });
  }

  get title(): Locator {
    return this.bar.locator('.player-words strong');
  }

  control(name: string): Locator {
    return this.bar.locator('.player-middle').getByRole('button', { name, exact: true });
  }

  slider(name: 'Seek' | 'Volume'): Locator {
    return this.bar.getByRole('slider', { name });
  }

  async press(name: string) {
    await this.control(name).click();
  }

  async openDevices() {
    await this.bar.getByRole('button', { name: /^Plays on/ }).click();
    await expect(this.devices).toBeVisible();
  }

  /** In the sheet of devices. */
  async choose(name: string | RegExp) {
    await this.devices.getByRole('button', { name }).click();
    await expect(this.devices).toBeHidden();
  }

  async playsOn(device: string) {
    await expect(this.bar.locator('.device-name')).toHaveText(device);
    await expect
      .poll(async () => (await this.spotify.playback()).devices.find(({ active }) => active)?.name)
      .toBe(device);
  }

  /** How many things `calls` put into the queue. */
  async queuedWith(calls: Calls): Promise<number> {
    const all = await calls.sofar();
    return all.filter(({ method, path }) => method === 'POST' && path === '/v1/me/player/queue').length;
  }

  /** What it says when something came to nothing. */
  get says(): Locator {
    return this.bar.locator('.player-says');
  }

  /** Nothing on its way: what is shown is what Spotify says. */
  async hasSettled() {
    await expect(this.page.locator('.waiting')).toHaveCount(0);
  }
}
