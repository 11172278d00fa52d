// The workshop: the three ways to authorize, side by side.

import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../journey.ts';
import { runInShell } from '../world/shell.ts';

const WITH_SECRET = 'Authorization code with a secret';

function section(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** What every field on the page asks for, as a screen reader says it. */
async function fieldsOf(page: Page): Promise<string[]> {
  const labels: string[] = [];
  for (const field of await page.locator('input, textarea, select, [contenteditable]').all()) {
    labels.push((await field.ariaSnapshot()).split('\n')[0] ?? '');
  }
  return labels;
}

test('the requests are made for the own app, and nobody asks for its secret', async ({
  page,
  context,
  site,
  listener,
  spotify,
  calls,
  watch,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  await listener.open('/workshop/ways');
  await listener.seesHeading('Three ways to authorize');
  const request = section(page, WITH_SECRET).locator('pre').first();
  await expect(section(page, WITH_SECRET).getByText('Written once')).toHaveCount(3);

  const copy = page.getByRole('button', { name: 'Copy the authorization address' });
  await expect(copy).toBeDisabled();

  await page.getByLabel('Client ID').fill(spotify.clientId);
  const url = new URL(await request.innerText());
  await copy.click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(url.href);
  expect(url.origin + url.pathname).toBe('https://accounts.spotify.com/authorize');
  const { state, ...parameters } = Object.fromEntries(url.searchParams);
  expect(state).toMatch(/^[\w-]{43}$/);
  expect(parameters).toMatchObject({
    client_id: spotify.clientId,
    response_type: 'code',
    redirect_uri: 'http://127.0.0.1/callback',
  });

  const redirectUri = page.getByLabel('Redirect URI of your server');
  await redirectUri.fill('http://localhost:3000/');
  await expect(copy).toBeDisabled();
  await expect(page.getByText('write 127.0.0.1')).toBeVisible();
  await expect(section(page, WITH_SECRET).getByText('Written once')).toHaveCount(2);
  await redirectUri.fill('https://music.example/back');
  await section(page, WITH_SECRET).getByRole('button', { name: 'Python' }).first().click();
  const code = section(page, WITH_SECRET).locator('pre').nth(1);
  await expect(code).toContainText('"redirect_uri": "https://music.example/back"');
  await expect(code).toContainText(
    `auth=("${spotify.clientId}", os.environ["SPOTIFY_CLIENT_SECRET"])`,
  );

  const secrets = (await page.locator('pre').allInnerTexts()).join('\n').match(/.*SECRET.*/g);
  expect(secrets?.every((line) => line.includes('os.environ["SPOTIFY_CLIENT_SECRET"]'))).toBe(true);
  expect(secrets).toHaveLength(3);
  expect(await fieldsOf(page)).toEqual([
    expect.stringContaining('"Client ID"'),
    expect.stringContaining('"Redirect URI of your server"'),
  ]);
  await watch.settled(page);
  await calls.were({});
});

test('an app’s own token, asked for with the code of the page, reads what is open to all', async ({
  page,
  listener,
  spotify,
  calls,
  watch,
}) => {
  watch.console.foresee('401 https://api.spotify.com/v1/me');
  await listener.signIn('/settings');
  await listener.follow('Workshop');
  await listener.follow('Three ways');
  await expect(page.getByLabel('Client ID')).toHaveValue(spotify.clientId);
  const code = await section(page, 'Client credentials').locator('pre').innerText();
  const answer = await runInShell(code, spotify.tlsPort, {
    SPOTIFY_CLIENT_SECRET: [...spotify.clientId].reverse().join(''),
  });
  // The app itself never shows a secret.
  expect((await spotify.log()).at(-1)?.marks).toEqual(['Authorization at the token endpoint']);
  await spotify.forgetLog();
  const { access_token: token } = JSON.parse(answer) as { access_token: string };

  await listener.follow('Token');
  await listener.press('Another token');
  await page.getByLabel('Access token').fill(token);
  await listener.press('Look at it');
  const facts = section(page, 'What it is');
  await expect(facts.getByText('Valid, with no listener behind it')).toBeVisible();
  await expect(facts.getByText('Nobody: an app alone')).toBeVisible();

  await calls.fromNow();
  await listener.press('Fill in a public endpoint below');
  await listener.press('Send');
  await expect(page.getByRole('region', { name: 'Body of the answer' })).toContainText('"albums"');
  await calls.were({ 'GET /v1/search': 1 });
  expect((await calls.sofar()).at(-1)?.account).toBeNull();
  await watch.settled(page);
});
