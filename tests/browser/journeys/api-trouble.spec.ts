// The Web API has trouble, or the network has: what each part of a page says,
// and that nobody is signed out by it. Limits are in resting.spec.ts.

import { expect, test } from '../journey.ts';

const TRACKS = 'https://api.spotify.com/v1/me/top/tracks';
const PATH = '/v1/me/top/tracks';
const OPAQUE = [`CORS ${TRACKS}`, `net::ERR_FAILED ${TRACKS}`];
const times = (count: number, ...messages: string[]) => Array(count).fill(messages).flat();

for (const { fault, title, messages, says } of [
  // A read is repeated twice before a listener hears of it.
  { fault: 'bad_gateway', title: 'Trouble at Spotify', messages: times(3, `502 ${TRACKS}`), says: /status 502/ },
  { fault: 'unavailable', title: 'Trouble at Spotify', messages: times(3, `503 ${TRACKS}`), says: /status 503/ },
  { fault: 'server_error', title: 'Trouble at Spotify', messages: times(3, `500 ${TRACKS}`), says: /stay signed in/ },
  // One of these alone may be an accident, and can be asked again at once.
  { fault: 'hidden', title: 'Blocked or throttled', messages: OPAQUE, says: /no readable answer/ },
  { fault: 'rate_limit_hidden', title: 'Blocked or throttled', messages: OPAQUE, says: /too many requests/ },
  { fault: 'fail_preflight', title: 'Blocked or throttled', messages: OPAQUE, says: /no readable answer/ },
  { fault: 'not_allow_listed', title: 'This account is not on the app’s list', messages: [`403 ${TRACKS}`], says: /User Management/ },
  { fault: 'owner_not_premium', title: 'The app’s owner needs Premium', messages: times(2, `403 ${TRACKS}`), says: /After subscribing/ },
]) {
  test(`${fault}: “${title}”, and it recovers`, async ({ page, listener, spotify, watch }) => {
    watch.console.foresee(...messages);
    await listener.signIn();
    await listener.seesTop();
    await spotify.order({ fault, path: PATH });
    await listener.follow('6 months');
    const trouble = page.getByRole('alert');
    await expect(trouble.getByRole('heading')).toHaveText(title);
    await expect(trouble).toContainText(says);
    // What could be read is there.
    await expect(page.locator('.card-name').first()).toBeVisible();
    await listener.isSignedIn();

    await spotify.clearFaults();
    await trouble.getByRole('button', { name: /^(Try|Check) again$/ }).click();
    await listener.seesTop();
    await expect(trouble).toHaveCount(0);
  });
}

test('one bad gateway in between is not even noticed', async ({ page, listener, spotify, watch }) => {
  watch.console.foresee(`502 ${TRACKS}`);
  await listener.signIn();
  await listener.seesTop();
  await spotify.order({ fault: 'bad_gateway', path: PATH, times: 1 });
  await listener.follow('6 months');
  await listener.seesTop();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

for (const { fault, messages } of [
  { fault: 'spurious_unauthorized', messages: [`401 ${TRACKS}`] },
  { fault: 'spurious_premium_required', messages: [`403 ${TRACKS}`] },
]) {
  test(`${fault} passes when it is asked about once more`, async ({ listener, spotify, watch }) => {
    watch.console.foresee(...messages);
    await listener.signIn();
    await listener.seesTop();
    await spotify.order({ fault, path: PATH, times: 1 });
    await listener.follow('6 months');
    await listener.seesTop();
  });
}

test('an answer that never comes is given up, and the page looks right meanwhile', async ({
  page,
  listener,
  spotify,
  time,
  watch,
}) => {
  await time.takeInHand();
  await listener.signIn();
  await listener.seesTop();
  await spotify.order({ fault: 'slow', path: '/v1/me/top', hold_ms: 600_000 });
  await listener.follow('6 months');
  await expect(page.locator('.row.waiting').first()).toBeVisible();
  await expect(page.getByText('Reading your top tracks')).toBeAttached();
  await time.passesHere(31_000);
  await expect(page.getByRole('heading', { name: 'Spotify took too long' })).toHaveCount(2);
  await watch.settled(page);
  await spotify.clearFaults();
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await listener.seesTop();
});

test('a session that Spotify keeps refusing can be connected again', async ({
  page,
  listener,
  spotify,
  watch,
}) => {
  watch.console.foresee(`401 ${TRACKS}`, `401 ${TRACKS}`);
  await listener.signIn();
  await listener.seesTop();
  await spotify.order({ fault: 'spurious_unauthorized', path: PATH, times: 2 });
  await listener.follow('6 months');
  await expect(page.getByRole('alert').getByRole('heading')).toHaveText(
    'Spotify does not accept this session',
  );
  await watch.settled(page);
  await listener.press('Connect again');
  await listener.seesTop();
  await expect(page).toHaveURL('/top?range=6-months');
});

test('offline is called offline, and nothing is lost', async ({ page, context, listener, watch }) => {
  // A page of the same part as Top, which has arrived with it.
  await listener.signIn('/playlists');
  await listener.seesHeading('Playlists');
  await watch.settled(page);
  // What is on the page already must not be asked for while there is no network.
  await context.setOffline(true);
  watch.console.allow(/^net::ERR_INTERNET_DISCONNECTED \/crate-….svg$/);
  watch.console.foresee(
    'net::ERR_INTERNET_DISCONNECTED https://api.spotify.com/v1/me/top/artists',
    `net::ERR_INTERNET_DISCONNECTED ${TRACKS}`,
  );
  await listener.follow('Top');
  await expect(page.getByRole('heading', { name: 'This device is offline' })).toHaveCount(2);
  await watch.settled(page);
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await listener.seesTop();
  await listener.isSignedIn();
});
