// Answers in the address that are not what Spotify sent to this tab.

import { expect, test } from '../journey.ts';
import { arrivesOnce } from '../world/arrival.ts';
import { MINUTE } from '../world/time.ts';

const NOT_OURS = 'This answer does not belong to a sign-in here';
const MALFORMED = 'That address was not one Spotify writes';
const DENIED = 'You said no, and that is fine';

test('an answer out of the blue leads to a page that says so, and nowhere by itself', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  await listener.open();
  await listener.seesConnect();
  await arrivesOnce(page, async () => {
    await listener.open('/?code=x&state=y');
    await listener.isTold(NOT_OURS);
    await watch.settled(page);
  });
  await calls.were({});
  await page.reload();
  await listener.seesConnect();
});

test('a state that was never ours is not exchanged', async ({ page, listener, calls }) => {
  await listener.open();
  await listener.setOut();
  const answer = await listener.agreeAndKeepTheAnswer();
  answer.searchParams.set('state', 'A'.repeat(43));
  await arrivesOnce(page, async () => {
    await page.goto(answer.href);
    await listener.isTold(NOT_OURS);
  });
  await calls.were({});
});

test('an answer to another tab’s sign-in is not exchanged', async ({ page, context, listener, calls }) => {
  await listener.open();
  await listener.setOut();
  const answer = await listener.agreeAndKeepTheAnswer();
  const other = listener.in(await context.newPage());
  await other.open();
  await arrivesOnce(other.page, async () => {
    await other.page.goto(answer.href);
    await other.isTold(NOT_OURS);
  });
  await calls.were({});
  await page.goto(answer.href);
  await listener.isSignedIn();
});

test('a state older than ten minutes is stale', async ({ page, listener, calls, time }) => {
  await time.takeInHand();
  await listener.open();
  await listener.setOut();
  await time.passesHere(11 * MINUTE);
  await arrivesOnce(page, async () => {
    await listener.agree();
    await listener.isTold(NOT_OURS);
  });
  await calls.were({});
});

test('a callback opened again changes nothing for who is signed in', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  await listener.open();
  await listener.setOut();
  const answer = await listener.agreeAndKeepTheAnswer();
  await page.goto(answer.href);
  await listener.seesHome();
  await calls.fromNow();
  await arrivesOnce(page, async () => {
    await page.goto(answer.href);
    await listener.seesHome();
    await expect(page.getByText('You are still signed in.', { exact: true })).toBeVisible();
    await watch.settled(page);
  });
  await calls.were({ 'GET /v1/me/player/recently-played': 1, 'GET /v1/me/playlists': 1 });
  await listener.press('Dismiss');
  await expect(page.getByText('You are still signed in.', { exact: true })).toHaveCount(0);
  await page.reload();
  await listener.isSignedIn();
});

test('a callback opened again after signing out is not exchanged again', async ({
  page,
  listener,
  calls,
}) => {
  await listener.open();
  await listener.setOut();
  const answer = await listener.agreeAndKeepTheAnswer();
  await page.goto(answer.href);
  await listener.isSignedIn();
  await listener.signOut();
  await calls.fromNow();
  await arrivesOnce(page, async () => {
    await page.goto(answer.href);
    await listener.isTold(NOT_OURS);
  });
  await calls.were({});
});

for (const [what, tamper] of [
  ['the code stands there twice', (answer: string) => `${answer}&code=another`],
  ['the state stands there twice', (answer: string) => `${answer}&state=another`],
  ['there are a code and an error', (answer: string) => `${answer}&error=access_denied`],
  ['a token stands beside the code', (answer: string) => `${answer}&access_token=stolen`],
  ['a token stands in the fragment', (answer: string) => `${answer}#access_token=stolen`],
  ['there is no code', (answer: string) => answer.replace(/code=[^&]*&/, '')],
] as const) {
  test(`where ${what}, nothing is believed and the attempt is over`, async ({
    page,
    listener,
    calls,
  }) => {
    await listener.open();
    await listener.setOut();
    const answer = await listener.agreeAndKeepTheAnswer();
    await arrivesOnce(page, async () => {
      await page.goto(tamper(answer.href));
      await listener.isTold(MALFORMED);
    });
    await page.goto(answer.href);
    await listener.isTold(NOT_OURS);
    await calls.were({});
  });
}

test('an answer from another issuer is not exchanged', async ({ page, listener, calls }) => {
  await listener.open();
  await listener.setOut();
  const answer = await listener.agreeAndKeepTheAnswer();
  answer.searchParams.set('iss', 'https://accounts.spotify.com/');
  await arrivesOnce(page, async () => {
    await page.goto(answer.href);
    await listener.isTold(NOT_OURS);
  });
  await calls.were({});
});

test('a token in the fragment alone is wiped away', async ({ page, listener, calls }) => {
  await listener.open();
  await arrivesOnce(page, async () => {
    await page.goto('/?x=1#access_token=stolen&token_type=bearer');
    await listener.isTold(MALFORMED);
  });
  await expect(page).toHaveURL('/');
  await calls.were({});
});

test('what an error says of itself is neither run nor shown', async ({ page, listener, calls, watch }) => {
  await listener.open();
  await listener.setOut();
  const answer = await listener.agreeAndKeepTheAnswer();
  answer.searchParams.delete('code');
  answer.searchParams.set('error', 'access_denied');
  answer.searchParams.set('error_description', '<img src=x onerror="document.title=1">Dear listener');
  await arrivesOnce(page, async () => {
    await page.goto(answer.href);
    await listener.isTold(DENIED);
    await watch.settled(page);
  });
  expect(await page.content()).not.toContain('Dear listener');
  await calls.were({});
});

test('an error that nobody knows has no more to say', async ({ page, listener }) => {
  await listener.open();
  await listener.setOut();
  const answer = await listener.agreeAndKeepTheAnswer();
  answer.searchParams.delete('code');
  answer.searchParams.set('error', 'dear_listener');
  await arrivesOnce(page, async () => {
    await page.goto(answer.href);
    await listener.isTold('Spotify did not agree to this sign-in');
  });
  expect(await page.content()).not.toContain('dear_listener');
});
