// From a small phone to a large screen: nothing is cut off and nothing has to
// be pushed sideways.

import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';

const WIDTHS = [320, 390, 1280, 1920];

async function fits(page: Page, screen: string) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const overhang = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overhang, `${screen} at ${width} pixels`).toBe(0);
  }
}

test('every screen fits from 320 pixels to 1920', async ({ page, listener, watch }) => {
  watch.console.foresee('403 https://api.spotify.com/v1/me');
  await listener.open();
  await listener.seesConnect();
  await fits(page, 'Connect');
  await listener.setOut();
  await page.goBack();
  await expect(page.getByText('INVALID_CLIENT: Invalid client')).toBeVisible();
  await fits(page, 'Connect, come back half way');
  await listener.open('/?code=x&state=y');
  await listener.isTold('This answer does not belong to a sign-in here');
  await fits(page, 'a sign-in that failed');
  await listener.press('Back to the Connect page');
  await listener.setOut();
  await listener.agree('Bob');
  await listener.isTold('This account is not on the app’s list');
  await fits(page, 'an account that is not on the list');
  await listener.press('Use another account');
  await listener.isAsked();
  await listener.agree('Ada');
  await listener.seesHome();
  await fits(page, 'Home');
  await listener.follow('Top');
  await listener.seesTop();
  await fits(page, 'Top');
  await listener.follow('All 50');
  await expect(page.locator('.card-name')).toHaveCount(50);
  await fits(page, 'all artists');
  await listener.follow('Settings');
  await listener.seesHeading('Settings');
  await fits(page, 'Settings');
  await listener.open('/about');
  await listener.seesHeading('About, privacy and terms');
  await fits(page, 'About');
  for (const [address, heading] of [
    ['/workshop', 'PKCE, step by step'],
    ['/workshop/ways', 'Three ways to authorize'],
    ['/workshop/token', 'Token inspector'],
  ] as const) {
    await listener.open(address);
    await listener.seesHeading(heading);
    await fits(page, heading);
  }
  const panel = await listener.openQuota();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 480 });
    const { x, y, right, bottom, overhang } = await panel.evaluate((dialog) => {
      const { x, y, right, bottom } = dialog.getBoundingClientRect();
      return { x, y, right, bottom, overhang: dialog.scrollWidth - dialog.clientWidth };
    });
    expect(overhang, `the Quota panel at ${width} pixels`).toBe(0);
    expect(Math.min(x, y, width - right, 480 - bottom), 'around the panel').toBeGreaterThan(0);
  }
  await listener.open('/no/such/page');
  await listener.seesHeading('No such page');
  await fits(page, 'no such page');
});

test('on a phone the way around is at the bottom, with room for a thumb', async ({
  page,
  listener,
  watch,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await listener.signIn();
  await listener.seesTop();
  const ways = page.getByRole('navigation', { name: 'Main' }).getByRole('listitem').locator('a, button');
  await expect(ways).toHaveText(['Home', 'Search', 'Top', 'Playlists', 'Workshop', 'Settings', /^Quota/]);
  for (const way of await ways.all()) {
    const box = await way.boundingBox();
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(44);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(760);
  }
  // Axe does not scroll: what is just behind the bar looks to it as if it stayed there.
  await page.setViewportSize({ width: 390, height: 6000 });
  await watch.settled(page);
  await listener.follow('Settings');
  await listener.seesHeading('Settings');
  await watch.settled(page);
});

test('an address that is none of ours has a way back', async ({ page, listener, watch }) => {
  await listener.signIn();
  await listener.open('/no/such/page');
  await listener.seesHeading('No such page');
  await watch.settled(page);
  await listener.follow('To your crate');
  await listener.seesHome();
});

test('with enlarged text the pages still fit', async ({ page, listener }) => {
  // What 200 % zoom makes of a window of 1280 by 800.
  await page.setViewportSize({ width: 640, height: 400 });
  await listener.signIn();
  await listener.seesTop();
  const overhang = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overhang()).toBe(0);
  await listener.follow('Settings');
  await listener.seesHeading('Settings');
  expect(await overhang()).toBe(0);
});

test('where the system chooses the colours, what is chosen is still told apart', async ({
  page,
  listener,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await listener.signIn('/settings');
  const ground = (label: string) =>
    page
      .locator('.choice .segment', { hasText: label })
      .evaluate((segment) => getComputedStyle(segment).backgroundColor);
  expect(await ground('System')).not.toBe(await ground('Dark'));
  const edge = (name: string) =>
    page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name })
      .evaluate((link) => getComputedStyle(link).borderColor);
  expect(await edge('Settings')).not.toBe(await edge('Home'));
});
