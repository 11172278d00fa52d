// Without a pointer, with a screen reader, with less motion.

import { expect, test } from '../journey.ts';

test('the heading has the focus after each step, and the tab its name', async ({ page, listener }) => {
  await listener.signIn();
  await listener.seesTop();
  await expect(page).toHaveTitle('Top of the crate · Cratedigger');
  await listener.follow('Settings');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page).toHaveTitle('Settings · Cratedigger');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Top of the crate' })).toBeFocused();
  await expect(page).toHaveTitle('Top of the crate · Cratedigger');
});

test('a page that was opened directly leaves the focus where the browser puts it', async ({
  page,
  listener,
}) => {
  await listener.signIn();
  await page.reload();
  await listener.seesTop();
  await expect(page.locator('body')).toBeFocused();
});

test('choosing another range keeps the focus on the choice', async ({ page, listener }) => {
  await listener.signIn();
  await listener.seesTop();
  const choice = page.getByRole('link', { name: '6 months' });
  await choice.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/top?range=6-months');
  await listener.seesTop();
  await expect(choice).toBeFocused();
});

test('the first Tab offers to skip to the page', async ({ page, listener }) => {
  await listener.signIn();
  await listener.open('/top?range=1-year');
  await listener.seesTop();
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  await expect(skip).not.toBeInViewport();
  await page.keyboard.press('Tab');
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#page')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '4 weeks' })).toBeFocused();
  await listener.seesTop();
  await expect(page).toHaveURL('/top?range=1-year#page');
});

test('signing out needs no pointer', async ({ page, listener }) => {
  await listener.signIn('/settings');
  await page.getByLabel('Forget the client ID and preferences too').focus();
  await page.keyboard.press('Space');
  await expect(page.getByLabel('Forget the client ID and preferences too')).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeFocused();
  await page.keyboard.press('Enter');
  await listener.seesConnect();
});

test('whoever wants less motion gets none', async ({ page, listener, spotify }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await listener.open('/top');
  await listener.setOut();
  await spotify.order({ fault: 'slow', path: '/api/token', hold_ms: 3000, times: 1 });
  await listener.agree();
  await listener.seesHeading('Signing you in');
  const moving = () =>
    page.evaluate(() =>
      document
        .getAnimations()
        .map((animation) => Number(animation.effect?.getComputedTiming().activeDuration))
        .filter((duration) => duration > 1),
    );
  expect(await moving()).toEqual([]);
  await listener.seesTop();
  await listener.follow('6 months');
  expect(await moving()).toEqual([]);
  const smooth = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  expect(smooth).toBe('auto');
});
