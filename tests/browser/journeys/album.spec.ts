// An album: from its address, by its tracks, into the library.

import { expect, test } from '../journey.ts';
import { Catalogue, type Thing } from '../world/catalogue.ts';
import { LIBRARY, PLAYBACK } from '../world/permissions.ts';

interface Album extends Thing {
  tracks: { items: Thing[]; total: number };
}

test('an album opens from a pasted address for two calls, and again for none', async ({
  page,
  listener,
  spotify,
  calls,
  watch,
}) => {
  const catalogue = await Catalogue.open(spotify);
  const top = await catalogue.ask<{ items: { album: Thing }[] }>('/me/top/tracks?limit=1');
  const { album } = top.items[0]!;
  const whole = await catalogue.ask<Album>(`/albums/${album.id}`);
  await listener.signInWith(LIBRARY, '/top');
  await listener.seesTop();
  await calls.fromNow();
  await page.goto(page.url().replace('/top', `/album/${album.id}`));
  await listener.seesHeading(album.name);
  await expect(page).toHaveTitle(`${album.name} · Cratedigger`);
  await expect(page.locator('.row')).toHaveCount(whole.tracks.items.length);
  await expect(page.locator('.row .open-spotify')).toHaveCount(whole.tracks.items.length);
  await expect(page.locator('.copyright')).toContainText('℗');
  await watch.settled(page);
  await calls.were({
    [`GET /v1/albums/${album.id}`]: 1,
    'GET /v1/me/library/contains': 1,
  });

  await listener.follow('Top');
  await listener.seesTop();
  await calls.fromNow();
  await page.goBack();
  await listener.seesHeading(album.name);
  await calls.were({});
  // From the track that its album told of, for nothing but whether it is saved.
  await page.locator('.row-title a').first().click();
  await listener.seesHeading(whole.tracks.items[0]!.name);
  await expect(page.locator('.facts')).toContainText(`Track 1 of ${whole.tracks.total}`);
  await watch.settled(page);
  await calls.were({ 'GET /v1/me/library/contains': 1 });
});

test('an album of several discs has a heading for each, and plays from any track', async ({
  page,
  listener,
  spotify,
  calls,
  watch,
}) => {
  const catalogue = await Catalogue.open(spotify);
  const album = await severalDiscs(catalogue);
  await spotify.act({ device: 'Ada’s laptop', play: album.uri, playing: false });
  await listener.signInWith(PLAYBACK, `/album/${album.id}`);
  await listener.seesHeading(album.name);
  await expect(page.getByRole('heading', { level: 2, name: 'Disc 2' })).toBeVisible();
  await watch.settled(page);
  await calls.fromNow();
  await page.getByRole('button', { name: /^Play ./ }).nth(1).click();
  await expect(page.locator('.row[aria-current]')).toHaveCount(1);
  await expect
    .poll(async () => (await calls.sofar()).some(({ path }) => path === '/v1/me/player/play'))
    .toBe(true);
});

test('a long album of one disc has no headings, and one of five has the first once the second is seen', async ({
  page,
  listener,
  spotify,
}) => {
  const catalogue = await Catalogue.open(spotify);
  const named = async (name: string) => {
    const found = await catalogue.ask<{ albums: { items: Thing[] } }>(
      `/search?type=album&limit=10&q=${encodeURIComponent(name)}`,
    );
    return found.albums.items.find((album) => album.name.startsWith(name))!;
  };
  const disc = page.getByRole('heading', { name: /^Disc/ });
  const long = await named('Sixty-Four Miniatures');
  await listener.signInWith(PLAYBACK, `/album/${long.id}`);
  await listener.seesHeading(long.name);
  await expect(page.locator('.row')).toHaveCount(50);
  await expect(disc).toHaveCount(0);
  await page.getByRole('button', { name: /^Next 14/ }).click();
  await expect(page.locator('.row')).toHaveCount(64);
  await expect(disc).toHaveCount(0);

  const box = await named('The Mercado Tapes');
  await listener.open(`/album/${box.id}`);
  await listener.seesHeading(box.name);
  await expect(disc.first()).toHaveText('Disc 1');
});

test('saving shows at once, and what Spotify refuses is taken back and told', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  const catalogue = await Catalogue.open(spotify);
  const album = await catalogue.first('album', 'z');
  await listener.signInWith(LIBRARY, `/album/${album.id}`);
  await listener.seesHeading(album.name);
  const status = page.locator('.toasts');
  const save = page.getByRole('button', { name: /^Save / });
  await save.click();
  await expect(status).toContainText('Added to Your Library');
  const saved = page.getByRole('button', { name: /^Added to Your Library/ });
  await expect(saved).toBeFocused();
  await watch.settled(page);

  await spotify.order({ fault: 'server_error', method: 'DELETE', path: '/v1/me/library' });
  watch.console.foresee('500 https://api.spotify.com/v1/me/library');
  await saved.click();
  await expect(status).toContainText('Not removed.');
  await expect(saved).toBeVisible();
  await listener.press('Dismiss');
  await expect(status).toBeEmpty();
});

test('without the permission, saving asks for it first', async ({ page, listener, spotify, calls }) => {
  const catalogue = await Catalogue.open(spotify);
  const album = await catalogue.first('album', 'z');
  await listener.signIn(`/album/${album.id}`);
  await listener.seesHeading(album.name);
  await calls.fromNow();
  await page.getByRole('button', { name: /^Save / }).click();
  await expect(page.locator('.toasts')).toContainText('Saving needs a permission');
  await calls.were({});
  await listener.grant();
  await listener.seesHeading(album.name);
  // What was meant is done, once it is permitted.
  await expect(page.locator('.toasts')).toContainText('Added to Your Library');
});

async function severalDiscs(catalogue: Catalogue): Promise<Thing> {
  for (const text of ['a', 'e', 'o', 'the', 'live']) {
    for (let offset = 0; offset < 100; offset += 10) {
      const found = await catalogue.ask<{ albums: { items: Thing[] } }>(
        `/search?type=album&limit=10&offset=${offset}&q=${text}`,
      );
      const long = found.albums.items.find(({ total_tracks }) => (total_tracks ?? 0) > 20);
      if (long !== undefined) {
        const { items } = await catalogue.ask<{ items: { disc_number: number }[] }>(
          `/albums/${long.id}/tracks?limit=50`,
        );
        if (items.some(({ disc_number }) => disc_number > 1)) {
          return long;
        }
      }
    }
  }
  throw new Error('No album has several discs.');
}
