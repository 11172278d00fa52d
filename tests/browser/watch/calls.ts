// The calls that reached Spotify, held against what a journey may cost.

import { expect } from '@playwright/test';
import type { Call, Spotify } from '../world/spotify.ts';
import type { Traffic } from './traffic.ts';

const ACCOUNTS = 'accounts.spotify.com';
const API = 'api.spotify.com';
const COVERS = 'i.scdn.co';
const PLAYER = 'GET /v1/me/player';

export class Calls {
  private from = 0;

  constructor(
    private readonly spotify: Spotify,
    private readonly traffic: Traffic,
  ) {}

  /** Only what comes from now on counts, and what is on its way already does not. */
  async fromNow() {
    await this.traffic.comesToRest();
    this.from = (await this.spotify.log()).at(-1)?.seq ?? 0;
  }

  /**
   * Exactly these calls of the token endpoint and the Web API were made, such
   * as `{'POST /api/token': 1, 'GET /v1/me': 1}`; preflights do not count. What
   * plays is looked at by every page that is opened, and again while something
   * plays: that counts only where it is named.
   */
  async were(expected: Record<string, number>) {
    await expect
      .poll(() => this.counted(PLAYER in expected), { message: 'calls' })
      .toEqual(expected);
  }

  private async counted(withPlayer: boolean): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const call of await this.sofar()) {
      if (call.method !== 'OPTIONS' && (call.host === API || call.path === '/api/token')) {
        const name = `${call.method} ${call.path}`;
        if (name !== PLAYER || withPlayer) {
          counts[name] = (counts[name] ?? 0) + 1;
        }
      }
    }
    return counts;
  }

  /** How many calls of the Web API were made. */
  async ofTheApi(): Promise<number> {
    return (await this.api()).length;
  }

  /** The same without those that only look at what plays. */
  async besidesThePlayer(): Promise<number> {
    const all = await this.api();
    return all.filter((call) => `${call.method} ${call.path}` !== PLAYER).length;
  }

  private async api(): Promise<Call[]> {
    const all = await this.sofar();
    return all.filter((call) => call.host === API && call.method !== 'OPTIONS');
  }

  /** The requests to Spotify's consent page, each by its parameters. */
  async authorizations(): Promise<URLSearchParams[]> {
    return (await this.sofar())
      .filter((call) => call.host === ACCOUNTS && call.path === '/authorize')
      .map((call) => new URLSearchParams(call.query));
  }

  async sofar(): Promise<Call[]> {
    return (await this.spotify.log()).filter((call) => this.from < call.seq);
  }
}

/** What no journey may do, whatever else it is about. */
export function verifyManners(log: Call[]) {
  const odd = (keep: (call: Call) => boolean) =>
    log.filter(keep).map((call) => `${call.method} ${call.host}${call.path}`);
  expect(
    log.flatMap((call) => call.marks),
    'what Spotify ignores in silence',
  ).toEqual([]);
  expect(odd((call) => call.had_cookie), 'calls with a cookie').toEqual([]);
  expect(odd((call) => call.referer !== null), 'calls with a Referer').toEqual([]);
  expect(
    odd((call) => call.host === COVERS && call.method !== 'GET'),
    'calls for covers that need a preflight',
  ).toEqual([]);
}
