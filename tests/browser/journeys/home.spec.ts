// Home: what it shows, what it costs, and how it does with less.

import { expect, test } from '../journey.ts';

const PLAYS = 'GET /v1/me/player/recently-played';
const PLAYLISTS = 'GET /v1/me/playlists';
const PLAYER = 'GET /v1/me/player';

test('from the redirect to Home: one token and four calls, and none when it is come back to', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  await listener.signIn('/');
  await listener.seesHome();
  await expect(page).toHaveURL('/');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada');
  await calls.were({ 'POST /api/token': 1, 'GET /v1/me': 1, [PLAYER]: 1, [PLAYS]: 1, [PLAYLISTS]: 1 });
  await watch.settled(page);
  await calls.fromNow();
  await listener.follow('Settings');
  await listener.seesHeading('Settings');
  await listener.follow('Home');
  await listener.seesHome();
  await calls.were({});
});

test('it shows what was played last, from what, and the playlists', async ({ page, listener }) => {
  await listener.signIn('/');
  await listener.seesHome();
  const last = listener.found('Played last');
  await expect(last.locator('.row')).toHaveCount(20);
  await expect(last.getByRole('button', { name: /^Play / })).toHaveCount(20);
  await expect(listener.found('Go on with').locator('.card').first()).toBeVisible();
  await expect(listener.found('Your playlists').locator('.card')).toHaveCount(8);
  await listener.found('Your playlists').getByRole('link', { name: 'All playlists' }).click();
  await expect(page).toHaveURL('/playlists');
  await listener.follow('Home');
  await listener.found('Top of the crate').getByRole('link', { name: 'A year' }).click();
  await expect(page).toHaveURL('/top?range=1-year');
});

test('what plays is there without another call', async ({ listener, calls, spotify }) => {
  await listener.signIn('/settings');
  await listener.seesHeading('Settings');
  await spotify.act({ device: 'Kitchen speaker', playing: true });
  await listener.open('/');
  await listener.seesHome();
  const now = listener.found('Playing now');
  await expect(now.locator('.home-now-title')).toHaveText(/./);
  await expect(now.locator('img')).toBeVisible();
  const all = await calls.sofar();
  expect(all.filter(({ path }) => path.startsWith('/v1/me/player/currently'))).toEqual([]);
});

test('a track that was played last plays again', async ({ page, listener, spotify, calls }) => {
  await spotify.act({ device: 'Kitchen speaker', quiet: false });
  await listener.signIn('/');
  await listener.seesHome();
  const second = listener.found('Played last').locator('.row').nth(1);
  const title = (await second.locator('.row-title').textContent()) ?? '';
  await second.getByRole('button', { name: /^Play / }).click();
  await expect(page.locator('.player')).toContainText(title);
  await expect(second).toHaveAttribute('aria-current', 'true');
  const told = async () => (await calls.sofar()).some(({ path }) => path === '/v1/me/player/play');
  await expect.poll(told).toBe(true);
});

test('the first letter in the large field leads to Search, and none is lost', async ({ page, listener }) => {
  await listener.signIn('/');
  await listener.seesHome();
  await page.getByRole('searchbox', { name: 'Search Spotify' }).click();
  await page.keyboard.type('salt', { delay: 40 });
  await expect(listener.searchField).toBeFocused();
  await expect(listener.searchField).toHaveValue('salt');
  await expect(page).toHaveURL('/search?q=salt');
  await expect(listener.found('Tracks')).toBeVisible();
  await page.goBack();
  await listener.seesHome();
});

test('pinned playlists come first', async ({ page, listener }) => {
  await listener.signIn('/');
  await listener.seesHome();
  const shelf = listener.found('Your playlists').locator('.card-name');
  const fifth = (await shelf.nth(4).textContent()) ?? '';
  const address = await shelf.nth(4).getByRole('link').getAttribute('href');
  await page.evaluate(
    (id) => localStorage.setItem('cratedigger.pinned', id),
    address?.split('/').at(-1) ?? '',
  );
  await page.reload();
  await listener.seesHome();
  await expect(shelf.first()).toHaveText(fifth);
  await expect(listener.found('Your playlists').locator('.card').first()).toContainText('Pinned');
});

test('a part that cannot be read says so and leaves the others alone', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  watch.console.foresee(...Array(3).fill('502 https://api.spotify.com/v1/me/player/recently-played'));
  await listener.signIn('/settings');
  await listener.seesHeading('Settings');
  await spotify.order({ fault: 'bad_gateway', path: '/v1/me/player/recently-played' });
  await listener.follow('Home');
  await expect(page.getByRole('alert')).toContainText('Trouble at Spotify');
  await expect(listener.found('Your playlists').locator('.card')).toHaveCount(8);
  await watch.settled(page);
  await spotify.clearFaults();
  await listener.press('Try again');
  await listener.seesHome();
});

test('who granted less is asked for each part by itself', async ({ page, listener, calls, watch }) => {
  await listener.signIn('/settings');
  await page.evaluate(() => {
    const session = JSON.parse(sessionStorage.getItem('cratedigger.session') ?? '{}');
    session.scopes = 'user-top-read';
    sessionStorage.setItem('cratedigger.session', JSON.stringify(session));
  });
  await listener.open('/');
  const missing = page.getByRole('heading', { name: 'A permission is missing' });
  await expect(missing).toHaveCount(3);
  await watch.settled(page);
  await calls.fromNow();
  await listener.found('Played last').getByRole('button', { name: 'Grant this permission' }).click();
  await listener.seesHeading(/^Good /);
  const [asked] = await calls.authorizations();
  expect(asked?.get('scope')).toContain('user-read-recently-played');
  await expect(listener.found('Played last').locator('.row').first()).toBeVisible();
});

test('Home fits from 320 pixels to 1920, and so does Search', async ({ page, listener, watch }) => {
  await listener.signIn('/');
  await listener.seesHome();
  const fits = async (screen: string) => {
    for (const width of [320, 390, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const overhang = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overhang, `${screen} at ${width} pixels`).toBe(0);
    }
  };
  await fits('Home');
  await listener.open('/search');
  await fits('Search before anything is typed');
  await page.getByText('Narrow it down').click();
  await fits('Search with its filters');
  await listener.open('/search?q=the');
  await expect(listener.found('Tracks')).toBeVisible();
  await fits('Search with results');
  await listener.open('/search?q=the&show=albums');
  await expect(page.locator('.results .card')).toHaveCount(10);
  await fits('Albums that were found');
  // Axe does not scroll: what is just behind the bar looks to it as if it stayed there.
  await page.setViewportSize({ width: 390, height: 6000 });
  await watch.settled(page);
});
