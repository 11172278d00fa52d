// Axe, in the light and in the dark.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** All that the dark can change: the document is the same. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

export async function verifyAccessible(page: Page) {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone('dark', page, axe(page).withRules(COLOUR_RULES));
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNone('light', page, axe(page).withTags(TAGS));
  await page.emulateMedia({ colorScheme: null });
}

/**
 * For pages without frames, and for what is wrong only: otherwise it opens a
 * page of its own and describes each element that is well, several seconds a
 * screen.
 */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}

async function expectNone(light: string, page: Page, builder: AxeBuilder) {
  await transitionsEnd(page);
  const { violations } = await builder.analyze();
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
