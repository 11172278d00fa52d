// A sign-in to try things out: real at every step, and nobody’s session until
// it is asked to be.

import { expect, test } from '../journey.ts';
import { Workshop } from '../world/workshop.ts';

const TOKEN = '400 https://accounts.spotify.com/api/token';
const EXAMPLE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

test('a practice run leaves the session alone until its grant is to be used', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  const workshop = new Workshop(page);
  await listener.signIn('/settings');
  const before = await workshop.session();
  await listener.follow('Workshop');
  await listener.press('Practice run');
  await calls.fromNow();
  await workshop.goOn(/^2 · Its hash/);
  await workshop.goOn(/^3 · What Spotify is asked/);
  await page.getByText('6 of 18 permissions').click();
  await page.getByRole('checkbox', { name: /^user-library-read/ }).check();
  await page.getByRole('checkbox', { name: /^user-top-read/ }).uncheck();
  await expect(workshop.text('GET, in the address bar')).toContainText('user-library-read');
  await watch.settled(page);
  await workshop.goOn(/^4 · The way to Spotify/);
  await watch.settled(page);
  await workshop.getsAnAnswer(() => listener.agree());
  await expect(page).toHaveURL('/workshop');
  await watch.settled(page);
  await calls.were({});
  const [asked] = await calls.authorizations();
  const scopes = asked?.get('scope')?.split(' ') ?? [];
  expect(scopes).toContain('user-library-read');
  expect(scopes).not.toContain('user-top-read');
  expect(asked?.get('show_dialog')).toBe('true');

  await workshop.exchanges();
  await calls.were({ 'POST /api/token': 1 });
  expect(await workshop.session(), 'the session').toBe(before);
  await listener.isSignedIn();

  await listener.press('Use this grant for the session');
  await listener.isSignedIn();
  await calls.were({ 'POST /api/token': 1, 'GET /v1/me': 1 });
  const used = JSON.parse((await workshop.session()) ?? '{}') as { scopes: string };
  expect(used.scopes.split(' ').toSorted()).toEqual(scopes.toSorted());
  await workshop.isAt(/^1 · Random bytes/);
  await expect(page.getByRole('button', { name: 'This session' })).toHaveAttribute(
    'aria-current',
    'true',
  );
});

test('whoever is not signed in can practise, and come in by it', async ({
  page,
  listener,
  spotify,
  calls,
  watch,
}) => {
  const workshop = new Workshop(page);
  await listener.open();
  await listener.follow('See how signing in works');
  await workshop.isAt(/^1 · Random bytes/);
  await expect(page.getByRole('link', { name: 'Connect to Spotify' })).toBeVisible();
  await watch.settled(page);
  await workshop.step('Consent at Spotify').click();
  await expect(page.getByText('No app is named: the client ID is missing.')).toBeVisible();
  await listener.press('Go there');
  await page.getByLabel('Client ID').fill('not-one');
  await expect(page.getByText('“n” cannot be in it')).toBeVisible();
  await workshop.step('Consent at Spotify').click();
  await listener.press('Go there');
  await expect(page.getByLabel('Client ID')).toHaveValue('not-one');
  await page.getByLabel('Client ID').fill(spotify.clientId);
  await workshop.getsAnAnswer(() => listener.agree());
  await workshop.exchanges();
  expect(await workshop.session()).toBeNull();
  await watch.settled(page);
  await calls.fromNow();
  await listener.press('Use this grant for the session');
  await listener.isSignedIn();
  await calls.were({ 'GET /v1/me': 1 });
});

test('a grant of somebody else’s begins a page of their own', async ({ listener, calls }) => {
  const workshop = await Workshop.practising(listener);
  await workshop.getsAnAnswer(() => listener.agree('cleo'));
  await workshop.exchanges();
  await listener.isSignedIn('Ada');
  await calls.fromNow();
  await listener.press('Use this grant for the session');
  await listener.isSignedIn('cleo');
  await calls.were({ 'GET /v1/me': 1 });
  await listener.press('This session');
  await workshop.isAt('Nothing is kept of this session’s sign-in');
});

test('a grant of practice is gone with the page', async ({ page, listener, spotify }) => {
  const workshop = await Workshop.practising(listener);
  await workshop.getsAnAnswer(() => listener.agree());
  await workshop.exchanges();
  await listener.press('Reveal the access token');
  const { access_tokens: tokens } = await spotify.secrets();
  await expect(workshop.text(/^Answer/)).toContainText(tokens.at(-1) ?? 'none');
  await listener.follow('Settings');
  await listener.seesHeading('Settings');
  expect(await page.content()).not.toContain(tokens.at(-1));
  await listener.follow('Workshop');
  await workshop.isAt(/^1 · Random bytes/);
  await expect(workshop.step('Callback')).toBeDisabled();
});

test('the answer is thrown away when its state is wrong', async ({ page, listener, calls, watch }) => {
  const workshop = await Workshop.ofThisSession(listener);
  await workshop.step('Callback').click();
  await calls.fromNow();
  const panel = page.getByRole('region', { name: 'What if the state were wrong?' });
  await panel.getByRole('button', { name: 'Try it' }).click();
  await expect(panel.locator('.passed')).toHaveCount(4);
  await expect(panel.locator('.failed')).toContainText('A sign-in of ours waits for it');
  await expect(panel.locator('.unreached')).toHaveCount(5);
  await expect(panel.getByRole('status')).toContainText('Thrown away');
  await watch.settled(page);
  await calls.were({});
});

test('the challenge follows the verifier, and Spotify refuses another one', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  watch.console.foresee(TOKEN);
  const workshop = await Workshop.practising(listener);
  await workshop.step('Challenge').click();
  const challenge = workshop.text('code_challenge, in base64url');
  await listener.press('Write your own');
  const field = page.getByLabel('Your verifier');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
  await field.fill('too short');
  await expect(page.locator('#verifier-hint')).toHaveText(/^“ ” is not allowed/);
  await field.fill('short');
  await expect(page.locator('#verifier-hint')).toHaveText(/^5 of at least 43 characters/);
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(challenge).toHaveText('—');
  await workshop.step('Consent at Spotify').click();
  await expect(page.getByText('What was written is not a verifier yet.')).toBeVisible();
  await listener.press('Go there');
  await expect(field).toHaveValue('short');
  await expect(page.locator('#verifier-hint')).toHaveText(/^5 of at least 43 characters/);
  await workshop.step('Challenge').click();
  await field.fill('a'.repeat(43));
  const first = await challenge.textContent();
  await field.press('b');
  await expect(challenge).not.toHaveText(first ?? '');
  await expect(field).toBeFocused();
  await listener.press('The example of the RFC');
  await expect(challenge).toHaveText(EXAMPLE);
  await expect(page.getByText('The challenge that RFC 7636 prints in Appendix B.')).toBeVisible();
  await watch.settled(page);

  await workshop.getsAnAnswer(() => listener.agree());
  expect((await calls.authorizations()).at(-1)?.get('code_challenge')).toBe(EXAMPLE);
  await workshop.goOn(/^6 · The code, exchanged/);
  await listener.press('Write one');
  await field.fill('c'.repeat(64));
  await listener.press('Exchange the code');
  await workshop.isAt(/^7 · What came of it/);
  const answer = workshop.text(/^Answer: 400/);
  await expect(answer).toContainText('"error": "invalid_grant"');
  await expect(answer).toContainText('"error_description": "code_verifier was incorrect"');
  await expect(page.getByText(/^Refused: the verifier that was sent/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use this grant' })).toHaveCount(0);
  await watch.settled(page);
});

test('a code works once, and Spotify says so', async ({ page, listener, watch }) => {
  watch.console.foresee(TOKEN);
  const workshop = await Workshop.practising(listener);
  await workshop.getsAnAnswer(() => listener.agree());
  await workshop.exchanges();
  await listener.press('Back');
  await listener.press('Exchange it again');
  await expect(workshop.text(/^Answer: 400/)).toContainText('Invalid authorization code');
  await expect(page.getByText(/^Refused: Spotify knows no such code any more/)).toBeVisible();
});

test('saying no is an answer, and there is nothing to exchange', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  const workshop = new Workshop(page);
  await listener.signIn('/settings');
  const before = await workshop.session();
  await listener.follow('Workshop');
  await listener.press('Practice run');
  await calls.fromNow();
  await workshop.getsAnAnswer(() => listener.cancel());
  await expect(workshop.checks.last()).toHaveClass('failed');
  await expect(workshop.checks.last()).toContainText('access_denied');
  await expect(page.getByText(/^You said no/)).toBeVisible();
  await expect(workshop.step('Token request')).toBeDisabled();
  await watch.settled(page);
  await calls.were({});
  expect(await workshop.session()).toBe(before);
});

test('a refresh keeps the refresh token or brings a new one, as Spotify does it', async ({
  page,
  listener,
  spotify,
  calls,
  watch,
}) => {
  const workshop = await Workshop.practising(listener);
  await workshop.getsAnAnswer(() => listener.agree());
  await workshop.exchanges();
  const before = await workshop.session();
  await calls.fromNow();
  await listener.press('Refresh it');
  await expect(page.getByText('No new refresh token came: the one there is stays good.')).toBeVisible();
  await spotify.rotateRefreshTokens(true);
  await spotify.order({ fault: 'slow', path: '/api/token', hold_ms: 1500, times: 1 });
  await listener.press('Refresh it');
  await expect(page.getByRole('button', { name: 'Use this grant' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Throw it away' })).toBeDisabled();
  await expect(page.getByText(/^A new refresh token came/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use this grant' })).toBeEnabled();
  await watch.settled(page);
  await calls.were({ 'POST /api/token': 2 });
  expect(await workshop.session()).toBe(before);
});

test('an answer with two codes fails, and the page says what speaks against it', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  const workshop = await Workshop.practising(listener);
  await workshop.step('Consent at Spotify').click();
  await calls.fromNow();
  await listener.press('Go to Spotify');
  await expect(page.getByRole('heading', { name: /use an account\?$/ })).toBeVisible();
  const state = new URL(page.url()).searchParams.get('state') ?? 'none';
  await listener.open(`/?code=a&code=b&state=${encodeURIComponent(state)}`);
  await workshop.isAt(/^5 · The callback/);
  const failed = page.locator('.checks .failed');
  await expect(failed).toContainText('No parameter twice');
  await expect(failed).toContainText('one stands there more than once');
  await watch.settled(page);
  await calls.were({});
});

test('the bench fits every screen', async ({ page, listener }) => {
  const workshop = await Workshop.ofThisSession(listener);
  for (const step of ['Verifier', 'Authorization request', 'Callback', 'Answer']) {
    await workshop.step(step).click();
    for (const width of [320, 390, 1280, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const overhang = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(overhang, `${step} at ${width} pixels`).toBe(0);
    }
  }
});
