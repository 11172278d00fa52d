import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'journeys',
  outputDir: 'test-results',
  fullyParallel: true,
  // Each worker has a simulator, a host and a browser of its own, which keep
  // two processors busy now and then.
  workers: Math.max(2, Math.floor(availableParallelism() / 2)),
  // A machine that is busy with other things may run a page into a time limit;
  // whatever passes only the second time is listed as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['list']],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Copenhagen',
    screenshot: 'only-on-failure',
  },
});
