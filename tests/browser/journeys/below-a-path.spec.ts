// A host where the app is one site among others, below a path.

import { expect, test as base } from '../journey.ts';
import { isAddressClean } from '../world/arrival.ts';
import { bundleBelow, serveBundleBelow, type Site } from '../world/site.ts';

// As the redirect URI of the demo app has it.
const BELOW = '/sub';

const test = base.extend<object, { site: Site }>({
  site: [
    async ({}, use) => {
      const site = await serveBundleBelow(BELOW, bundleBelow() ?? '');
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
});

test.skip(bundleBelow() === undefined, 'CRATEDIGGER_DIST_BELOW names no bundle: `cargo xtask test browser` builds one.');

test('below a path of its host, the app keeps to that path', async ({
  page,
  site,
  listener,
  calls,
  watch,
}) => {
  const strayed: string[] = [];
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (origin === site.origin && !pathname.startsWith(`${BELOW}/`)) {
      strayed.push(pathname);
    }
  });
  await listener.open('/top?range=1-year');
  await listener.seesConnect();
  await expect(page.locator('.copy-field code')).toHaveText(`${site.origin}${BELOW}/`);
  await watch.settled(page);
  await listener.setOut();
  const [asked] = await calls.authorizations();
  expect(asked?.get('redirect_uri')).toBe(`${site.origin}${BELOW}/`);
  await listener.agree();
  await listener.seesTop();
  await expect(page).toHaveURL(`${BELOW}/top?range=1-year`);
  await isAddressClean(page);

  await page.reload();
  await listener.seesTop();
  await listener.follow('All 50');
  await expect(page).toHaveURL(`${BELOW}/top?range=1-year&show=artists`);
  await page.goBack();
  await listener.seesTop();
  await listener.follow('Settings');
  await expect(page).toHaveURL(`${BELOW}/settings`);
  await listener.press('Sign out');
  await listener.seesConnect();
  await expect(page).toHaveURL(`${BELOW}/`);
  await listener.connectOnceMore();
  await listener.seesHome();
  await expect(page).toHaveURL(`${BELOW}/`);
  expect(strayed).toEqual([]);
});
