/**
 * Everything that is checked, to the end even if something fails.
 *
 *   npm test                 types, lint, Node, three engines, sizes, coverage, journeys, a tenth of
 *                            the stories
 *   npm test -- --quick      after a change: types, lint and format of what changed, and in Node and
 *                            Chromium the tests that load it
 *   npm test -- --changed    only these tests
 *   npm test -- --all        everything, axe and all generated cases in each engine, the backend's
 *                            tests in each, every story, the benches once; what runs at night
 *   npm test -- --coverage   only what it takes to tell which lines the tests reach
 *   npm test -- FILE...      these test files, by the runner that they need; BROWSERS=firefox,webkit
 *
 * Installs what is missing first. The last line is the count of test cases; types, lint, sizes and
 * whatever passes or fails as a whole count as one each.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { engines } from './test/browsers.js';
import { ensureDependencies } from './dependencies.js';
import { ensureBrowsers, howToInstall } from './test/install-browsers.js';
import { root, run } from './project.js';
import { sum } from './test/tally.js';

ensureDependencies();

const { browserTests, testsIn } = await import('./test/browser-tests.js');
const { changedFiles, testsOf } = await import('./test/changed-files.js');
const { runSteps } = await import('./test/run-steps.js');
const { changedPlan, coveragePlan, quickPlan, wholePlan } = await import('./test/test-steps.js');

const usage = 'Usage: npm test [-- --quick | --changed | --all | --coverage | FILE...]';
const parameters = process.argv.slice(2);
const [option] = parameters;

if (option?.startsWith('--')) {
  if (parameters.length > 1) refuse();
  await runPlan(option);
} else if (option !== undefined) {
  await runFiles(parameters);
} else {
  await runPlan('');
}

/** @returns {never} */
function refuse() {
  console.error(usage);
  process.exit(2);
}

/** @param {string} option */
async function runPlan(option) {
  const plan = await planOf(option);
  const inAll = option === '' || option === '--all';
  await installBrowsers(inAll ? engines : engines.slice(0, 1));
  rmSync(join(root, 'build/coverage'), { recursive: true, force: true });
  const results = await runSteps(plan);

  const { passed, failed } = sum(Object.values(results));
  if (failed > 0 || passed === 0) process.exitCode = 1;
  if (failed > 0) console.log('\nFailed:');
  for (const [name, { failures }] of Object.entries(results)) {
    for (const failure of failures) console.log(`\n✗ ${name}: ${failure}`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
}

/** @param {string} option */
function planOf(option) {
  switch (option) {
    case '':
    case '--all':
      return wholePlan(option === '--all');
    case '--coverage':
      return coveragePlan();
    case '--quick':
    case '--changed':
      return briefPlan(option);
    default:
      return refuse();
  }
}

/** @param {string} option */
async function briefPlan(option) {
  const changed = changedFiles();
  const inBrowser = browserTests(false).filter((path) => !path.startsWith('test/handlers/'));
  // The backend is tested in Node: that elements load it too is no reason to run them all.
  const own = changed.filter((path) => !path.startsWith('mocks/'));
  // A test of all elements takes too long for a quick run.
  const isOfFew = (/** @type {readonly string[]} */ loaded) =>
    option !== '--quick' || loaded.filter((path) => path.endsWith('/define.ts')).length < 8;
  const browser = await testsOf(inBrowser, own, isOfFew);
  const lint = changed.filter((path) => /\.(ts|js)$/.test(path));
  const node = await testsOf(['test/unit', 'test/handlers'].flatMap(testsIn), changed);
  return option === '--quick' ? quickPlan({ lint, node, browser }) : changedPlan({ node, browser });
}

/**
 * Runs test files as a person wants to see them.
 * @param {readonly string[]} files
 */
async function runFiles(files) {
  const journeys = files.filter((file) => file.endsWith('.spec.ts'));
  const browser = files.filter((file) => /^test\/(browser|widgets)\//.test(file));
  const node = files.filter((file) => !journeys.includes(file) && !browser.includes(file));
  const { BROWSERS = 'chromium' } = process.env;
  if (journeys.length + browser.length > 0) {
    await installBrowsers(engines.filter((engine) => BROWSERS.split(',').includes(engine)));
  }
  const env = { ...process.env, FILES: browser.join(',') };
  const codes = [
    node.length > 0 ? run('npx', ['mocha', ...node]) : 0,
    browser.length > 0 ? run('npx', ['web-test-runner'], env) : 0,
    journeys.length > 0 ? run('npx', ['playwright', 'test', ...journeys]) : 0,
  ];
  process.exitCode = Math.max(...codes);
}

/** @param {readonly import('./test/browsers.js').Engine[]} wanted */
async function installBrowsers(wanted) {
  const missing = await ensureBrowsers(wanted);
  if (missing.length === 0) return;
  console.error(howToInstall(missing));
  process.exit(1);
}
