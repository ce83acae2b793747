import { defineConfig } from '@playwright/test';
import { root } from '../project.js';
import { chromiumArguments, requireBrowser } from './browsers.js';

const { executable } = await requireBrowser('chromium');

/**
 * How a site that was built is served and visited, in Chromium.
 * @param name as in `npm run build-NAME`
 * @param folder of the project, with the site
 */
export const visitsOf = (name: string, folder: string) =>
  defineConfig({
    testDir: `${root}scripts/test/${name}`,
    outputDir: `${root}build/visits/${name}`,
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
      command: `node ${root}scripts/test/serve-site.js ${folder} ${name}`,
      wait: { stdout: /Serving \S+ at (?<site_address>\S+)/ },
      timeout: 60_000,
      gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    },
    use: {
      baseURL: process.env['SITE_ADDRESS'],
      timezoneId: 'America/Chicago',
      locale: 'en-US',
      viewport: { width: 360, height: 740 },
      launchOptions: { executablePath: executable, args: chromiumArguments },
      trace: process.env['TRACE'] ? 'retain-on-failure' : 'off',
    },
  });
