// The one test function of all journeys: a listener in a fresh browser, and
// what holds for every journey looked after.

import { test as base, expect } from '@playwright/test';
import { Calls } from './watch/calls.ts';
import { Traffic } from './watch/traffic.ts';
import { Watch } from './watch/watch.ts';
import { launchOptions } from './world/chromium.ts';
import { Listener } from './world/listener.ts';
import { PlayerBar } from './world/player-bar.ts';
import { startSimulator, type Simulator } from './world/simulator.ts';
import { bundle, serveBundle, type Site } from './world/site.ts';
import { Spotify } from './world/spotify.ts';
import { Time } from './world/time.ts';

interface World {
  simulator: Simulator;
  site: Site;
}

interface Journey {
  /** The simulated Spotify, as at its start. */
  spotify: Spotify;
  /** What is on its way to Spotify. */
  traffic: Traffic;
  /** What was asked of Spotify. */
  calls: Calls;
  /** Both clocks. */
  time: Time;
  /** Somebody in front of the browser. */
  listener: Listener;
  /** What plays, at the bottom of the page. */
  player: PlayerBar;
  /** Looks after what holds for every journey. */
  watch: Watch;
}

export const test = base.extend<Journey, World>({
  simulator: [
    async ({}, use) => {
      const simulator = await startSimulator();
      await use(simulator);
      await simulator.stop();
    },
    { scope: 'worker' },
  ],
  site: [
    async ({}, use) => {
      const site = await serveBundle(bundle());
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ simulator }, use) => use(launchOptions(simulator)),
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.origin),
  spotify: async ({ simulator }, use) => {
    const spotify = new Spotify(simulator);
    await spotify.reset();
    await use(spotify);
  },
  traffic: [async ({ context }, use) => use(new Traffic(context)), { auto: true }],
  calls: async ({ spotify, traffic }, use) => use(new Calls(spotify, traffic)),
  time: async ({ context, spotify, traffic }, use) => use(new Time(context, spotify, traffic)),
  watch: [
    async ({ site, spotify, context }, use) => {
      const watch = new Watch(site, spotify);
      await watch.over(context);
      await use(watch);
      await watch.verify();
    },
    { auto: true },
  ],
  player: async ({ page, spotify }, use) => use(new PlayerBar(page, spotify)),
  listener: async ({ page, site, spotify }, use) => use(new Listener(page, site, spotify)),
});

export { expect };
