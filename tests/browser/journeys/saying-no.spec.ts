// Leaving for Spotify and coming back without having agreed.

import { expect, test } from '../journey.ts';
import { arrivesOnce } from '../world/arrival.ts';

const CAME_BACK = 'Came back without finishing?';
const DENIED = 'You said no, and that is fine';

test('Cancel is a normal answer, and connecting again begins from scratch', async ({
  page,
  listener,
  calls,
  spotify,
  watch,
}) => {
  await listener.open();
  await listener.setOut();
  await arrivesOnce(page, async () => {
    await listener.cancel();
    await listener.isTold(DENIED);
    await watch.settled(page);
  });
  await calls.were({});

  await listener.press('Connect again');
  await listener.isAsked();
  await listener.agree();
  await listener.seesHome();
  const challenges = (await calls.authorizations()).map((asked) => asked.get('code_challenge'));
  expect(new Set(challenges).size, 'a new verifier each time').toBe(2);
  expect(new Set((await spotify.secrets()).states).size, 'a new state each time').toBe(2);
});

test('after Cancel the Connect page is one click away', async ({ page, listener }) => {
  await listener.open('/settings');
  await listener.setOut();
  await listener.cancel();
  await listener.isTold(DENIED);
  await listener.press('Back to the Connect page');
  await listener.seesConnect();
  await expect(page.getByText(CAME_BACK)).toBeVisible();
  await page.reload();
  await listener.seesConnect();
});

test('Back from Spotify’s page half way opens the likely causes', async ({ page, listener, watch }) => {
  await listener.open();
  await listener.seesConnect();
  await expect(page.getByText('INVALID_CLIENT: Invalid client')).toBeHidden();
  await listener.setOut();
  await page.goBack();
  await listener.seesConnect();
  await expect(page.getByText(CAME_BACK)).toBeVisible();
  await expect(page.getByText('INVALID_CLIENT: Invalid client')).toBeVisible();
  await watch.settled(page);
});

for (const { what, heading, mistake } of [
  {
    what: 'the redirect URI is not registered',
    heading: 'INVALID_CLIENT: Invalid redirect URI',
    mistake: { redirect_uris: ['https://elsewhere.example/'] },
  },
  {
    what: 'Spotify does not know the client ID',
    heading: 'INVALID_CLIENT: Invalid client',
    mistake: undefined,
  },
]) {
  test(`when ${what}, Spotify’s page is explained to who comes Back`, async ({
    page,
    listener,
    spotify,
    watch,
  }) => {
    watch.console.foresee('400 https://accounts.spotify.com/authorize');
    if (mistake !== undefined) {
      await spotify.changeApp(mistake);
    }
    await listener.open();
    await page
      .getByLabel('Client ID')
      .fill(mistake === undefined ? '0'.repeat(32) : spotify.clientId);
    await listener.connect();
    await listener.seesHeading(heading);
    await page.goBack();
    await listener.seesConnect();
    await expect(page.getByText(heading)).toBeVisible();
  });
}

test('half way back and then on again still works', async ({ page, listener }) => {
  await listener.open('/top?show=artists');
  await listener.setOut();
  await page.goBack();
  await listener.seesConnect();
  await page.goForward();
  await listener.isAsked();
  await listener.agree();
  await listener.isSignedIn();
  await expect(page).toHaveURL('/top?show=artists');
});
