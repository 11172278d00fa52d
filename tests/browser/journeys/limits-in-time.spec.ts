// Limits and time: pages that are left, answers that come late, calls that are
// refused together.

import { expect, test } from '../journey.ts';
import { MINUTE, SECOND } from '../world/time.ts';

const ARTISTS = 'https://api.spotify.com/v1/me/top/artists';
const TRACKS = 'https://api.spotify.com/v1/me/top/tracks';

for (const [how, leave] of [
  ['a reload', (page) => page.reload()],
  ['leaving for another site and coming back', async (page) => {
    await page.goto('about:blank');
    await page.goBack();
  }],
] satisfies [string, (page: import('@playwright/test').Page) => Promise<unknown>][]) {
  test(`${how} while answers are on their way makes nothing rest`, async ({ page, listener, calls, spotify }) => {
    await listener.signIn();
    await listener.seesTop();
    await calls.fromNow();
    await spotify.order({ fault: 'slow', path: '/v1/me/top', times: 2, hold_ms: 600_000 });
    await listener.follow('6 months');
    await expect.poll(() => calls.besidesThePlayer()).toBe(2);
    await leave(page);
    await listener.seesTop();
    await expect(listener.quotaButton).not.toContainText('resting');
  });
}

for (const { fault, rest, messages } of [
  { fault: 'rate_limit', rest: 30 * SECOND, messages: [`429 ${ARTISTS}`, `429 ${TRACKS}`] },
  { fault: 'quota', rest: 15 * MINUTE, messages: [`429 ${ARTISTS}`, `429 ${TRACKS}`] },
]) {
  test(`${fault}: two calls that are refused together are one refusal`, async ({
    page,
    listener,
    spotify,
    time,
    watch,
  }) => {
    watch.console.foresee(...messages);
    await time.takeInHand();
    await listener.signIn();
    await listener.seesTop();
    await spotify.order({ fault, path: '/v1/me/top', times: 2 });
    await listener.follow('6 months');
    await expect(page.getByRole('alert')).toHaveCount(2);
    await time.passes(rest);
    for (const again of await page.getByRole('button', { name: 'Try again' }).all()) {
      await expect(again).toBeEnabled();
    }
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect(page.getByRole('alert')).toHaveCount(1);
    await page.getByRole('button', { name: 'Try again' }).click();
    await listener.seesTop();
  });
}

test('an answer to a call that began before a refusal does not end the rest', async ({
  page,
  listener,
  calls,
  spotify,
  watch,
}) => {
  watch.console.foresee(`429 ${TRACKS}`);
  await listener.signIn();
  await listener.seesTop();
  await spotify.order({ fault: 'quota', path: '/v1/me/top/tracks', times: 1 });
  await spotify.order({ fault: 'slow', path: '/v1/me/top/artists', times: 1, hold_ms: 1500 });
  await calls.fromNow();
  await listener.follow('6 months');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.locator('.card-name').first()).toBeVisible();
  await expect(listener.quotaButton).toContainText('resting');
  await listener.follow('A year');
  await expect(page.getByRole('alert')).toHaveCount(2);
  expect(await calls.besidesThePlayer()).toBe(2);
});

test('the navigation says “resting” no longer than it does', async ({
  page,
  listener,
  spotify,
  time,
  watch,
}) => {
  watch.console.foresee(`429 ${ARTISTS}`);
  await time.takeInHand();
  await listener.signIn('/top?show=artists');
  await expect(page.locator('.card-name')).toHaveCount(50);
  await spotify.order({ fault: 'quota', path: '/v1/me/top', times: 1 });
  await listener.follow('6 months');
  await expect(listener.quotaButton).toContainText('resting');
  await time.passes(15 * MINUTE - 8 * SECOND);
  await expect(listener.quotaButton).toContainText('resting');
  await time.passes(8 * SECOND);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeEnabled();
  await expect(listener.quotaButton).not.toContainText('resting', { timeout: 5000 });
});

test('changing the view while the artists are on their way does not ask for them twice', async ({
  listener,
  calls,
  spotify,
}) => {
  await listener.signIn('/top?show=artists');
  await expect(listener.page.locator('.card-name')).toHaveCount(50);
  await calls.fromNow();
  await spotify.order({ fault: 'slow', path: '/v1/me/top/artists', times: 1, hold_ms: 1500 });
  await listener.follow('6 months');
  await expect.poll(() => calls.besidesThePlayer()).toBe(1);
  await listener.follow('Artists and tracks');
  await listener.seesTop();
  await calls.were({ 'GET /v1/me/top/artists': 1, 'GET /v1/me/top/tracks': 1 });
});
