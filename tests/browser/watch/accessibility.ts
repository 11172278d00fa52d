// Axe, in the light and in the dark.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import axe, { type Result, type RunOptions } from 'axe-core';

const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** All that the dark can change: the document is the same. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

export async function verifyAccessible(page: Page) {
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNone('dark', page, { runOnly: { type: 'rule', values: COLOURS } });
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNone('light', page, { runOnly: { type: 'tag', values: EVERYTHING } });
  await page.emulateMedia({ colorScheme: null });
}

async function expectNone(light: string, page: Page, options: RunOptions) {
  await transitionsEnd(page);
  const hasFrames = page.frames().length > 1;
  const violations = await (hasFrames ? inAllFrames : inOneFrame)(page, {
    ...options,
    resultTypes: ['violations'],
  });
  const told = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    at: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
  }));
  expect(told, `axe, in the ${light}`).toEqual([]);
}

async function inAllFrames(page: Page, options: RunOptions): Promise<Result[]> {
  return (await new AxeBuilder({ page }).options(options).analyze()).violations;
}

/**
 * Within the page itself. The builder would open another one for its summary
 * and load itself into both, each time: most of what a journey takes.
 */
async function inOneFrame(page: Page, options: RunOptions): Promise<Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source);
  }
  const partial = await page.evaluate(async (options) => {
    const { axe: own } = window as unknown as { axe: typeof axe };
    return own.runPartial(document, options);
  }, options);
  return (await axe.finishRun([partial], options)).violations;
}

/**
 * Colours on their way from one to the other have the contrast of neither.
 * Asked again and again: the promise of one that is taken off the page meanwhile
 * may never be kept.
 */
async function transitionsEnd(page: Page) {
  const running = () =>
    page.evaluate(
      () =>
        document
          .getAnimations()
          .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
          .filter((animation) => animation.playState === 'running').length,
    );
  await expect.poll(running, { message: 'transitions', intervals: [50] }).toBe(0);
}
