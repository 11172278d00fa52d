// The simulated Spotify as a process of its own, one for each worker.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** What the simulator says of itself when it has started. */
export interface Announcement {
  tls_port: number;
  control_port: number;
  spki_sha256: string;
  client_id: string;
}

export interface Simulator extends Announcement {
  stop(): Promise<void>;
}

export async function startSimulator(): Promise<Simulator> {
  const program = process.env['CRATEDIGGER_SIMULATOR_BIN'];
  if (program === undefined) {
    throw new Error(
      'CRATEDIGGER_SIMULATOR_BIN does not name the simulated Spotify: run `cargo xtask test browser`.',
    );
  }
  const child = spawn(program, ['--tls', '0', '--control', '0', '--until-stdin-closes'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const failure = once(child, 'error').then(([error]) => Promise.reject(error));
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const announcement = await Promise.race([
    once(lines, 'line').then(([line]) => JSON.parse(line) as Announcement),
    ended.then(() => Promise.reject(new Error('The simulated Spotify ended at once.'))),
    failure,
  ]);
  return {
    ...announcement,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
