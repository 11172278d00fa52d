// Signed in at Spotify, and still not served.

import { expect, test } from '../journey.ts';
import { arrivesOnce } from '../world/arrival.ts';

const ME = 'https://api.spotify.com/v1/me';

test('an account that is not on the app’s list is told so, and let in as soon as it is', async ({
  page,
  listener,
  calls,
  spotify,
  watch,
}) => {
  watch.console.foresee(`403 ${ME}`, `403 ${ME}`);
  const title = 'This account is not on the app’s list';
  await listener.open();
  await listener.setOut();
  await arrivesOnce(page, async () => {
    await listener.agree('Bob');
    await listener.isTold(title);
    await watch.settled(page);
  });
  await calls.were({ 'POST /api/token': 1, 'GET /v1/me': 1 });

  await page.reload();
  await listener.isTold(title);
  await calls.were({ 'POST /api/token': 1, 'GET /v1/me': 2 });

  await spotify.changeApp({ allow_list: ['ada01', 'bob'] });
  await calls.fromNow();
  await listener.press('Check again');
  await listener.isSignedIn('Bob');
  await listener.seesHome();
  await calls.were({ 'GET /v1/me': 1, 'GET /v1/me/player/recently-played': 1, 'GET /v1/me/playlists': 1 });
});

test('whoever is not on the list can use another account', async ({ listener, calls, watch }) => {
  watch.console.foresee(`403 ${ME}`);
  await listener.open();
  await listener.setOut();
  await listener.agree('Bob');
  await listener.isTold('This account is not on the app’s list');
  await calls.fromNow();
  await listener.press('Use another account');
  await listener.isAsked();
  const [asked] = await calls.authorizations();
  expect(asked?.get('show_dialog')).toBe('true');
  await listener.agree('Ada');
  await listener.isSignedIn('Ada');
});

test('whoever is not on the list can leave, and nothing stays', async ({ page, listener, watch }) => {
  watch.console.foresee(`403 ${ME}`);
  await listener.open();
  await listener.setOut();
  await listener.agree('Bob');
  await listener.isTold('This account is not on the app’s list');
  await listener.press('Back to the Connect page');
  await listener.seesConnect();
  expect(await page.evaluate(() => Object.keys(sessionStorage))).not.toContain('cratedigger.session');
});

test('an app whose owner has no Premium is explained, and works again when they have', async ({
  page,
  listener,
  calls,
  spotify,
  watch,
}) => {
  // A refusal that is known to pass is asked about twice.
  watch.console.foresee(`403 ${ME}`, `403 ${ME}`);
  await spotify.changeApp({ owner_premium: false });
  await listener.open();
  await listener.setOut();
  await arrivesOnce(page, async () => {
    await listener.agree();
    await listener.isTold('The app’s owner needs Premium');
    await watch.settled(page);
  });
  await calls.were({ 'POST /api/token': 1, 'GET /v1/me': 2 });
  await spotify.changeApp({ owner_premium: true });
  await listener.press('Check again');
  await listener.seesHome();
});
