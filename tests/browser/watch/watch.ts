// What holds for every journey, whatever it is about.

import { expect, type BrowserContext, type Page } from '@playwright/test';
import { isSpotifys } from '../world/chromium.ts';
import type { Site } from '../world/site.ts';
import type { Spotify } from '../world/spotify.ts';
import { verifyAccessible } from './accessibility.ts';
import { verifyManners } from './calls.ts';
import { Console } from './console.ts';
import { verifyNoSecretIn, verifyNoSecretStrays } from './secrets.ts';

export class Watch {
  readonly console: Console;
  private readonly contexts: BrowserContext[] = [];
  private readonly own: string[];
  private readonly violations: string[] = [];
  private readonly errors: string[] = [];
  private readonly strangers: string[] = [];

  constructor(
    site: Site,
    private readonly spotify: Spotify,
  ) {
    this.console = new Console(site.origin);
    this.own = [site.origin, `http://localhost:${site.port}`];
  }

  /** Watches everything in this context, from before its first page. */
  async over(context: BrowserContext) {
    this.contexts.push(context);
    context.on('console', (message) => this.console.hear(message));
    context.on('weberror', (error) => this.errors.push(String(error.error())));
    context.on('request', (request) => this.judge(request.url()));
    await context.exposeBinding('reportPolicyViolation', (_source, violation: string) => {
      this.violations.push(violation);
    });
    await context.addInitScript(() => {
      const { reportPolicyViolation: report } = window as unknown as {
        reportPolicyViolation(violation: string): void;
      };
      addEventListener('securitypolicyviolation', (event) => {
        report(`${event.effectiveDirective} ${event.blockedURI}`);
      });
    });
  }

  /** Another host is part of this journey. */
  admit(site: Site) {
    this.own.push(site.origin);
  }

  private judge(url: string) {
    const { protocol, origin, hostname } = new URL(url);
    const isKnown =
      ['data:', 'about:'].includes(protocol) ||
      this.own.includes(origin) ||
      (protocol === 'https:' && isSpotifys(hostname));
    if (!isKnown) {
      this.strangers.push(url);
    }
  }

  /** This screen has everything it is going to have: now it is examined. */
  async settled(page: Page) {
    await expect(page.locator('#shell')).toHaveCount(0);
    await expect(page.locator('.waiting')).toHaveCount(0);
    await this.examine(page);
  }

  async examine(page: Page) {
    await verifyAccessible(page);
    await this.verifySecretsOf(page);
  }

  async verify() {
    for (const page of this.contexts.flatMap((context) => context.pages())) {
      await this.verifySecretsOf(page);
    }
    verifyNoSecretIn('the console', this.console.text(), await this.spotify.secrets());
    this.console.verify();
    expect(this.violations, 'violations of the policy').toEqual([]);
    expect(this.errors, 'errors in pages').toEqual([]);
    expect(this.strangers, 'requests to other hosts').toEqual([]);
    verifyManners(await this.spotify.log());
  }

  private async verifySecretsOf(page: Page) {
    const secrets = await this.spotify.secrets();
    const own = page.frames().filter((frame) => this.own.some((origin) => frame.url().startsWith(`${origin}/`)));
    for (const frame of own) {
      await verifyNoSecretStrays(frame, secrets);
    }
  }
}
