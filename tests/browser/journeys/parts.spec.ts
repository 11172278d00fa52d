// Pages that are not part of the first load arrive when they are first opened.

import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';

const PROGRAM = /\/cratedigger_bg-[0-9a-f]+\.wasm$/;
const LISTENING = /\/listening-[0-9a-f]+\.wasm$/;
const PLAYER = /\/window-[0-9a-f]+\.wasm$/;
const MUSIC = /\/music-[0-9a-f]+\.wasm$/;

const INCOMPLETE = 'Not all of Cratedigger arrived';

/** What is fetched from now on. */
function fetchedBy(page: Page) {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return { times: (part: RegExp) => paths.filter((path) => part.test(path)).length };
}

/** When the file whose path contains this was asked for, in milliseconds, once it has come. */
function begun(page: Page, name: string): Promise<number> {
  return page.evaluate((name) => {
    const all = performance.getEntriesByType('resource');
    return all.find((entry) => entry.name.includes(name))?.startTime ?? NaN;
  }, name);
}

/** Keeps a part from arriving until it is let go. */
async function holdBack(page: Page, part: RegExp): Promise<() => void> {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(part, async (route) => {
    await arrived;
    await route.continue();
  });
  return arrive;
}

async function lose(page: Page, part: RegExp) {
  await page.route(part, (route) => route.fulfill({ status: 404, body: 'Not found' }));
}

/** From the next load on: what heads the page, one after the other. */
async function headingsOf(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const text = document.querySelector('main:not(#stopped) h1')?.textContent ?? '';
      if (text !== '' && text !== seen.at(-1)) {
        seen.push(text);
      }
    }).observe(document, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen);
}

async function openSearch(page: Page) {
  await page.getByRole('link', { name: 'Search', exact: true }).click();
}

async function seesSearch(page: Page) {
  await expect(page.getByRole('searchbox')).toBeVisible();
}

test('the Connect page comes without the others, which follow unasked', async ({ page, listener }) => {
  const fetched = fetchedBy(page);
  await listener.open();
  await listener.seesConnect();
  const since = async () => (await begun(page, '/listening-')) - (await begun(page, '/cratedigger_bg-'));
  await expect.poll(since).toBeGreaterThan(2000);
  expect(fetched.times(MUSIC)).toBe(0);
  await listener.setOut();
  await listener.agree();
  await listener.seesHome();
  await expect.poll(() => fetched.times(MUSIC)).toBe(1);
  await openSearch(page);
  await seesSearch(page);
  expect(fetched.times(MUSIC)).toBe(1);
});

test('while the listener’s part is awaited, whoever signs in or reloads sees nothing else', async ({
  page,
  listener,
  calls,
  traffic,
}) => {
  const headings = await headingsOf(page);
  const letGo = await holdBack(page, LISTENING);
  await listener.open();
  await listener.setOut();
  await listener.agree();
  await calls.were({ 'POST /api/token': 1, 'GET /v1/me': 1 });
  await traffic.comesToRest();
  await listener.seesHeading('Signing you in');
  letGo();
  await listener.seesHome();
  const [home] = (await headings()).slice(2);
  expect(await headings()).toEqual(['Opening the crate', 'Signing you in', home]);

  const letGoAgain = await holdBack(page, LISTENING);
  await page.reload();
  await expect(page.getByText('Opening the crate')).toBeVisible();
  letGoAgain();
  await listener.seesHome();
  expect(await headings()).toEqual(['Opening the crate', home]);
});

test('a tab that keeps a session asks for the listener’s part beside the program', async ({
  page,
  listener,
}) => {
  await listener.signIn('/');
  const fetched = fetchedBy(page);
  const letGo = await holdBack(page, PROGRAM);
  await page.reload({ waitUntil: 'commit' });
  await expect.poll(() => fetched.times(LISTENING)).toBe(1);
  letGo();
  await listener.seesHome();
  expect(fetched.times(LISTENING)).toBe(1);
});

test('the page for playing here fetches nothing of it, whatever the tab keeps', async ({
  page,
  listener,
}) => {
  await listener.signIn('/');
  const fetched = fetchedBy(page);
  await listener.open('/player.html');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(fetched.times(PLAYER)).toBe(1);
  expect(fetched.times(LISTENING)).toBe(0);
});

test('a sign-in is not lost when the listener’s part does not arrive', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  watch.console.foreseeSome(/^404 \/listening-….wasm$/);
  await lose(page, LISTENING);
  await listener.open();
  await listener.setOut();
  await listener.agree();
  await listener.isTold(INCOMPLETE);
  await watch.examine(page);
  await listener.press('Try again');
  await listener.isTold(INCOMPLETE);
  await listener.press('Reload');
  await listener.isTold(INCOMPLETE);
  expect(await calls.ofTheApi()).toBe(1);
  await page.unroute(LISTENING);
  await listener.press('Try again');
  await listener.seesHome();
  await listener.isSignedIn();
});

test('a page that does not arrive says so, and comes when it is asked for again', async ({
  page,
  listener,
  watch,
}) => {
  watch.console.foreseeSome(/^404 \/music-….wasm$/);
  await lose(page, MUSIC);
  await listener.signIn('/');
  await openSearch(page);
  await expect(page.getByRole('heading', { name: 'This page did not arrive' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  await watch.examine(page);
  await page.unroute(MUSIC);
  await page.getByRole('button', { name: 'Try again' }).click();
  await seesSearch(page);
});

test('a page that is long in coming says so', async ({ page, listener }) => {
  const letGo = await holdBack(page, MUSIC);
  await listener.signIn('/');
  await openSearch(page);
  await expect(page.getByRole('status').getByText('Fetching this part')).toBeVisible();
  letGo();
  await seesSearch(page);
});

test('what is typed for the search field is in it when it comes', async ({ page, listener }) => {
  const letGo = await holdBack(page, MUSIC);
  await listener.signIn('/settings');
  await page.keyboard.type('/salt lines');
  await expect(page.getByRole('status').getByText('Fetching this part')).toBeVisible();
  await page.keyboard.type(' ac/dc');
  letGo();
  await expect(page.getByRole('searchbox')).toHaveValue('salt lines ac/dc');
  await page.keyboard.type('!');
  await expect(page.getByRole('searchbox')).toHaveValue('salt lines ac/dc!');
});
