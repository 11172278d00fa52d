// How the sign-in of this page went, told step by step by the page that saw it.

import { expect, test } from '../journey.ts';
import { Workshop } from '../world/workshop.ts';

test('the sign-in is told as it went, step by step, with its secrets hidden', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  const workshop = await Workshop.ofThisSession(listener);
  await expect(page).toHaveURL('/workshop');
  await workshop.isAt(/^1 · Random bytes/);
  await workshop.goOn(/^2 · Its hash/);
  await watch.settled(page);
  await workshop.goOn(/^3 · What Spotify is asked/);
  await workshop.goOn(/^4 · The way to Spotify/);
  await workshop.goOn(/^5 · The callback/);
  await workshop.goOn(/^6 · The code, exchanged/);
  await watch.settled(page);
  await workshop.goOn(/^7 · What came of it/);
  await watch.settled(page);
  await expect(workshop.text(/^Answer: 200/)).toContainText('"expires_in": 3600');

  const [asked] = await calls.authorizations();
  await workshop.step('Challenge').click();
  await expect(workshop.text('code_challenge, in base64url')).toHaveText(
    asked?.get('code_challenge') ?? 'none',
  );
  await workshop.step('Callback').click();
  await expect(workshop.checks).toHaveCount(10);
  await expect(page.locator('.checks .passed')).toHaveCount(10);
});

test('the sign-in is forgotten with the page that saw it', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  const workshop = await Workshop.ofThisSession(listener);
  const { verifiers } = await spotify.secrets();
  await listener.press('Reveal the verifier');
  await expect(workshop.text('code_verifier')).toHaveText(verifiers[0] ?? 'none');

  await page.reload();
  await workshop.isAt(/^1 · Random bytes/);
  await listener.press('This session');
  await workshop.isAt('Nothing is kept of this session’s sign-in');
  await watch.settled(page);
  await listener.press('Begin a practice run');
  await workshop.isAt(/^1 · Random bytes/);
});

test('a secret is shown and copied only when it is asked for, and not for longer than its step', async ({
  page,
  context,
  site,
  listener,
  spotify,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const workshop = await Workshop.ofThisSession(listener);
  await workshop.step('Token request').click();
  const { verifiers, codes } = await spotify.secrets();
  const [verifier, code] = [verifiers[0] ?? 'none', codes[0] ?? 'none'];
  const request = workshop.message('POST /api/token');

  await request.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(request.getByRole('button', { name: 'Copied' })).toBeVisible();
  const hidden = await copied();
  expect(hidden).toContain('curl --url https://accounts.spotify.com/api/token');
  expect(hidden).toContain('"code=${SPOTIFY_AUTHORIZATION_CODE:?}"');
  expect(hidden).toContain('"code_verifier=${SPOTIFY_CODE_VERIFIER:?}"');
  await expect(request.getByRole('button', { name: 'Copy as curl' })).toBeVisible();

  await request.getByRole('button', { name: 'Reveal the verifier' }).click();
  await expect(request.getByRole('button', { name: 'Hide the verifier' })).toBeFocused();
  await expect(workshop.text('POST /api/token')).toContainText(verifier);
  await expect(workshop.text('POST /api/token')).not.toContainText(code);
  await request.getByRole('button', { name: 'Copy as curl' }).click();
  await expect(request.getByRole('button', { name: 'Copied' })).toBeVisible();
  const shown = await copied();
  expect(shown).toContain(`code_verifier=${verifier}`);
  expect(shown).toContain('"code=${SPOTIFY_AUTHORIZATION_CODE:?}"');

  await workshop.step('Answer').click();
  await workshop.step('Token request').click();
  await expect(request.getByRole('button', { name: 'Reveal the verifier' })).toBeVisible();
  expect(await page.content()).not.toContain(verifier);
});
