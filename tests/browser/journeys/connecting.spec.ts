// From nothing to the first screens, and what that costs.

import { expect, test } from '../journey.ts';
import { isAddressClean } from '../world/arrival.ts';

const READING_TOP = { 'GET /v1/me/top/artists': 1, 'GET /v1/me/top/tracks': 1 };

const READING_HOME = { 'GET /v1/me/player/recently-played': 1, 'GET /v1/me/playlists': 1 };
const LOOKING = { 'GET /v1/me/player': 1 };

test('from the Connect page through consent to Home, and still there after a reload', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  await listener.open();
  await listener.seesConnect();
  await watch.settled(page);
  await listener.setOut();
  await listener.agree();
  await listener.seesHome();
  await expect(page).toHaveURL('/');
  await isAddressClean(page);
  await watch.settled(page);
  await calls.were({ 'POST /api/token': 1, 'GET /v1/me': 1, ...LOOKING, ...READING_HOME });

  await calls.fromNow();
  await page.reload();
  await listener.seesHome();
  await listener.isSignedIn();
  await calls.were({ ...LOOKING, ...READING_HOME });
});

test('the address is cleaned before anything is read or asked', async ({ page, listener }) => {
  await listener.open();
  await listener.setOut();
  const deeds: string[] = [];
  await page.exposeBinding('reportDeed', (_source, deed: string) => void deeds.push(deed));
  await page.addInitScript(() => {
    const { reportDeed } = window as unknown as { reportDeed(deed: string): void };
    for (const [of, name] of [
      [History.prototype, 'replaceState'],
      [Storage.prototype, 'getItem'],
      [Storage.prototype, 'removeItem'],
      [window, 'fetch'],
    ] as const) {
      const own = Reflect.get(of, name) as (...given: unknown[]) => unknown;
      Reflect.set(of, name, function (this: unknown, ...given: unknown[]) {
        const isOwnFile = name === 'fetch' && String(given[0]).startsWith('/');
        reportDeed(isOwnFile ? 'fetch the program' : name);
        return own.apply(this, given);
      });
    }
  });
  await listener.agree();
  await listener.seesHome();
  expect(deeds[0]).toBe('fetch the program');
  expect(deeds[1]).toBe('replaceState');
  expect(deeds).toContain('getItem');
  expect(deeds).toContain('fetch');
});

test('a page deep inside is where a listener comes back to after signing in', async ({
  page,
  listener,
  calls,
}) => {
  await listener.open('/top?range=1-year');
  await listener.seesConnect();
  await calls.were({});
  await listener.setOut();
  await listener.agree();
  await listener.seesTop();
  await expect(page).toHaveURL('/top?range=1-year');
  await expect(page.getByRole('link', { name: 'A year' })).toHaveAttribute('aria-current', 'page');
  await calls.were({ 'POST /api/token': 1, 'GET /v1/me': 1, ...READING_TOP });
});

for (const address of ['//evil.example/x', '/%2f%2fevil.example', '/@evil.example']) {
  test(`nobody is led off this site who began at ${address}`, async ({ page, listener, site }) => {
    await listener.open(address);
    await listener.setOut();
    await listener.agree();
    await listener.seesHome();
    expect(page.url()).toBe(`${site.origin}/`);
  });
}

test('a deep link opened in a signed-in tab never flashes the Connect page', async ({
  page,
  listener,
}) => {
  await listener.signIn();
  const shown: string[] = [];
  await page.exposeBinding('reportHeading', (_source, text: string) => void shown.push(text));
  await page.addInitScript(() => {
    const { reportHeading } = window as unknown as { reportHeading(text: string): void };
    new MutationObserver((changes) => {
      for (const node of changes.flatMap((change) => [...change.addedNodes])) {
        if (node instanceof Element) {
          const headings = [node, ...node.querySelectorAll('*')].filter((element) =>
            element.matches('h1, h2'),
          );
          headings.forEach((heading) => reportHeading(heading.textContent ?? ''));
        }
      }
    }).observe(document, { childList: true, subtree: true });
  });
  await listener.open('/top?range=6-months');
  await listener.seesTop();
  await listener.open('/settings');
  await listener.seesHeading('Settings');
  expect(shown).toContain('Top of the crate');
  expect(shown).toContain('Settings');
  expect(shown).not.toContain('Connect to Spotify');
  expect(shown).not.toContain('Signing you in');
});
