// A browser that lets the page keep nothing.

import { chromium } from '@playwright/test';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../journey.ts';
import { Listener } from '../world/listener.ts';

const TITLE = 'This browser keeps nothing for this page';
const BLOCKED = 2;

test('where site data is blocked, the page says so and goes nowhere', async ({
  site,
  spotify,
  calls,
  watch,
  launchOptions,
}) => {
  const profile = await mkdtemp(join(tmpdir(), 'cratedigger-profile-'));
  await mkdir(join(profile, 'Default'));
  const preferences = { profile: { default_content_setting_values: { cookies: BLOCKED } } };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const context = await chromium.launchPersistentContext(profile, launchOptions);
  await watch.over(context);
  const page = await context.newPage();
  const listener = new Listener(page, site, spotify);
  await listener.open();
  expect(await page.evaluate(() => {
    try {
      return String(sessionStorage);
    } catch (error) {
      return (error as Error).name;
    }
  })).toBe('SecurityError');
  await listener.isTold(TITLE);
  await watch.settled(page);
  await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
  await listener.open('/?code=x&state=y');
  await listener.isTold(TITLE);
  await expect(page).toHaveURL(`${site.origin}/`);
  await calls.were({});
  expect(await calls.authorizations()).toEqual([]);
  await context.close();
  await rm(profile, { recursive: true });
});

test('where storage fills up on the way, nobody leaves for Spotify in vain', async ({
  page,
  listener,
  calls,
}) => {
  await listener.open();
  await listener.seesConnect();
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
  });
  await page.getByLabel('Client ID').fill('4f1c0a9be27d4d0c8a6f7e35b1902d6c');
  await listener.connect();
  await listener.isTold('This tab’s storage is full');
  expect(await calls.authorizations()).toEqual([]);
});
