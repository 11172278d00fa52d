// An artist: their releases by kind, and what stands in for their top tracks.

import { expect, test } from '../journey.ts';
import { Catalogue, type Found, type Thing } from '../world/catalogue.ts';
import { LIBRARY } from '../world/permissions.ts';

/** An artist with more releases of a kind than come at once. */
async function prolific(catalogue: Catalogue): Promise<{ artist: Thing; total: number }> {
  const top = await catalogue.ask<Found>('/me/top/artists?limit=50');
  for (const artist of top.items) {
    const { total } = await catalogue.ask<Found>(
      `/artists/${artist.id}/albums?include_groups=album&limit=10`,
    );
    if (total > 10) {
      return { artist, total };
    }
  }
  throw new Error('No artist has that many albums.');
}

test('an artist’s releases come ten at a time, by kind, and by year once all are there', async ({
  page,
  listener,
  spotify,
  calls,
  watch,
}) => {
  const { artist, total } = await prolific(await Catalogue.open(spotify));
  await listener.signInWith(LIBRARY, '/settings');
  await calls.fromNow();
  await listener.open(`/artist/${artist.id}`);
  await listener.seesHeading(artist.name);
  const cards = page.locator('.cards .card');
  await expect(cards).toHaveCount(10);
  await expect(page.getByRole('button', { name: 'By year' })).toHaveCount(0);
  await watch.settled(page);
  await calls.were({
    [`GET /v1/artists/${artist.id}`]: 1,
    [`GET /v1/artists/${artist.id}/albums`]: 1,
    'GET /v1/me/library/contains': 1,
  });

  const more = page.getByRole('button', { name: /^Next \d+ \(/ });
  while ((await cards.count()) < total) {
    const before = await cards.count();
    await expect(more).toHaveText(new RegExp(`\\(${before} of ${total}\\)`));
    await more.click();
    await expect(cards).not.toHaveCount(before);
  }
  await expect(more).toBeHidden();
  const theirs = await cards.allTextContents();
  await listener.press('By year');
  const years = (await page.locator('.card-line').allTextContents()).map((line) => parseInt(line, 10));
  expect(years).toEqual(years.toSorted((one, other) => other - one));
  await listener.press('Spotify’s');
  await expect(cards).toHaveText(theirs);
  await watch.settled(page);

  await calls.fromNow();
  await listener.follow('Singles');
  await expect(page).toHaveURL(`/artist/${artist.id}?show=singles`);
  await expect(page.locator('.waiting')).toHaveCount(0);
  await calls.were({ [`GET /v1/artists/${artist.id}/albums`]: 1 });
  await page.goBack();
  await expect(cards).toHaveCount(total);
  await calls.were({ [`GET /v1/artists/${artist.id}/albums`]: 1 });
});

test('what Spotify no longer tells is said, and what is possible is offered', async ({
  page,
  listener,
  spotify,
  calls,
  watch,
}) => {
  const catalogue = await Catalogue.open(spotify);
  const year = await catalogue.ask<{ items: { artists: Thing[] }[] }>(
    '/me/top/tracks?time_range=long_term&limit=50',
  );
  const artist = year.items[0]!.artists[0]!;
  await listener.signIn(`/artist/${artist.id}`);
  await listener.seesHeading(artist.name);
  await expect(page.getByText('Spotify no longer tells apps')).toBeVisible();
  await expect(page.getByRole('link', { name: 'a search for the artist' })).toHaveAttribute(
    'href',
    `/search?q=artist%3A%22${encodeURIComponent(artist.name).replace(/'/g, '%27')}%22&show=tracks`,
  );
  await calls.fromNow();
  await listener.press('Look among your own top tracks');
  await expect(page.locator('.top-of-artist .row').first()).toContainText(artist.name);
  await calls.were({ 'GET /v1/me/top/tracks': 1 });
  await watch.settled(page);
});

test('an artist is followed at once, and no longer', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  const catalogue = await Catalogue.open(spotify);
  const found = await catalogue.ask<{ artists: Found }>('/search?type=artist&limit=10&q=a');
  const artist = found.artists.items.at(-1)!;
  await listener.signInWith(LIBRARY, `/artist/${artist.id}`);
  await listener.seesHeading(artist.name);
  const toggle = page.getByRole('button', { name: /^Follow(ing)?\b/ });
  await expect(toggle).toHaveAttribute('data-saved', /true|false/);
  const before = await toggle.getAttribute('data-saved');
  const now = before === 'true' ? 'false' : 'true';
  await toggle.click();
  await expect(toggle).toHaveAttribute('data-saved', now);
  await expect(page.locator('.toasts')).toContainText(now === 'true' ? 'Following' : 'No longer');
  await page.reload();
  await expect(toggle).toHaveAttribute('data-saved', now);

  // Some apps may not: then it says so, and stays what it was.
  await spotify.refuseArtists(true);
  watch.console.foresee('400 https://api.spotify.com/v1/me/library');
  await toggle.click();
  await expect(page.locator('.toasts')).toContainText(
    'Spotify does not let this app follow artists. It can be done in Spotify.',
  );
  await expect(toggle).toHaveAttribute('data-saved', now);
});
