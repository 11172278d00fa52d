// A machine of one's own, on which code from a page is run as it stands.

import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs `code` in a shell where `curl` finds the simulator in the place of
 * Spotify's hosts, and gives what it writes.
 */
export async function runInShell(
  code: string,
  tlsPort: number,
  environment: Record<string, string>,
): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'cratedigger-'));
  try {
    const hosts = ['accounts.spotify.com', 'api.spotify.com'];
    const ways = hosts.map((host) => `connect-to = "${host}:443:127.0.0.1:${tlsPort}"`);
    // The simulator's certificate is made on the spot; nobody has signed it.
    await writeFile(join(home, '.curlrc'), ['silent', 'insecure', ...ways].join('\n'));
    const env = { PATH: process.env['PATH'] ?? '', HOME: home, CURL_HOME: home, ...environment };
    return (await run('sh', ['-c', code], { env })).stdout;
  } finally {
    await rm(home, { recursive: true });
  }
}
