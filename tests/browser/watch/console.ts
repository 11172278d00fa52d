// What appears on the console. Nothing may, but for the failed requests that a
// journey brings about itself: Chromium reports each of them, and no page can
// keep it from doing so.

import { expect, type ConsoleMessage } from '@playwright/test';

const STATUS = /^Failed to load resource: the server responded with a status of (\d+) \(.*\)$/;
const NETWORK = /^Failed to load resource: (net::\S+)$/;
const CORS = /^Access to fetch at '([^']+)' from origin '[^']+' has been blocked by CORS policy: /;

export class Console {
  private readonly seen: string[] = [];
  private readonly foreseen: string[] = [];
  private readonly patterns: RegExp[] = [];
  private readonly allowed: RegExp[] = [];

  constructor(private readonly origin: string) {}

  hear(message: ConsoleMessage) {
    const text = shortened(message.text(), message.location().url);
    // Neither the port nor the content of a file is the same every time.
    this.seen.push(text.replace(this.origin, '').replace(/-[0-9a-f]{16}\./, '-….'));
  }

  /** These messages will appear, each as often as it is named, and no others. */
  foresee(...messages: string[]) {
    this.foreseen.push(...messages);
  }

  /** Messages like this will appear, nobody can say how often: at least once. */
  foreseeSome(pattern: RegExp) {
    this.patterns.push(pattern);
  }

  /** Messages like this may appear, or not: what the browser does when it likes. */
  allow(pattern: RegExp) {
    this.allowed.push(pattern);
  }

  verify() {
    for (const pattern of this.patterns) {
      expect(this.seen, 'on the console').toContainEqual(expect.stringMatching(pattern));
    }
    const known = [...this.patterns, ...this.allowed];
    const others = this.seen.filter((text) => !known.some((pattern) => pattern.test(text)));
    expect(others.toSorted(), 'on the console').toEqual(this.foreseen.toSorted());
  }

  text(): string {
    return this.seen.join('\n');
  }
}

/**
 * Chromium's sentences about failed requests as `401 https://host/path`,
 * `net::ERR_FAILED https://host/path` and `CORS https://host/path`; everything
 * else word for word.
 */
function shortened(text: string, url: string): string {
  const status = STATUS.exec(text)?.[1] ?? NETWORK.exec(text)?.[1];
  if (status !== undefined) {
    return `${status} ${withoutQuery(url)}`;
  }
  const blocked = CORS.exec(text)?.[1];
  return blocked === undefined ? text : `CORS ${withoutQuery(blocked)}`;
}

function withoutQuery(url: string): string {
  return url.split('?')[0] ?? url;
}
