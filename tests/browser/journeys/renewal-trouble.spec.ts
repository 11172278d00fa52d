// Renewing fails for a while: nobody is signed out by that.

import { expect, test } from '../journey.ts';
import type { Calls } from '../watch/calls.ts';
import { MINUTE, SECOND } from '../world/time.ts';

const TOKEN = 'https://accounts.spotify.com/api/token';

async function refreshes(calls: Calls): Promise<number> {
  return (await calls.sofar()).filter((call) => call.path === '/api/token').length;
}

for (const { what, fault, messages, told } of [
  {
    what: 'is down',
    fault: 'unavailable',
    messages: [`503 ${TOKEN}`],
    told: 'The session could not be renewed',
  },
  {
    what: 'answers nothing that can be read',
    fault: 'hidden',
    messages: [`CORS ${TOKEN}`, `net::ERR_FAILED ${TOKEN}`],
    told: 'Blocked or throttled',
  },
]) {
  test(`while the token endpoint ${what}, a listener stays signed in and can try again`, async ({
    page,
    listener,
    calls,
    spotify,
    time,
    watch,
  }) => {
    await time.takeInHand();
    await listener.signIn();
    await listener.seesTop();
    await spotify.order({ fault, path: '/api/token' });
    await calls.fromNow();
    await time.passes(61 * MINUTE);
    await listener.follow('6 months');
    for (const [attempt, pause] of [1, 4].entries()) {
      await expect.poll(() => refreshes(calls)).toBe(attempt + 1);
      await time.passesHere(pause * SECOND);
    }
    await expect(page.getByRole('heading', { name: told })).toHaveCount(2);
    expect(await refreshes(calls)).toBe(3);
    watch.console.foresee(...messages, ...messages, ...messages);
    await listener.isSignedIn();
    await watch.settled(page);

    // Nobody is asked again at once, however often a listener tries.
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(page.getByRole('heading', { name: told })).toHaveCount(2);
    expect(await refreshes(calls)).toBe(3);

    await spotify.clearFaults();
    await time.passesHere(31 * SECOND);
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByRole('button', { name: 'Try again' }).click();
    await listener.seesTop();
    await expect(page).toHaveURL('/top?range=6-months');
    await listener.isSignedIn();
  });
}

test('one failure of the token endpoint is not even noticed', async ({
  listener,
  calls,
  spotify,
  time,
  watch,
}) => {
  watch.console.foresee(`503 ${TOKEN}`);
  await time.takeInHand();
  await listener.signIn();
  await listener.seesTop();
  await spotify.order({ fault: 'unavailable', path: '/api/token', times: 1 });
  await calls.fromNow();
  await time.passes(61 * MINUTE);
  await listener.follow('6 months');
  await listener.seesTop();
  expect(await refreshes(calls)).toBe(2);
});
