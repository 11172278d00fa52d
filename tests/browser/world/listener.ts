// What a listener does in one tab.

import { expect, type Locator, type Page } from '@playwright/test';
import type { Site } from './site.ts';
import type { Spotify } from './spotify.ts';

export type Account = 'Ada' | 'Bob' | 'cleo';

export class Listener {
  constructor(
    readonly page: Page,
    private readonly site: Site,
    private readonly spotify: Spotify,
  ) {}

  /** The same listener in another tab. */
  in(page: Page): Listener {
    return new Listener(page, this.site, this.spotify);
  }

  async open(address = '/') {
    await this.page.goto(this.site.origin + this.site.base + address);
  }

  /** To another tab: this one is hidden. */
  async turnsAway() {
    await this.isSeen(false);
  }

  /** Back to this tab. */
  async comesBack() {
    await this.isSeen(true);
  }

  private async isSeen(isSeen: boolean) {
    await this.page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, isSeen ? 'visible' : 'hidden');
  }

  /** On the Connect page: to Spotify, with the demo app. */
  async setOut() {
    await this.page.getByLabel('Client ID').fill(this.spotify.clientId);
    await this.connect();
    await this.isAsked();
  }

  async connect() {
    await this.page.getByRole('button', { name: 'Connect to Spotify' }).click();
  }

  /** Spotify's consent page is there. */
  async isAsked() {
    await expect(this.page.getByRole('heading', { name: /use an account\?$/ })).toBeVisible();
  }

  /** On Spotify's consent page. */
  async agree(account?: Account) {
    if (account !== undefined) {
      await this.page.getByRole('radio', { name: account }).check();
    }
    await this.page.getByRole('button', { name: 'Agree' }).click();
  }

  /** On Spotify's consent page. */
  async cancel() {
    await this.page.getByRole('button', { name: 'Cancel' }).click();
  }

  /** On Spotify's consent page: agrees, but keeps the answer from the app. */
  async agreeAndKeepTheAnswer(): Promise<URL> {
    return this.spotify.answerTo(this.page.url());
  }

  /** From nothing to `address`, signed in as Ada. */
  async signIn(address = '/top') {
    await this.open(address);
    await this.setOut();
    await this.agree();
    await this.isSignedIn();
  }

  /**
   * The same, granting these too at once: as if each part of the app had asked
   * for its own before.
   */
  async signInWith(scopes: string[], address = '/') {
    await this.signInGranting((asked) => [...new Set([...asked, ...scopes])], address);
  }

  /** From nothing to `address`, signed in as Ada, who keeps these permissions to herself. */
  async signInWithout(scopes: string[], address = '/') {
    await this.signInGranting((asked) => asked.filter((scope) => !scopes.includes(scope)), address);
  }

  private async signInGranting(granted: (asked: string[]) => string[], address: string) {
    const isAsking = (url: URL) =>
      url.hostname === 'accounts.spotify.com' && url.pathname === '/authorize';
    await this.page.route(isAsking, (route) => {
      const url = new URL(route.request().url());
      const asked = url.searchParams.get('scope') ?? '';
      url.searchParams.set('scope', granted(asked.split(' ')).join(' '));
      return route.continue({ url: url.href.replaceAll('+', '%20') });
    });
    await this.signIn(address);
    await this.page.unroute(isAsking);
  }

  /** Presses the button of a trouble that names a permission, and agrees. */
  async grant() {
    await this.press('Grant this permission');
    await this.isAsked();
    await this.agree();
    await this.isSignedIn();
  }

  /** On the Connect page: to Spotify, which does not ask someone who agreed before. */
  async connectOnceMore() {
    await this.connect();
    await this.isSignedIn();
  }

  async isSignedIn(as: string = 'Ada') {
    await expect(this.page.locator('.signed-in-as strong')).toHaveText(as);
  }

  async seesConnect() {
    await expect(this.page.getByRole('button', { name: 'Connect to Spotify' })).toBeVisible();
  }

  /** Top, with everything on it read. */
  async seesTop() {
    await this.seesHeading('Top of the crate');
    await expect(this.page.locator('.rows .row-title').first()).toBeVisible();
    await expect(this.page.locator('.card-name').first()).toBeVisible();
  }

  /** Home, with everything on it read. */
  async seesHome() {
    await this.seesHeading(/^Good (morning|afternoon|evening)/);
    await expect(this.page.locator('.rows .row-title').first()).toBeVisible();
    await expect(this.page.locator('.waiting')).toHaveCount(0);
  }

  /** The field of the search page. */
  get searchField(): Locator {
    return this.page.locator('#search-field');
  }

  /** What was found, of one kind of result. */
  found(kind: string): Locator {
    return this.page.getByRole('region', { name: kind, exact: true });
  }

  /** A screen of its own that says what went wrong. */
  async isTold(title: string) {
    await expect(this.page.getByRole('alert').getByRole('heading', { name: title })).toBeVisible();
  }

  async seesHeading(name: string | RegExp) {
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  async press(name: string) {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async follow(name: string) {
    await this.page.getByRole('link', { name, exact: true }).click();
  }

  /** In the main navigation: the way to the Quota panel. */
  get quotaButton(): Locator {
    return this.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Quota' });
  }

  get quotaPanel(): Locator {
    return this.page.getByRole('dialog', { name: 'Quota' });
  }

  async openQuota(): Promise<Locator> {
    await this.quotaButton.click();
    await expect(this.quotaPanel).toBeVisible();
    return this.quotaPanel;
  }

  async closeQuota() {
    await this.quotaPanel.getByRole('button', { name: 'Close' }).click();
    await expect(this.quotaPanel).toBeHidden();
  }

  async signOut() {
    await this.follow('Settings');
    await this.press('Sign out');
    await this.seesConnect();
  }
}
