import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './project.js';
import { sum, tallyOf } from './tally.js';

/** @import { Outcome, Tally } from './tally.js' */

/**
 * Engines that their launcher calls by the program's name.
 * @type {Record<string, string>}
 */
const engineNames = { Chrome: 'Chromium', MiniBrowser: 'WebKit', Webkit: 'WebKit' };

/**
 * A reporter for the test runner that counts test cases by browser and writes the count as JSON,
 * for `npm test` to add up. A file that does not load, or fails outside a test, is one failure.
 * A skipped test shows nothing, so it counts as failed.
 * @param {string} file where to write
 * @returns {import('@web/test-runner').Reporter}
 */
export const wtrTally = (file) => ({
  stop({ sessions }) {
    /** @type {Record<string, Tally>} */
    const tallies = {};
    for (const session of sessions) {
      const name = engineNames[session.browser.name] ?? session.browser.name;
      const outcomes = outcomesOf(session);
      tallies[name] = sum([...(tallies[name] ? [tallies[name]] : []), tallyOf(outcomes)]);
    }
    writeFileSync(file, JSON.stringify(tallies));
  },
});

/**
 * @param {import('@web/test-runner').TestSession} session a file in one browser
 * @returns {Outcome[]}
 */
function outcomesOf({ testFile, testResults, errors }) {
  const name = relative(root, testFile);
  const outcomes = testResults ? testsOf(testResults, name) : [];
  if (errors.length === 0 && outcomes.length > 0) return outcomes;
  const message = errors.map((error) => error.message).join('\n') || 'No test ran.';
  return [...outcomes, { passed: false, name, message }];
}

/**
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @param {string} path where it stands: file, and suites around it
 * @returns {Outcome[]}
 */
const testsOf = (suite, path) => [
  ...suite.tests.map(({ name, passed, skipped, error }) => ({
    passed: passed && !skipped,
    name: `${path} › ${name}`,
    message: skipped ? 'Skipped.' : error?.message,
  })),
  ...suite.suites.flatMap((inner) => testsOf(inner, `${path} › ${inner.name}`)),
];
