import { mkdirSync } from 'node:fs';
import { defaultReporter } from '@web/test-runner';
import { browserTests, bundlePages } from './scripts/test/browser-tests.js';
import { engineNames, requireBrowser } from './scripts/test/browsers.js';
import { freePort } from './scripts/free-port.js';
import { failingScripts, failScripts } from './scripts/test/failing-scripts.js';
import { launcherOf } from './scripts/test/launchers.js';
import { tell } from './scripts/test/tally.js';
import { wtrTally } from './scripts/test/wtr-tally.js';

/**
 * Tests that need a page, in real browsers. `npm test -- test/widgets/example.test.ts` runs one.
 *
 * BROWSERS   engines to run in, comma separated: chromium (default), firefox, webkit
 * FILES      test files to run, comma separated; default: all that need a page
 * ALL        whatever an engine can run: axe and all cases in each, the backend's tests too
 * EXPLORE    try properties with so many times as many cases, new ones (test/support/properties.ts)
 * COVERAGE   folder in which Chromium tells what it has run
 * TALLY      file to write the count of test cases to, for `npm test`
 */
const { BROWSERS = 'chromium', FILES, ALL = '', EXPLORE = '', COVERAGE, TALLY } = process.env;

const engines = BROWSERS.split(',').map((name) => {
  if (!(name in engineNames)) throw new Error(`BROWSERS: there is no engine "${name}".`);
  return /** @type {import('./scripts/test/browsers.js').Engine} */ (name);
});
const browsers = await Promise.all(engines.map(requireBrowser));
if (COVERAGE) mkdirSync(COVERAGE, { recursive: true });

/** Some files again leave what all of them have left. */
const run = [...engines, ...(FILES ? ['some'] : [])].join('-');

const pages = await bundlePages(FILES ? FILES.split(',') : browserTests(ALL !== '', engines), run);

/**
 * Every state, at which axe looks, and every fault: what these run of ours, other pages run too, and it takes half
 * as much time again if the browser counts it.
 */
const uncounted = COVERAGE ? pages.filter((page) => /widgets-(states|faults)/.test(page)) : [];

const workerScript = '/node_modules/msw/lib/mockServiceWorker.js';

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: import.meta.dirname,
  files: pages.filter((page) => !uncounted.includes(page)),
  port: await freePort(),
  middleware: [
    failScripts,
    // A worker controls the pages at and below its own address.
    (context, next) => {
      if (context.path === '/mockServiceWorker.js') context.url = workerScript;
      return next();
    },
  ],
  browsers: browsers.map((browser) => launcherOf(browser, COVERAGE)),
  groups:
    uncounted.length > 0
      ? [
          {
            name: 'uncounted',
            files: uncounted,
            browsers: browsers.map((browser) => launcherOf(browser)),
          },
        ]
      : [],
  concurrency: 1,
  concurrentBrowsers: 1,
  plugins: [
    failingScripts,
    {
      name: 'tell-failure',
      executeCommand({ command, payload, session }) {
        if (command !== 'tell-failure') return undefined;
        const { title, message } = /** @type {Record<string, string>} */ (payload);
        tell({ passed: false, name: `${session.browser.name}: ${title}`, message });
        return true;
      },
    },
  ],
  // Milliseconds, against what hangs. How slow a test may be is no test's business: machines are.
  browserStartTimeout: 120_000,
  testsStartTimeout: 300_000,
  testFramework: { config: { timeout: 120_000 } },
  testsFinishTimeout: 1_800_000,
  testRunnerHtml: (path) =>
    `<!doctype html><html lang="en"><head><title>Tests</title><meta name="tests" content="${ALL && 'all'}" data-explore="${EXPLORE}"></head><body><script type="module" src="${path}"></script></body></html>`,
  reporters: TALLY ? [wtrTally(TALLY)] : [defaultReporter()],
};
