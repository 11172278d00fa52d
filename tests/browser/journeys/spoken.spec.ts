// Shows and episodes, audiobooks and chapters.

import { expect, test } from '../journey.ts';
import { Catalogue, type Found, type Thing } from '../world/catalogue.ts';
import { LIBRARY, SPOKEN } from '../world/permissions.ts';

test('a show asks for its permission, then shows how far one came in each episode', async ({
  page,
  listener,
  spotify,
  calls,
  watch,
}) => {
  const catalogue = await Catalogue.open(spotify);
  const followed = await catalogue.ask<{ items: { show: Thing }[] }>('/me/shows?limit=10');
  const { show } = followed.items.find(({ show }) => (show.total_episodes ?? 0) > 60)!;
  await listener.signIn(`/show/${show.id}`);
  await listener.seesHeading('A permission is missing');
  await watch.settled(page);
  await listener.grant();
  await listener.seesHeading(show.name);
  const rows = page.locator('.row.spoken');
  await expect(rows.first()).toBeVisible();
  await expect(page.locator('.resume').first()).toBeVisible();
  await watch.settled(page);

  const before = await rows.count();
  await calls.fromNow();
  await page.getByRole('button', { name: /^Next \d+ \(/ }).click();
  await expect(rows).not.toHaveCount(before);
  await calls.were({ [`GET /v1/shows/${show.id}/episodes`]: 1 });

  // An episode that its show told of opens without a call.
  await calls.fromNow();
  const name = (await rows.nth(1).locator('.row-title').textContent()) ?? '';
  await rows.nth(1).locator('.row-title a').click();
  await listener.seesHeading(name.replace(/^EExplicit/, ''));
  await expect(page.locator('.thing-head .line').first()).toContainText(show.name);
  await watch.settled(page);
  await calls.were({});
});

test('an episode opens from a pasted address', async ({ page, listener, spotify, calls }) => {
  const catalogue = await Catalogue.open(spotify);
  const episode = await catalogue.first('episode');
  await listener.signInWith([...SPOKEN, ...LIBRARY], '/settings');
  await calls.fromNow();
  await listener.open(`/episode/${episode.id}`);
  await listener.seesHeading(episode.name);
  await expect(page).toHaveTitle(`${episode.name} · Cratedigger`);
  await calls.were({
    [`GET /v1/episodes/${episode.id}`]: 1,
    'GET /v1/me/library/contains': 1,
  });
});

test('an audiobook has words of its own where there are none, and its chapters where there are', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  await spotify.changeAccount('ada01', { country: 'GB' });
  const catalogue = await Catalogue.open(spotify);
  const book = await catalogue.first('audiobook', 'the');
  const chapters = await catalogue.ask<Found>(`/audiobooks/${book.id}/chapters?limit=2`);
  const chapter = chapters.items[1]!;
  await spotify.changeAccount('ada01', { country: 'DK' });
  watch.console.foresee(
    `404 https://api.spotify.com/v1/audiobooks/${book.id}`,
    `404 https://api.spotify.com/v1/episodes/${chapter.id}`,
  );
  await listener.signInWith(SPOKEN, `/audiobook/${book.id}`);
  await listener.seesHeading('No audiobook here');
  await watch.settled(page);

  await spotify.changeAccount('ada01', { country: 'GB' });
  await page.reload();
  await listener.seesHeading(book.name);
  await expect(page.locator('.row.spoken').nth(1)).toContainText(chapter.name);
  await watch.settled(page);
  await listener.follow(chapter.name);
  await listener.seesHeading(chapter.name);
  await expect(page.locator('.page-eyebrow')).toContainText('Chapter');
  // From its address it is asked for as an episode first, which it is not.
  await page.reload();
  await listener.seesHeading(chapter.name);
  await watch.settled(page);
});
