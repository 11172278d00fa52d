// The chain that every client of Spotify lives by, in one go.

import { expect, test } from '../journey.ts';
import { PlayerWindow } from '../world/player-window.ts';

test('two letters, an artist, an album, a track that plays in the kitchen, and from there to this browser and back', async ({
  page,
  listener,
  player,
  spotify,
  calls,
  watch,
}) => {
  await PlayerWindow.permitted(listener);
  await listener.follow('Search');
  await listener.searchField.pressSequentially('du');
  await listener.found('Artists').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/artist\//);
  await page.locator('.card-name a').first().click();
  await expect(page).toHaveURL(/\/album\//);
  const album = page.url();
  const rows = page.locator('.row');
  await rows.nth(1).locator('.row-title a').click();
  await expect(page).toHaveURL(/\/track\//);
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

  // Nothing is awake: it asks where, and the second device is chosen.
  watch.console.foresee('404 https://api.spotify.com/v1/me/player/play');
  await calls.fromNow();
  await page.getByRole('main').getByRole('button', { name: /^Play/ }).click();
  await expect(player.devices).toContainText('Nothing that could play is awake');
  await watch.settled(page);
  await player.choose(/Kitchen speaker/);
  await expect(player.title).toHaveText(title);
  await player.playsOn('Kitchen speaker');
  expect((await spotify.playback()).playing).toBe(true);

  await player.slider('Seek').press('End');
  await player.slider('Seek').press('ArrowLeft');
  await expect.poll(async () => (await spotify.playback()).position_ms).toBeGreaterThan(60_000);
  await player.press('Next');
  await expect(player.title).not.toHaveText(title);
  await expect(player.control('Pause')).toBeVisible();
  expect((await spotify.playback()).position_ms).toBeLessThan(60_000);

  await page.goBack();
  await expect(page).toHaveURL(album);
  const queued: string[] = [];
  for (const place of [5, 3, 4]) {
    const row = rows.nth(place);
    queued.push((await row.locator('.row-title').textContent()) ?? '');
    await row.getByRole('button', { name: /^More/ }).click();
    await page.getByRole('menuitem', { name: 'Add to queue' }).click();
    await expect.poll(() => player.queuedWith(calls)).toBe(queued.length);
  }
  await player.bar.getByRole('link', { name: 'Queue' }).click();
  const next = page.getByRole('region', { name: 'Next' }).locator('.row-title');
  await expect(next.nth(2)).toHaveText(queued[2] ?? '');
  expect((await next.allTextContents()).slice(0, 3)).toEqual(queued);
  await watch.settled(page);

  const playing = (await player.title.textContent()) ?? '';
  await player.openDevices();
  const window = await PlayerWindow.open(listener);
  await window.playHere();
  await player.playsOn('Cratedigger');
  await expect(window.song.getByRole('heading')).toHaveText(playing);
  expect((await spotify.playback()).playing).toBe(true);
  await expect(player.devices).toBeHidden();
  await player.openDevices();
  await expect(player.devices.locator('.device.active')).toContainText('Cratedigger');
  await player.choose(/Kitchen speaker/);
  await player.playsOn('Kitchen speaker');
  await expect(player.title).toHaveText(playing);
  expect((await spotify.playback()).playing).toBe(true);
  await expect(next.first()).toHaveText(queued[0] ?? '');

  // Every command was sent once, but for the one that found no device.
  const commands = (await calls.sofar()).filter(({ method, host }) => host === 'api.spotify.com' && /PUT|POST/.test(method));
  expect(commands.map(({ path }) => path.replace('/v1/me/player', '')).toSorted()).toEqual(
    ['', '', '/next', '/play', '/play', '/queue', '/queue', '/queue', '/seek'],
  );
});
