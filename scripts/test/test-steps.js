import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../project.js';

/** @typedef {import('./browsers.js').Engine} Engine */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} command a program of Node or npm, with its parameters
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [counts] whether it leaves a count of its test cases; else it passes or fails
 *   as a whole, and counts as one
 * @property {number} seconds about how long it takes beside the other lane, on two cores
 */

/**
 * @typedef {object} Plan
 * @property {readonly (readonly Step[])[]} lanes what runs side by side, each in its order: the
 *   likeliest failure first
 * @property {readonly Step[]} after what needs all cores, or what the lanes have left
 */

/** Where V8 tells which code ran, for the step that adds it up. */
const coverage = join(root, 'build/coverage');

/**
 * @param {string} name of a script in package.json
 * @param {...string} parameters
 */
const script = (name, ...parameters) => ['npm', 'run', '--silent', name, '--', ...parameters];

/**
 * @param {string} name
 * @param {readonly string[]} parameters
 * @param {number} seconds
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Step}
 */
const mocha = (name, parameters, seconds, env = {}) => ({
  name,
  command: [
    ...['node', 'node_modules/mocha/bin/mocha.js', ...parameters],
    ...['--reporter', 'scripts/test/mocha-tally.cjs', '--reporter-option', `name=${name}`],
  ],
  env,
  counts: true,
  seconds,
});

/**
 * @param {string} name
 * @param {Engine} engine
 * @param {number} seconds
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Step}
 */
const inBrowser = (name, engine, seconds, env = {}) => ({
  name,
  command: ['npx', 'web-test-runner'],
  env: { BROWSERS: engine, ...env },
  counts: true,
  seconds,
});

/**
 * @param {readonly string[]} command
 * @param {string} name
 * @param {number} seconds
 * @returns {Step}
 */
const check = (name, command, seconds) => ({ name, command, seconds });

/** All tests in Node that need nothing built. */
const nodeTests = ['test/unit', 'test/handlers'].map((room) => `${room}/**/*.test.ts`);

/** Those that need what `npm run build` makes. */
const builtTests = ['test/node', 'test/package'].map((room) => `${room}/**/*.test.ts`);

/**
 * @param {boolean} all also what takes longer than `npm test` may
 * @returns {Plan} everything
 */
export function wholePlan(all) {
  const env = all ? { ALL: '1' } : {};
  const measured = { ...env, NODE_V8_COVERAGE: coverage };
  const longer = all ? 3 : 1;
  return {
    lanes: [
      [
        check('Types', script('types'), 25),
        check('Lint', script('lint'), 110),
        mocha('Rules, handlers, units', nodeTests, 150, measured),
        check('Rules', script('rules'), 5),
        check('Reading grade', script('reading-grade'), 5),
        check('Build', script('build'), 40),
        mocha('Package and server', builtTests, 110, measured),
        check('Sizes', script('size', '--check'), 40),
        mocha('Rules over HTTP', ['--config', '.mocharc.http.json'], 90 * longer, {
          ...env,
          OVER_HTTP: '1',
        }),
      ],
      [
        inBrowser('Chromium', 'chromium', 170, { ...env, COVERAGE: coverage }),
        inBrowser('Firefox', 'firefox', 170 * longer, env),
        inBrowser('WebKit', 'webkit', 190 * longer, env),
      ],
    ],
    after: [
      check('Coverage', ['node', 'scripts/test/coverage.js', coverage], 15),
      {
        name: 'Journeys',
        command: ['npx', 'playwright', 'test'],
        env,
        counts: true,
        seconds: all ? 600 : 240,
      },
      check('Storybook, built', script('build-storybook'), 60),
      {
        name: 'Storybook, visited',
        command: ['npx', 'playwright', 'test', '--config', 'scripts/test/storybook'],
        env,
        counts: true,
        seconds: all ? 900 : 60,
      },
      check('Documentation, built', script('build-docs'), 45),
      {
        name: 'Documentation, visited',
        command: ['npx', 'playwright', 'test', '--config', 'scripts/test/docs'],
        env,
        counts: true,
        seconds: 60,
      },
      ...(all ? benches : []),
    ],
  };
}

/** @returns {Plan} only what it takes to measure coverage */
export function coveragePlan() {
  const { lanes, after } = wholePlan(false);
  const isMeasured = (/** @type {Step} */ { name, env = {} }) =>
    'NODE_V8_COVERAGE' in env || 'COVERAGE' in env || ['Build', 'Coverage'].includes(name);
  return { lanes: lanes.map((lane) => lane.filter(isMeasured)), after: after.filter(isMeasured) };
}

/** Once each, to see that they run and hold; their figures are for a quiet machine. */
const benches = readdirSync(join(root, 'test/bench'))
  .filter((name) => /^(flat-cost|inbox-cost|faq-search|leaks)\.ts$/.test(name))
  .map((name) =>
    check(`Bench: ${name.replace('.ts', '')}`, ['npx', 'tsx', `test/bench/${name}`], 60),
  );

/** @typedef {{ node: readonly string[], browser: readonly string[] }} Tests files, by where they run */

/**
 * @param {Tests} tests
 * @returns {Step[]}
 */
const testSteps = ({ node, browser }) => [
  ...(node.length > 0 ? [mocha('Node', node, 60, { QUICK: '1' })] : []),
  ...(browser.length > 0
    ? [inBrowser('In Chromium', 'chromium', 30, { FILES: browser.join(',') })]
    : []),
];

/**
 * @param {Tests} tests
 * @returns {Plan} only these
 */
export const changedPlan = (tests) => ({ lanes: [testSteps(tests)], after: [] });

/**
 * @param {Tests & { lint: readonly string[] }} files to lint, and tests to run
 * @returns {Plan} the quick answer after a change
 */
export function quickPlan({ lint, ...tests }) {
  return {
    lanes: [
      [
        check('Types', script('types'), 20),
        ...(lint.length > 0
          ? [
              check('Lint', ['npx', 'eslint', '--no-warn-ignored', ...lint], 20),
              check('Format', ['npx', 'prettier', '--check', '--ignore-unknown', ...lint], 3),
            ]
          : []),
        check('Words', script('localize', '--check'), 6),
      ],
      testSteps(tests),
    ],
    after: [],
  };
}
