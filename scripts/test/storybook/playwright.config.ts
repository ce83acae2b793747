import { defineConfig } from '@playwright/test';
import { chromiumArguments, requireBrowser } from '../browsers.js';
import { root } from '../../project.js';

const { executable } = await requireBrowser('chromium');

/**
 * The built Storybook, visited story by story, in Chromium. A fixed sample of one in ten; all of them with `ALL=1`.
 *
 *   npm run build-storybook && npx playwright test --config scripts/test/storybook
 *   … --update-snapshots    takes the pictures anew
 */
export default defineConfig({
  testDir: '.',
  outputDir: `${root}build/storybook`,
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  // Milliseconds, against what hangs: a busy machine may take its time.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: [
    ['list'],
    // The count for `npm test`.
    ...(process.env['TALLY']
      ? ([[`${root}scripts/test/journeys-tally.js`, { file: process.env['TALLY'] }]] as const)
      : []),
  ],
  webServer: {
    command: `node ${root}scripts/test/storybook/serve.js`,
    wait: { stdout: /Storybook is at (?<storybook_address>\S+)/ },
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
  use: {
    baseURL: process.env['STORYBOOK_ADDRESS'],
    timezoneId: 'America/Chicago',
    locale: 'en-US',
    viewport: { width: 360, height: 740 },
    launchOptions: { executablePath: executable, args: chromiumArguments },
    trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
  },
});
