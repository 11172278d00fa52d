import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';
import type { Listener } from '../world/listener.ts';
import { Workshop } from '../world/workshop.ts';

async function take(page: Page, name: string) {
  // A picture with holes in it tells nobody anything.
  await page.evaluate(async () => {
    await document.fonts.ready;
    const near = [...document.images].filter(
      (image) => image.checkVisibility() && image.getBoundingClientRect().top < innerHeight,
    );
    await Promise.all(near.map((image) => image.decode()));
  });
  await page.screenshot({
    path: new URL(`../screenshots/${name}.png`, import.meta.url).pathname,
    animations: 'disabled',
    caret: 'hide',
  });
}

async function top(listener: Listener) {
  await listener.signIn();
  await listener.seesTop();
  await expect(listener.page.locator('.waiting')).toHaveCount(0);
}

test.describe('at a desk', () => {
  test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 });

  test('Home, in the light', async ({ page, listener, spotify }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await listener.signIn('/');
    await spotify.act({ device: 'Kitchen speaker', playing: true, position_ms: 84_000 });
    await page.reload();
    await listener.seesHome();
    await expect(page.getByRole('region', { name: 'Player' })).toBeVisible();
    await take(page, 'home-light');
  });

  test('Connect, in the light', async ({ page, listener }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await listener.open();
    await listener.seesConnect();
    await take(page, 'connect-light');
  });

  test('The workshop, in the dark', async ({ page, listener }) => {
    await page.emulateMedia({ colorScheme: 'dark' });
    const workshop = new Workshop(page);
    await listener.signIn('/settings');
    await listener.follow('Workshop');
    await listener.press('Practice run');
    await workshop.goOn(/^2 · Its hash/);
    await workshop.goOn(/^3 · What Spotify is asked/);
    await take(page, 'workshop-dark');
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`Top, in the ${colorScheme}`, async ({ page, listener }) => {
      await page.emulateMedia({ colorScheme });
      await top(listener);
      await take(page, `top-${colorScheme}`);
    });
  }
});

test.describe('in a hand', () => {
  test.use({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true });

  test('Top, in the light', async ({ page, listener }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await top(listener);
    await take(page, 'top-phone');
  });
});
