// The workshop: a token, and what it proves.

import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../journey.ts';
import type { Listener } from '../world/listener.ts';

const ME = 'https://api.spotify.com/v1/me';

function facts(page: Page): Locator {
  return page.getByRole('region', { name: 'What it is' });
}

async function openInspector(listener: Listener) {
  await listener.follow('Workshop');
  await listener.follow('Token');
  await listener.seesHeading('Token inspector');
}

async function paste(listener: Listener, token: string) {
  await listener.page.getByLabel('Access token').fill(token);
  await listener.press('Look at it');
}

for (const rotates of [false, true]) {
  test(`a session explains its token and renews it ${rotates ? 'with a new refresh token' : 'and keeps the refresh token'}`, async ({
    page,
    listener,
    spotify,
    calls,
    watch,
  }) => {
    await spotify.rotateRefreshTokens(rotates);
    await listener.signIn('/settings');
    await openInspector(listener);
    await calls.fromNow();
    await expect(facts(page).getByText('user-top-read')).toBeVisible();
    await listener.press('Ask Spotify');
    await expect(facts(page).getByText('GET /me was answered with 200')).toBeVisible();
    await expect(facts(page).getByText('Ada (ada01)')).toBeVisible();
    await calls.were({ 'GET /v1/me': 1 });

    await calls.fromNow();
    await listener.press('Refresh now');
    await expect(page.getByText('Renewed.')).toBeVisible();
    await expect(
      page.getByText(rotates ? 'A new refresh token came' : 'No new refresh token came'),
    ).toBeVisible();
    await calls.were({ 'POST /api/token': 1 });
    const { refresh_tokens: issued } = await spotify.secrets();
    expect(issued).toHaveLength(rotates ? 2 : 1);
    await watch.settled(page);
  });
}

test('a token that is spoilt on purpose is recovered from, and the log has what happened', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  watch.console.foresee(`401 ${ME}`);
  await listener.signIn('/settings');
  await openInspector(listener);
  await calls.fromNow();
  await listener.press('Expire it and watch');
  await expect(page.getByText('Recovered.')).toBeVisible();
  const rows = await page.getByRole('list', { name: 'What passed on the wire' }).getByRole('listitem').allInnerTexts();
  const shown = rows.map((row) => /(\w+ \S+)\s+(\d+)/.exec(row)?.slice(1).join(' '));
  const happened = (await calls.sofar())
    .filter(({ method }) => method !== 'OPTIONS')
    .map(({ method, host, path, status }) => `${method} ${host}${path} ${status}`);
  expect(happened).toEqual([
    'GET api.spotify.com/v1/me 401',
    'POST accounts.spotify.com/api/token 200',
    'GET api.spotify.com/v1/me 200',
  ]);
  expect(shown).toEqual(happened);
  await watch.settled(page);
});

test('a pasted token shows whose it is and what it may do, and is gone with the page', async ({
  page,
  listener,
  spotify,
  calls,
  watch,
}) => {
  const refused = ['following', 'player/currently-playing', 'player/devices'];
  watch.console.foresee(...[...refused, 'player/recently-played', 'playlists'].map((path) => `403 ${ME}/${path}`));
  await listener.signIn('/settings');
  await openInspector(listener);
  await listener.press('Another token');
  await calls.fromNow();
  await paste(listener, await spotify.tokenFor('cleo', 'user-top-read user-library-read'));
  await expect(facts(page).getByText('cleo', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Access token')).toHaveValue('');
  await listener.press('Find out, with 7 small reads');
  const scopes = facts(page).getByRole('listitem');
  await expect(scopes.filter({ hasText: 'refused' })).toHaveCount(5);
  await expect(scopes.filter({ hasText: 'proven' })).toContainText(['user-library-read', 'user-top-read']);
  const askers = (await calls.sofar()).filter(({ method }) => method === 'GET').map(({ account }) => account);
  expect(askers).toEqual(Array(8).fill('cleo'));
  await watch.settled(page);

  await listener.follow('Settings');
  await listener.isSignedIn();
  await openInspector(listener);
  await expect(facts(page).getByText('Not asked yet')).toBeVisible();
  await listener.press('Another token');
  await expect(facts(page)).toHaveCount(0);
});

test('a text that is no token, and a token that is none any more', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  watch.console.foresee(`401 ${ME}`);
  await listener.open('/workshop/token');
  await paste(listener, 'two words');
  await expect(page.getByText('That is no token')).toBeVisible();
  await expect(page.getByLabel('Access token')).toBeFocused();
  const token = await spotify.tokenFor('cleo', '');
  await spotify.expireAccessTokens();
  await paste(listener, token);
  await expect(facts(page).getByText('Not valid')).toBeVisible();
  await expect(facts(page).getByText('was answered with 401')).toBeVisible();
  await watch.settled(page);
});

test('a form says what is wrong with it, and then what it sends', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  await listener.signIn('/settings');
  await openInspector(listener);
  await page.getByLabel('Filter the endpoints').fill('search');
  await listener.press('/search');
  const form = page.getByRole('form', { name: 'GET /search' });
  await form.getByLabel('limit').fill('7-');
  await expect(form.getByText('It has to be a whole number from 1 to 10.')).toBeVisible();
  await form.getByLabel('limit').fill('99');
  await expect(form.getByText('It has to be a whole number from 1 to 10.')).toBeVisible();
  await calls.fromNow();
  await listener.press('Send');
  await expect(form.getByText('This one is required.')).toHaveCount(2);
  await expect(form.getByLabel('q required')).toBeFocused();
  await watch.settled(page);
  await calls.were({});

  await page.keyboard.type('a & "b"');
  await form.getByLabel('artist').check();
  await form.getByLabel('limit').fill('1');
  const request = 'https://api.spotify.com/v1/search?q=a%20%26%20%22b%22&type=artist&limit=1';
  await expect(form.locator('pre')).toContainText(`GET ${request}`);
  await page.keyboard.press('Enter');
  const body = page.getByRole('region', { name: 'Body of the answer' });
  await expect(body).toContainText('"artists": {');
  await listener.press('TypeScript');
  await expect(page.locator('pre').last()).toContainText(`await fetch("${request}", {`);
  await calls.were({ 'GET /v1/search': 1 });
});

test('a long answer is shown in part, and in full when somebody wants it', async ({
  page,
  listener,
  watch,
}) => {
  await listener.signIn('/settings');
  await openInspector(listener);
  await page.getByLabel('Filter the endpoints').fill('top');
  await listener.press('/me/top/tracks');
  await page.getByLabel('limit').fill('50');
  await listener.press('Send');
  const body = page.getByRole('region', { name: 'Body of the answer' });
  const long = page.getByRole('button', { name: /^Show all \([\d,]+ more lines\)$/ });
  await expect(body).toContainText('"href"');
  await long.click();
  await expect(long).toHaveCount(0);
  const shown = JSON.parse(await body.innerText()) as { items: unknown[] };
  expect(shown.items).toHaveLength(50);
  expect(await page.locator('*').count()).toBeLessThan(1500);
  await watch.settled(page);
});
