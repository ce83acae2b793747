import { defineConfig } from '@playwright/test';
import { chromiumArguments, requireBrowser } from './scripts/test/browsers.js';

const { executable } = await requireBrowser('chromium');

/** Journeys: a person at the built demo, in Chromium, under its Content-Security-Policy. */
export default defineConfig({
  testDir: 'test/journeys',
  outputDir: 'build/journeys',
  forbidOnly: true,
  fullyParallel: true,
  // Two on two cores, whatever else the machine has.
  workers: 2,
  // Milliseconds, against what hangs: a busy machine may take its time.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [
    ['list'],
    // The count for `npm test`.
    ...(process.env['TALLY']
      ? ([['./scripts/test/journeys-tally.js', { file: process.env['TALLY'] }]] as const)
      : []),
  ],
  webServer: {
    command: 'node scripts/start.js',
    env: { PORT: '0' },
    wait: { stdout: /The demo is at (?<demo_address>\S+)/ },
    // As patient as the journeys.
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
  use: {
    // Set from the server's output by the time a page is opened.
    baseURL: process.env['DEMO_ADDRESS'],
    // The same wherever they run, and not the time zone of the hospitals.
    timezoneId: 'America/Chicago',
    launchOptions: { executablePath: executable, args: chromiumArguments },
    // For who looks into a failure: `TRACE=1 npx playwright test sign-in.spec.ts`.
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
  },
});
