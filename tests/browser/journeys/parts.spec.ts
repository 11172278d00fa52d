// Pages that are not part of the first load arrive when they are first opened.

import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';

const MUSIC = /\/music-[0-9a-f]+\.wasm$/;

async function openSearch(page: Page) {
  await page.getByRole('link', { name: 'Search', exact: true }).click();
}

async function seesSearch(page: Page) {
  await expect(page.getByRole('searchbox')).toBeVisible();
}

test('the first page comes without the others, which follow unasked', async ({ page, listener }) => {
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  const isFetched = () => fetched.some((path) => MUSIC.test(path));
  await listener.open();
  await listener.seesConnect();
  expect(isFetched()).toBe(false);
  await listener.setOut();
  await listener.agree();
  await listener.seesHome();
  await expect.poll(isFetched).toBe(true);
  await openSearch(page);
  await seesSearch(page);
  expect(fetched.filter((path) => MUSIC.test(path))).toHaveLength(1);
});

test('a page that does not arrive says so, and comes when it is asked for again', async ({
  page,
  listener,
  watch,
}) => {
  watch.console.foreseeSome(/^404 \/music-….wasm$/);
  await page.route(MUSIC, (route) => route.fulfill({ status: 404, body: 'Not found' }));
  await listener.signIn('/');
  await openSearch(page);
  await expect(page.getByRole('heading', { name: 'This page did not arrive' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  await watch.examine(page);
  await page.unroute(MUSIC);
  await page.getByRole('button', { name: 'Try again' }).click();
  await seesSearch(page);
});

/** The part of music, held back until that is called. */
async function holdMusic(page: Page): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(MUSIC, async (route) => {
    await arrived;
    await route.continue();
  });
  return arrive;
}

test('a page that is long in coming says so', async ({ page, listener }) => {
  const arrive = await holdMusic(page);
  await listener.signIn('/');
  await openSearch(page);
  await expect(page.getByRole('status').getByText('Fetching this part')).toBeVisible();
  arrive();
  await seesSearch(page);
});

test('what is typed for the search field is in it when it comes', async ({ page, listener }) => {
  const arrive = await holdMusic(page);
  await listener.signIn('/settings');
  await page.keyboard.type('/salt lines');
  await expect(page.getByRole('status').getByText('Fetching this part')).toBeVisible();
  await page.keyboard.type(' ac/dc');
  arrive();
  await expect(page.getByRole('searchbox')).toHaveValue('salt lines ac/dc');
  await page.keyboard.type('!');
  await expect(page.getByRole('searchbox')).toHaveValue('salt lines ac/dc!');
});
