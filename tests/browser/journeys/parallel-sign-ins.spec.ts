// Several sign-ins under way at once.

import { expect, test } from '../journey.ts';

test('two tabs sign in at the same time, and each has a session of its own', async ({
  page,
  context,
  listener,
  calls,
}) => {
  const other = listener.in(await context.newPage());
  await listener.open('/top?range=1-year');
  await other.open('/settings');
  await listener.setOut();
  await other.setOut();
  await other.agree('cleo');
  await other.isSignedIn('cleo');
  await listener.agree('Ada');
  await listener.isSignedIn('Ada');
  await expect(page).toHaveURL('/top?range=1-year');
  await expect(other.page).toHaveURL('/settings');
  await other.page.reload();
  await other.isSignedIn('cleo');
  const exchanges = (await calls.sofar()).filter((call) => call.path === '/api/token');
  expect(exchanges.map((call) => call.account)).toEqual(['cleo', 'ada01']);
});

test('the answer to the first attempt counts, though a second was begun in the same tab', async ({
  page,
  listener,
  calls,
}) => {
  await listener.open('/settings');
  await listener.setOut();
  const first = await listener.agreeAndKeepTheAnswer();
  await page.goBack();
  await listener.seesConnect();
  await listener.press('Use another account');
  await listener.isAsked();
  const second = await listener.agreeAndKeepTheAnswer();
  await page.goto(first.href);
  await listener.isSignedIn();
  await expect(page).toHaveURL('/settings');

  await page.goto(second.href);
  await listener.isSignedIn();
  await expect(page.getByText('You are still signed in.', { exact: true })).toBeVisible();
  await calls.fromNow();
  await page.reload();
  await listener.isSignedIn();
  const exchanges = (await calls.sofar()).filter((call) => call.path === '/api/token');
  expect(exchanges).toHaveLength(0);
});

test('an answer from nowhere leaves a session as it is', async ({ page, listener, calls }) => {
  await listener.signIn('/settings');
  await calls.fromNow();
  await listener.open('/?code=x&state=y');
  await listener.isSignedIn();
  await expect(page.getByText('You are still signed in.', { exact: true })).toBeVisible();
  await listener.seesHome();
  await listener.follow('Top');
  await listener.seesTop();
  await listener.follow('6 months');
  await listener.seesTop();
  const exchanges = (await calls.sofar()).filter((call) => call.path === '/api/token');
  expect(exchanges).toHaveLength(0);
});
