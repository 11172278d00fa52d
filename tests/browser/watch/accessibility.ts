// Axe, in the light and in the dark.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** All that the dark can change: the document is the same. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

export async function verifyAccessible(page: Page) {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone('dark', page, new AxeBuilder({ page }).withRules(COLOUR_RULES));
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNone('light', page, new AxeBuilder({ page }).withTags(TAGS));
  await page.emulateMedia({ colorScheme: null });
}

async function expectNone(light: string, page: Page, axe: AxeBuilder) {
  await transitionsEnd(page);
  const { violations } = await axe.analyze();
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
  }));
  expect(told, `axe, in the ${light}`).toEqual([]);
}

/** Colours on their way from one to the other have the contrast of neither. */
async function transitionsEnd(page: Page) {
  await page.evaluate(async () => {
    const finite = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(finite.map((animation) => animation.finished));
  });
}
