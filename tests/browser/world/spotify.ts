// The control address of the simulated Spotify.

import { answerTo } from './consent.ts';
import type { Announcement } from './simulator.ts';

/** One entry of its log. */
export interface Call {
  seq: number;
  host: string;
  method: string;
  path: string;
  query: string;
  status: number | null;
  client_id: string | null;
  account: string | null;
  marks: string[];
  faults: string[];
  had_cookie: boolean;
  referer: string | null;
}

/** Every secret it has seen or issued. */
export interface Secrets {
  codes: string[];
  access_tokens: string[];
  refresh_tokens: string[];
  verifiers: string[];
  states: string[];
}

export interface Fault {
  fault: string;
  host?: 'accounts' | 'api' | 'covers' | 'sdk';
  method?: string;
  path?: string;
  after?: number;
  times?: number;
  retry_after_s?: number;
  hold_ms?: number;
  reason?: string;
}

export type SdkFate =
  | 'works'
  | 'initialization_error'
  | 'authentication_error'
  | 'account_error'
  | 'playback_error'
  | 'autoplay_failed'
  | 'never_ready';

/** What somebody does on a device. */
export interface PlayerOrder {
  device?: string;
  play?: string;
  position?: number;
  position_ms?: number;
  playing?: boolean;
  private?: boolean;
  quiet?: boolean;
}

export interface Playback {
  devices: { name: string; active: boolean; asleep: boolean }[];
  playing: boolean;
  private: boolean;
  context: string | null;
  position_ms: number;
}

export interface App {
  client_id: string;
  redirect_uris: string[];
  allow_list: string[];
  owner_premium: boolean;
}

export class Spotify {
  /** The app that is registered from the start. */
  readonly clientId: string;
  /** Where its hosts are served. */
  readonly tlsPort: number;

  constructor(private readonly simulator: Announcement) {
    this.clientId = simulator.client_id;
    this.tlsPort = simulator.tls_port;
  }

  reset = () => this.command('POST', '/reset');
  advanceClock = (ms: number) => this.command('POST', '/clock', { advance_ms: ms });
  order = (fault: Fault) => this.command('POST', '/faults', fault);
  clearFaults = () => this.command('DELETE', '/faults');
  rotateRefreshTokens = (on: boolean) =>
    this.command('PATCH', '/switches', { legacy_rotation: on });
  /** What becomes of the Web Playback SDK in a page. */
  decideSdk = (sdk: SdkFate) => this.command('PATCH', '/switches', { sdk });
  /** How long a new playlist cannot be read. */
  delayNewPlaylists = (ms: number) =>
    this.command('PATCH', '/switches', { new_playlist_lag_ms: ms });
  /** Whether artists cannot be followed by an app. */
  refuseArtists = (on: boolean) => this.command('PATCH', '/switches', { artists_refused: on });
  /** Whether answers lose what may be null or missing. */
  sprinkleNulls = (on: boolean) => this.command('PATCH', '/switches', { null_sprinkling: on });
  /** As if somebody did it on the device itself. */
  act = (deed: PlayerOrder) => this.command('POST', '/player', deed) as Promise<Playback>;
  /** What plays, as Spotify knows it. */
  playback = (): Promise<Playback> => this.act({});
  /** What becomes of devices, each by its name. */
  changeDevices = (order: {
    add?: { name: string; type: string };
    remove?: string;
    sleep?: string;
    wake?: string;
    restrict?: string;
  }) => this.command('POST', '/devices', order);
  expireAccessTokens = () => this.command('POST', '/tokens/expire');
  revokeGrants = () => this.command('POST', '/grants/revoke');
  changeApp = (change: Partial<App>) => this.command('PATCH', `/apps/${this.clientId}`, change);
  /** As if the account had moved, or changed what it pays for. */
  changeAccount = (id: string, change: { country?: string; subscription?: 'free' | 'premium' }) =>
    this.command('PATCH', `/accounts/${id}`, change);
  /** A playlist that appears behind the app's back. */
  makePlaylist = (order: {
    account?: string;
    name: string;
    items?: number;
    filling?: string;
    owner?: string;
    public?: boolean;
    collaborative?: boolean;
  }) => this.command('POST', '/playlists', { account: 'ada01', ...order }) as Promise<{ id: string }>;
  /** A token that nobody signed in for. */
  tokenFor = async (account: string, scope: string): Promise<string> => {
    const tokens = await this.command('POST', '/tokens', { account, scope });
    return (tokens as { access_token: string }).access_token;
  };
  /** The token that the app gets without any listener, by its client credentials. */
  tokenOfTheApp = async (): Promise<string> => {
    const token = await this.command('POST', '/tokens', { app_alone: true });
    return (token as { access_token: string }).access_token;
  };
  /** What was asked so far is none of the app's. */
  forgetLog = () => this.command('DELETE', '/log');
  log = () => this.command('GET', '/log') as Promise<Call[]>;
  secrets = () => this.command('GET', '/secrets') as Promise<Secrets>;

  /** What Spotify sends a listener back with who agrees on the consent page `asked`. */
  answerTo = (asked: string): Promise<URL> => answerTo(asked, this.simulator.tls_port);

  private async command(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`http://127.0.0.1:${this.simulator.control_port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    }
    return answer.json();
  }
}
