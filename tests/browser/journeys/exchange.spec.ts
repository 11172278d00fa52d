// The listener agreed, but the code cannot be exchanged.

import { expect, test } from '../journey.ts';
import { arrivesOnce } from '../world/arrival.ts';
import { MINUTE } from '../world/time.ts';

const TOKEN = 'https://accounts.spotify.com/api/token';
const ONE_EXCHANGE = { 'POST /api/token': 1 };
const UNFINISHED = 'Spotify could not finish the sign-in';

test('a code that was tampered with is refused, and asked about once', async ({
  page,
  listener,
  calls,
  watch,
}) => {
  watch.console.foresee(`400 ${TOKEN}`);
  await listener.open();
  await listener.setOut();
  const answer = await listener.agreeAndKeepTheAnswer();
  answer.searchParams.set('code', `${answer.searchParams.get('code')}x`);
  await arrivesOnce(page, async () => {
    await page.goto(answer.href);
    await listener.isTold('Spotify did not accept its own code');
  });
  await calls.were(ONE_EXCHANGE);
});

test('a code that is too old is explained, and a new sign-in makes a new one', async ({
  page,
  listener,
  calls,
  time,
  watch,
}) => {
  watch.console.foresee(`400 ${TOKEN}`);
  await listener.open('/top?range=1-year');
  await listener.setOut();
  const answer = await listener.agreeAndKeepTheAnswer();
  await time.passesAtSpotify(11 * MINUTE);
  await arrivesOnce(page, async () => {
    await page.goto(answer.href);
    await listener.isTold('The sign-in took too long');
    await watch.settled(page);
  });
  await calls.were(ONE_EXCHANGE);
  await listener.press('Connect again');
  await listener.isSignedIn();
  await expect(page).toHaveURL('/top?range=1-year');
});

for (const { what, fault, messages } of [
  { what: 'is down', fault: 'unavailable', messages: [`503 ${TOKEN}`] },
  { what: 'answers nothing that can be read', fault: 'hidden', messages: [`CORS ${TOKEN}`, `net::ERR_FAILED ${TOKEN}`] },
  { what: 'hangs up', fault: 'drop', messages: [`net::ERR_EMPTY_RESPONSE ${TOKEN}`] },
  { what: 'hangs up when all is done', fault: 'lose_answer', messages: [`net::ERR_EMPTY_RESPONSE ${TOKEN}`] },
]) {
  test(`when the token endpoint ${what}, one click begins anew`, async ({
    page,
    listener,
    calls,
    spotify,
    watch,
  }) => {
    watch.console.foresee(...messages);
    await spotify.order({ fault, path: '/api/token', times: 1 });
    await listener.open();
    await listener.setOut();
    await arrivesOnce(page, async () => {
      await listener.agree();
      await listener.isTold(UNFINISHED);
    });
    await calls.were(ONE_EXCHANGE);
    await listener.press('Connect again');
    await listener.seesHome();
  });
}

test('a reload while the code is exchanged does not exchange it twice', async ({
  page,
  listener,
  calls,
  spotify,
}) => {
  await spotify.order({ fault: 'slow', path: '/api/token', hold_ms: 60_000 });
  await listener.open();
  await listener.setOut();
  await listener.agree();
  await listener.seesHeading('Signing you in');
  await expect.poll(() => calls.sofar().then((all) => all.at(-1)?.path)).toBe('/api/token');
  await page.reload();
  await listener.seesConnect();
  await calls.were(ONE_EXCHANGE);
});
