// What is at Spotify, for journeys that must know an id: asked as anybody
// could, and not through the app.

import { request } from 'node:https';
import type { Spotify } from './spotify.ts';

/** Everything that reading needs. */
const SCOPE = [
  'playlist-read-private',
  'playlist-read-collaborative',
  'user-library-read',
  'user-read-playback-position',
  'user-top-read',
].join(' ');

export class Catalogue {
  private constructor(
    private readonly token: string,
    private readonly port: number,
  ) {}

  static async open(spotify: Spotify): Promise<Catalogue> {
    return new Catalogue(await spotify.tokenFor('ada01', SCOPE), spotify.tlsPort);
  }

  /** The answer to a read. */
  async ask<T = Found>(path: string): Promise<T> {
    const body = await new Promise<string>((resolve, reject) => {
      const get = request({
        host: '127.0.0.1',
        port: this.port,
        servername: 'api.spotify.com',
        // The simulator's certificate is made on the spot; nobody has signed it.
        rejectUnauthorized: false,
        path: `/v1${path}`,
        headers: { host: 'api.spotify.com', authorization: `Bearer ${this.token}` },
      });
      get.on('response', (response) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () => resolve(text));
      });
      get.on('error', reject);
      get.end();
    });
    return JSON.parse(body) as T;
  }

  /** The first thing of a kind that a search finds. */
  async first(kind: 'show' | 'episode' | 'audiobook' | 'album' | 'playlist', text = 'a'): Promise<Thing> {
    const query = encodeURIComponent(text);
    const found = await this.ask<Record<string, { items: (Thing | null)[] }>>(
      `/search?type=${kind}&limit=10&q=${query}`,
    );
    const thing = found[`${kind}s`]?.items.find((item) => item !== null);
    if (thing === undefined || thing === null) {
      throw new Error(`No ${kind} is found for “${text}”.`);
    }
    return thing;
  }

  /** The first of the listener's playlists that is such. */
  async playlist(is: (playlist: Thing) => boolean): Promise<Thing> {
    for (let offset = 0; ; offset += 50) {
      const page = await this.ask<{ items: (Thing | null)[] }>(
        `/me/playlists?limit=50&offset=${offset}`,
      );
      const found = page.items.find((item) => item !== null && is(item));
      if (found !== undefined && found !== null) {
        return found;
      }
      if (page.items.length === 0) {
        throw new Error('No playlist is such.');
      }
    }
  }
}

export interface Found {
  items: Thing[];
  total: number;
}

/** Whatever has a name. */
export interface Thing {
  id: string;
  name: string;
  uri: string;
  collaborative?: boolean;
  public?: boolean | null;
  owner?: { id: string };
  items?: { total: number };
  total_tracks?: number;
  total_episodes?: number;
}
