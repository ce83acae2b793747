import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { engineNames, requireBrowser } from './scripts/browsers.js';
import { freePort } from './scripts/free-port.js';
import { launcherOf } from './scripts/launchers.js';
import { wtrTally } from './scripts/wtr-tally.js';

/**
 * Unit, widget and handler tests in real browsers. Alone in Chromium, one file:
 *
 *     npx web-test-runner --files test/unit/example.test.ts
 *
 * BROWSERS   engines to run in, comma separated: chromium (default), firefox, webkit
 * EXPLORE    try properties with so many times as many cases, new ones (test/support/properties.ts)
 * TALLY      file to write the count of test cases to, for `npm test`
 */
const { BROWSERS = 'chromium', EXPLORE = '', TALLY } = process.env;

const engines = BROWSERS.split(',').map((name) => {
  if (!(name in engineNames)) throw new Error(`BROWSERS: there is no engine "${name}".`);
  return /** @type {import('./scripts/browsers.js').Engine} */ (name);
});
const launches = await Promise.all(
  engines.map(async (engine) => ({ launcher: launcherOf(await requireBrowser(engine)) })),
);

const workerScript = '/node_modules/msw/lib/mockServiceWorker.js';

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: import.meta.dirname,
  files: ['test/{unit,widgets,handlers}/**/*.test.ts'],
  port: await freePort(),
  nodeResolve: { browser: true }, // packages that have a build for browsers (MSW): that one
  middleware: [
    // A worker controls the pages at and below its own address.
    (context, next) => {
      if (context.path === '/mockServiceWorker.js') context.url = workerScript;
      return next();
    },
  ],
  browsers: launches.map(({ launcher }) => launcher),
  concurrency: 1,
  concurrentBrowsers: engines.length,
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
    {
      // Of the passkeys' server library: what it calls its build for browsers is CommonJS.
      name: 'module-of-pvtsutils',
      resolveImport: ({ source }) =>
        source === 'pvtsutils' ? '/node_modules/pvtsutils/build/index.es.js' : undefined,
    },
  ],
  // Milliseconds, against what hangs. How slow a test may be is no test's business: machines are.
  browserStartTimeout: 120_000,
  testsStartTimeout: 300_000,
  testFramework: { config: { timeout: 300_000 } },
  testsFinishTimeout: 1_800_000, // of a file: some have thousands of generated requests
  testRunnerHtml: (path) =>
    `<!doctype html><html lang="en"><head><title>Tests</title><meta name="explore" content="${EXPLORE}"></head><body><script type="module" src="${path}"></script></body></html>`,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), ...(TALLY ? [wtrTally(TALLY)] : [])],
  // The threshold is in scripts/coverage.js.
  coverageConfig: {
    include: ['src/**/*.ts', 'mocks/**/*.ts'],
    exclude: ['**/generated/**', '**/node_modules/**'],
    reportDir: 'coverage',
    reporters: ['json', 'html'],
  },
};
