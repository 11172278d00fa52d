// The Connect page: what it checks, what it shows, what it remembers.

import { expect, test } from '../journey.ts';

const GOOD = '4f1c0a9be27d4d0c8a6f7e35b1902d6c';

test('the client ID is checked as it is typed', async ({ page, listener, watch }) => {
  await listener.open();
  const field = page.getByLabel('Client ID');
  const hint = page.locator('#client-id-hint');
  await expect(hint).toHaveText(/^32 characters, from your app’s page/);
  await field.pressSequentially(GOOD.slice(0, 31));
  await expect(hint).toHaveText('31 of 32 characters.');
  await expect(field).toHaveAttribute('aria-invalid', 'false');
  await field.press('x');
  await expect(hint).toHaveText(/^“x” is in no client ID/);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await watch.settled(page);
  await field.fill(`${GOOD}0`);
  await expect(hint).toHaveText(/^33 characters: a client ID has exactly 32/);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill(` ${GOOD.toUpperCase()} `);
  await expect(hint).toHaveText(/^Looks right\./);
  await expect(field).toHaveAttribute('aria-invalid', 'false');
});

test('nobody leaves for Spotify with half a client ID', async ({ page, listener, calls }) => {
  await listener.open();
  await page.getByLabel('Client ID').fill(GOOD.slice(0, 7));
  await listener.connect();
  await expect(page.getByLabel('Client ID')).toBeFocused();
  await expect(page.getByLabel('Client ID')).toHaveAttribute('aria-invalid', 'true');
  await listener.press('Use another account');
  await expect(page.getByLabel('Client ID')).toBeFocused();
  expect(await calls.authorizations()).toEqual([]);
});

test('the keyboard alone leads from the page to consent', async ({ page, listener }) => {
  await listener.open();
  await listener.seesConnect();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Client ID')).toBeFocused();
  await page.keyboard.type(GOOD);
  await page.keyboard.press('Enter');
  await listener.isAsked();
});

test('Tab goes through the page in the order it is read', async ({ page, listener }) => {
  await listener.open();
  await listener.seesConnect();
  const order: string[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const { activeElement } = document;
      return activeElement === null || activeElement === document.body
        ? null
        : (activeElement.getAttribute('aria-label') ?? activeElement.id) ||
            (activeElement.textContent ?? '').trim();
    });
    if (name === null || order.includes(name)) {
      break;
    }
    order.push(name);
  }
  expect(order).toEqual([
    'client-id',
    'Connect to Spotify',
    'Use another account',
    'The first time',
    'Spotify’s dashboard',
    'Copy the redirect URI',
    'Came back without finishing?',
    'See how signing in works',
    'Spotify',
    'About, privacy and terms',
  ]);
});

test('who comes again needs one click', async ({ page, listener, calls }) => {
  await listener.signIn();
  await listener.signOut();
  await expect(page.getByLabel('Client ID')).toHaveValue(GOOD);
  await calls.fromNow();
  await listener.connect();
  await listener.isSignedIn();
  const [asked, ...others] = await calls.authorizations();
  expect(asked?.has('show_dialog')).toBe(false);
  expect(others).toEqual([]);
});

test('another account can be chosen even by someone who agreed before', async ({
  listener,
  calls,
}) => {
  await listener.signIn();
  await listener.signOut();
  await calls.fromNow();
  await listener.press('Use another account');
  await listener.isAsked();
  await listener.agree('cleo');
  await listener.isSignedIn('cleo');
  const [asked] = await calls.authorizations();
  expect(asked?.get('show_dialog')).toBe('true');
});

test('the redirect URI on the page is the one that is sent, and the one that is copied', async ({
  page,
  context,
  listener,
  calls,
  site,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  await listener.open('/settings');
  const shown = page.locator('.copy-field code');
  await expect(shown).toHaveText(`${site.origin}/`);
  await listener.press('Copy the redirect URI');
  await expect(page.locator('.copy-outcome')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.origin}/`);
  await listener.setOut();
  const [asked] = await calls.authorizations();
  expect(asked?.get('redirect_uri')).toBe(`${site.origin}/`);
});

test('no more is asked for than the first screens and playing need, and by the book', async ({ listener, calls, spotify }) => {
  await listener.open();
  await listener.setOut();
  const [asked] = await calls.authorizations();
  expect(asked?.get('client_id')).toBe(spotify.clientId);
  expect(asked?.get('response_type')).toBe('code');
  expect(asked?.get('scope')?.split(' ').toSorted()).toEqual([
    'playlist-read-private',
    'user-modify-playback-state',
    'user-read-currently-playing',
    'user-read-playback-state',
    'user-read-recently-played',
    'user-top-read',
  ]);
  expect(asked?.get('code_challenge_method')).toBe('S256');
  expect(asked?.get('code_challenge')).toMatch(/^[\w-]{43}$/);
});

test('where the browser does not allow copying, the page says so', async ({ page, listener, context }) => {
  await context.clearPermissions();
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await listener.open();
  await listener.press('Copy the redirect URI');
  await expect(page.locator('.copy-outcome')).toHaveText(/did not allow copying/);
});

test('at localhost the page leads to the address that works', async ({ page, site, listener, watch }) => {
  await page.goto(`http://localhost:${site.port}/`);
  const notice = page.getByRole('note');
  await expect(notice).toContainText('Signing in cannot work at this address.');
  await watch.settled(page);
  await notice.getByRole('link').click();
  await expect(page).toHaveURL(`${site.origin}/`);
  await listener.seesConnect();
  await expect(notice).toHaveCount(0);
});
