// How Chromium is started: as it comes, but with the simulator in the place of
// Spotify's hosts and with no other host to reach.

import type { LaunchOptions } from '@playwright/test';
import type { Announcement } from './simulator.ts';

/** Spotify's hosts, as far as the app has anything to ask of them. */
export const SPOTIFY_HOSTS = [
  'accounts.spotify.com',
  'api.spotify.com',
  '*.scdn.co',
  '*.spotifycdn.com',
];

export function isSpotifys(host: string): boolean {
  return SPOTIFY_HOSTS.some((known) =>
    known.startsWith('*') ? host.endsWith(known.slice(1)) : host === known,
  );
}

export function launchOptions(simulator: Announcement): LaunchOptions {
  const program = process.env['CRATEDIGGER_CHROMIUM'];
  const spotify = SPOTIFY_HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${simulator.tls_port}`);
  const rules = [...spotify, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'];
  return {
    ...(program === undefined ? {} : { executablePath: program }),
    args: [
      `--host-resolver-rules=${rules.join(', ')}`,
      `--ignore-certificate-errors-spki-list=${simulator.spki_sha256}`,
      // Without these it asks for Google's hosts as soon as it starts.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--disable-gpu',
      '--no-first-run',
      // The address field of each window would start two pages of its own.
      '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup',
    ],
  };
}
