// Agreeing without going back: the answer of Spotify's consent page in the
// hands of whoever wants to do something else with it.

import { request } from 'node:https';

/**
 * What Spotify sends the listener back with when they agree to `asked`, the
 * address of the consent page.
 */
export async function answerTo(asked: string, tlsPort: number): Promise<URL> {
  const { hostname, search } = new URL(asked);
  const body = 'decision=agree&account=ada01';
  const location = await new Promise<string | undefined>((resolve, reject) => {
    const post = request({
      host: '127.0.0.1',
      port: tlsPort,
      servername: hostname,
      // The simulator's certificate is made on the spot; nobody has signed it.
      rejectUnauthorized: false,
      method: 'POST',
      path: `/simulator/consent${search}`,
      headers: { host: hostname, 'content-type': 'application/x-www-form-urlencoded' },
    });
    post.on('response', (response) => {
      response.resume();
      resolve(response.headers.location);
    });
    post.on('error', reject);
    post.end(body);
  });
  if (location === undefined) {
    throw new Error('The consent page sends nobody back.');
  }
  return new URL(location);
}
