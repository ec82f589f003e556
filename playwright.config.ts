import { defineConfig } from '@playwright/test';
import { chromiumArguments, findChromium } from './e2e/support/chromium.ts';

const executablePath = findChromium();

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    trace: 'retain-on-failure',
    timezoneId: 'America/New_York',
    launchOptions: { args: chromiumArguments, ...(executablePath && { executablePath }) },
  },
});
