/**
 * Everything that is checked, in order, to the end even if something fails.
 *
 *   npm test              types, lint, rules, build, sizes, Node, three engines with coverage, journeys
 *   npm test -- --quick   types, lint, rules, build, Node, Chromium
 *
 * Installs what is missing first. The last line is the count of test cases; types, lint, rules,
 * build, sizes and coverage count as one each.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { engines } from './browsers.js';
import { ensureDependencies } from './dependencies.js';
import { ensureBrowsers, howToInstall } from './install-browsers.js';
import { npm, root, run } from './project.js';
import { sum, tallyOf } from './tally.js';

/** @typedef {import('./tally.js').Tally} Tally */

/** Where the reporters leave their counts. */
const tallyFile = `${root}build/tally.json`;

const quick = process.argv.includes('--quick');

/** @type {Record<string, Tally>} */
const results = {};

/**
 * A step that passes or fails as a whole.
 * @param {string} name
 * @param {() => number} step its exit code
 */
function check(name, step) {
  announce(name);
  const message = 'See what it printed above.';
  results[name] = tallyOf([{ passed: step() === 0, name, message }]);
}

/**
 * A step whose reporter counts its test cases. That it ends badly, or counts none, is a failure too.
 * @param {string} name
 * @param {(env: NodeJS.ProcessEnv) => number} step its exit code
 */
function suite(name, step) {
  announce(name);
  mkdirSync(dirname(tallyFile), { recursive: true });
  rmSync(tallyFile, { force: true });
  const status = step({ ...process.env, TALLY: tallyFile });
  /** @type {Record<string, Tally>} */
  const counted = existsSync(tallyFile) ? JSON.parse(readFileSync(tallyFile, 'utf8')) : {};
  for (const [counter, tally] of Object.entries(counted)) {
    results[counter] = sum([tally, ...(results[counter] ? [results[counter]] : [])]);
  }
  const { passed, failed } = sum(Object.values(counted));
  if (passed + failed === 0 || (status !== 0 && failed === 0)) {
    const message = 'It ended badly, or counted nothing.';
    results[name] = tallyOf([{ passed: false, name, message }]);
  }
}

/** @param {string[]} script of package.json, with its parameters */
const script = (...script) => npm(['run', '--silent', ...script]);

/**
 * @param {string} name of an installed command
 * @param {string[]} parameters
 * @param {NodeJS.ProcessEnv} env
 */
const command = (name, parameters, env) => npm(['exec', '--no', '--', name, ...parameters], env);

/** @param {string} name */
const announce = (name) =>
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}\n`);

/** @param {NodeJS.ProcessEnv} env */
function runNodeTests(env) {
  const files = readdirSync(`${root}test/node`).filter((name) => name.endsWith('.test.ts'));
  return run(
    process.execPath,
    [
      ...['--import', 'tsx', '--test'],
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=./scripts/node-tally.js', `--test-reporter-destination=${tallyFile}`],
      ...files.map((name) => `test/node/${name}`),
    ],
    env,
  );
}

/** The fewer pages one WebKit has shown, the rarer it dies. */
const webkitParts = ['unit/**', 'handlers/**', 'widgets', 'widgets/states'];

/**
 * WebKitGTK now and then dies of a fault of its own: a segmentation fault in libwebkit2gtk while one
 * page gives way to the next. All that it had counted is lost with it, so that part starts from the
 * beginning. A run that came to its end is never repeated, whatever it found.
 * @param {string} part
 * @param {NodeJS.ProcessEnv} env
 */
function runWebKit(part, env) {
  const files = ['--files', `test/${part}/*.test.ts`];
  for (let starts = 1; ; starts += 1) {
    const status = command('web-test-runner', files, { ...env, BROWSERS: 'webkit' });
    if (existsSync(tallyFile) || starts === 4) return status;
    console.error(`WebKit died before the end of its run ${starts}.`);
  }
}

ensureDependencies();
const wanted = quick ? engines.slice(0, 1) : engines;
const missing = await ensureBrowsers(wanted);
for (const name of missing) {
  results[name] = tallyOf([{ passed: false, name, message: 'It is not installed.' }]);
}
if (missing.length > 0) console.error(howToInstall(missing));

check('Types', () => script('types'));
check('Lint', () => script('lint'));
check('Rules', () => script('rules'));
check('Reading grade', () => script('reading-grade'));
check('Build', () => script('build'));
suite('Node', runNodeTests);
const ready = wanted.filter((engine) => !missing.includes(engine));
suite('Browsers', (env) =>
  command('web-test-runner', quick ? [] : ['--coverage'], {
    ...env,
    BROWSERS: ready.filter((engine) => engine !== 'webkit').join(','),
  }),
);
if (ready.includes('webkit')) {
  for (const part of webkitParts) suite(`WebKit: ${part}`, (env) => runWebKit(part, env));
}
if (!quick) {
  check('Coverage', () => run(process.execPath, ['scripts/coverage.js']));
  suite('Journeys', (env) => command('playwright', ['test'], env));
  check('Sizes', () => script('size', '--', '--check'));
}

const { passed, failed } = sum(Object.values(results));
if (failed > 0 || passed === 0) process.exitCode = 1;

if (failed > 0) announce('Failed');
for (const [name, { failures }] of Object.entries(results)) {
  for (const failure of failures) console.log(`✗ ${name}: ${failure}\n`);
}
announce('Summary');
for (const [name, { passed, failed }] of Object.entries(results)) {
  console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(12)} ${passed} passed, ${failed} failed`);
}
console.log(`\n${passed} passed, ${failed} failed`);
