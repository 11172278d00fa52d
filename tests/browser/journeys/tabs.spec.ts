// A duplicated tab brings a copy of the session with it.

import type { Page } from '@playwright/test';
import { expect, test } from '../journey.ts';
import type { Calls } from '../watch/calls.ts';
import { duplicate } from '../world/new-tab.ts';
import { MINUTE } from '../world/time.ts';

const RANGES = { 'GET /v1/me/top/artists': 2, 'GET /v1/me/top/tracks': 2 };

async function session(page: Page): Promise<{ refresh_token: string; access_token: string }> {
  return page.evaluate(() => JSON.parse(sessionStorage.getItem('cratedigger.session') ?? '{}'));
}

async function refreshes(calls: Calls): Promise<number> {
  return (await calls.sofar()).filter((call) => call.path === '/api/token').length;
}

test.beforeEach(async ({ listener, spotify, time }) => {
  await spotify.rotateRefreshTokens(true);
  await time.takeInHand();
  await listener.signIn();
  await listener.seesTop();
});

for (const first of ['the original', 'the copy']) {
  test(`when the token has ended and ${first} asks first, one renewal serves both tabs`, async ({
    listener,
    calls,
    time,
  }) => {
    const copy = await duplicate(listener);
    await copy.seesTop();
    expect((await session(copy.page)).refresh_token).toBe((await session(listener.page)).refresh_token);

    const order = first === 'the copy' ? [copy, listener] : [listener, copy];
    await calls.fromNow();
    await time.passes(61 * MINUTE);
    for (const one of order) {
      await one.follow('6 months');
    }
    for (const one of order) {
      await one.seesTop();
      await one.isSignedIn();
    }
    await calls.were({ 'POST /api/token': 1, ...RANGES });
    expect((await session(copy.page)).access_token).toBe((await session(listener.page)).access_token);
  });
}

test('hour after hour, original and copy get along', async ({ listener, calls, time }) => {
  const copy = await duplicate(listener);
  await copy.seesTop();
  for (const range of ['6 months', 'A year']) {
    await calls.fromNow();
    await time.passes(61 * MINUTE);
    await copy.follow(range);
    await copy.seesTop();
    await listener.follow(range);
    await listener.seesTop();
    expect(await refreshes(calls)).toBe(1);
  }
  await listener.isSignedIn();
  await copy.isSignedIn();
});

test('the copy goes on by itself when the original is closed', async ({
  context,
  listener,
  calls,
  time,
}) => {
  const copy = await duplicate(listener);
  await copy.seesTop();
  await listener.page.close();
  await calls.fromNow();
  await time.passes(61 * MINUTE);
  await copy.follow('6 months');
  await copy.seesTop();
  await copy.isSignedIn();
  expect(await refreshes(calls)).toBe(1);
  expect(context.pages()).toHaveLength(1);
});

for (const leaves of ['the original', 'the copy']) {
  test(`signing out in ${leaves} signs out both`, async ({ listener }) => {
    const copy = await duplicate(listener);
    const [one, other] = leaves === 'the copy' ? [copy, listener] : [listener, copy];
    await one.signOut();
    await other.seesConnect();
    for (const { page } of [one, other]) {
      const keys = await page.evaluate(() => Object.keys(sessionStorage));
      expect(keys).not.toContain('cratedigger.session');
    }
  });
}

test('no refresh token is ever passed from tab to tab, and nobody else is answered', async ({
  context,
  site,
  listener,
  spotify,
  time,
  watch,
}) => {
  const bystander = await context.newPage();
  // A page of the same origin in which no Cratedigger runs. It names no icon.
  watch.console.allow(/^404 \/favicon\.ico$/);
  await bystander.goto(`${site.origin}/licences.txt`);
  await bystander.evaluate(() => {
    const heard: string[] = [];
    const channel = new BroadcastChannel('cratedigger.');
    channel.onmessage = (event) => heard.push(String(event.data));
    Object.assign(window, { heard, channel });
  });
  const copy = await duplicate(listener);
  await copy.seesTop();
  await time.passes(61 * MINUTE);
  await copy.follow('6 months');
  await copy.seesTop();
  await bystander.evaluate(() => {
    const { channel } = window as unknown as { channel: BroadcastChannel };
    channel.postMessage('not JSON');
    channel.postMessage('{"kind":"access-token-request/9","family":"x","nonce":"n","beyond":0}');
    channel.postMessage('{"kind":"access-token-request/1","family":"x","nonce":"n","beyond":0}');
    channel.postMessage(
      '{"kind":"access-token-request/2","family":"x","nonce":"n","beyond":0,"obtained_at":0,"asked_at":0}',
    );
    channel.postMessage('{"kind":"session-request/1","nonce":"n","beyond":0,"of":"nobody"}');
    channel.postMessage('{"kind":"signed-out/1","family":"x"}');
  });
  await copy.signOut();
  await listener.seesConnect();

  const heard = await bystander.evaluate(() => (window as unknown as { heard: string[] }).heard);
  const kinds = heard.map((text) => /"kind":"([^"]+)"/.exec(text)?.[1]);
  const [asked, soon, answered, left] = [
    'access-token-request/2',
    'access-token-soon/1',
    'access-token/2',
    'signed-out/1',
  ];
  expect(kinds).toEqual(expect.arrayContaining([asked, answered, left]));
  // Whether the answer had to wait depends on who noticed first.
  expect(kinds.filter((kind) => ![asked, soon, answered, left].includes(kind ?? ''))).toEqual([]);
  const { refresh_tokens: secrets } = await spotify.secrets();
  expect(heard.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
  expect(heard.filter((text) => text.includes('"nonce":"n"'))).toEqual([]);
});
