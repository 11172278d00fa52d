// Links of Spotify's, pasted into the search field.

import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';

const ID = '4iV5W9uYEdYUVa79Axb7Rh';

async function paste(page: Page, text: string) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.keyboard.press('Control+v');
}

test.beforeEach(async ({ context, site, listener, calls }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  await listener.signIn('/search');
  await expect(listener.searchField).toBeFocused();
  await calls.fromNow();
});

/** The address and id of a track, an album and an artist of Ada's. */
async function things(page: Page): Promise<Record<'track' | 'album' | 'artist', string>> {
  return page.evaluate(async () => {
    const { access_token: token } = JSON.parse(sessionStorage.getItem('cratedigger.session') ?? '{}');
    const answer = await fetch('https://api.spotify.com/v1/me/top/tracks?limit=1', {
      headers: { authorization: `Bearer ${token}` },
      referrerPolicy: 'no-referrer',
    });
    const { items } = await answer.json();
    const [track] = items;
    return { track: track.id, album: track.album.id, artist: track.artists[0].id };
  });
}

test('a pasted link opens its page at once', async ({ page, listener }) => {
  const { track, album, artist } = await things(page);
  for (const [text, address] of [
    [`https://open.spotify.com/intl-de/track/${track}?si=0123456789abcdef`, `/track/${track}`],
    [`  spotify:album:${album}\n`, `/album/${album}`],
    [`Listen! https://open.spotify.com/artist/${artist}`, `/artist/${artist}`],
    [`https://open.spotify.com/embed/track/${track}`, `/track/${track}`],
  ] as const) {
    await listener.follow('Settings');
    await listener.follow('Search');
    await expect(listener.searchField).toBeFocused();
    await paste(page, text);
    await expect(page).toHaveURL(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

test('a typed link opens its page with Enter, and searches for nothing', async ({ page, calls }) => {
  const { album } = await things(page);
  await calls.fromNow();
  await page.keyboard.type(`open.spotify.com/album/${album}`);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/album/${album}`);
  await page.goBack();
  await expect(page).toHaveURL('/search');
  expect((await calls.sofar()).filter(({ path }) => path === '/v1/search')).toEqual([]);
});

for (const [text, says] of [
  ['https://spotify.link/AbCdEfGh', 'only Spotify knows where it leads'],
  ['https://open.spotify.com/genre/rock', 'has no page here'],
  [`https://open.spotify.com/track/${ID.slice(1)}`, 'is not whole'],
  [`https://open.spotify.com.evil.example/track/${ID}`, 'does not lead to Spotify'],
  [`https://open.spotify.com@evil.example/track/${ID}`, 'does not lead to Spotify'],
] as const) {
  test(`${text} is not followed, and the page says why`, async ({ page, listener, calls, watch }) => {
    await paste(page, text);
    await expect(page.locator('#search-note')).toContainText(says);
    await expect(page).toHaveURL('/search');
    await watch.settled(page);
    await page.keyboard.press('Enter');
    await expect(page.locator('#search-note')).toContainText(says);
    await calls.were({});
    await listener.searchField.fill('salt');
    await expect(page.locator('#search-note')).toBeEmpty();
    await expect(listener.found('Tracks')).toBeVisible();
  });
}

test('what Spotify does not have any more says so, and leads back to Search', async ({
  page,
  listener,
  watch,
}) => {
  watch.console.foresee(`404 https://api.spotify.com/v1/albums/${ID}`);
  await paste(page, `spotify:album:${ID}`);
  await listener.seesHeading('Spotify does not have this');
  await watch.settled(page);
  await page.getByRole('main').getByRole('link', { name: 'Search', exact: true }).click();
  await expect(listener.searchField).toBeFocused();
});
