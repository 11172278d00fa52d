// The pictures of the README, taken of the real thing: `npm run screenshots`.

import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.ts';

export default defineConfig(journeys, { testDir: 'pictures', use: { screenshot: 'off' } });
