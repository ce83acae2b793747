import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { sum, tallyOf } from './tally.js';

/** @import { Outcome, Tally } from './tally.js' */

/**
 * A reporter for the test runner that counts test cases by browser and writes the count as JSON,
 * for `npm test` to add up. A page that does not load, or fails outside a test, is one failure.
 * A skipped test shows nothing, so it counts as failed. A page whose browser died, or did not start, shows nothing
 * either: it is not counted, but named in a file beside, to be run again.
 * @param {string} file where to write; the scripts of pages that died go into `<file>.died`
 * @returns {import('@web/test-runner').Reporter}
 */
export const wtrTally = (file) => ({
  stop({ sessions }) {
    /** @type {Record<string, Tally>} */
    const tallies = {};
    const pages = [...sessions];
    const dead = pages.filter(hasDied);
    for (const session of pages.filter((each) => !dead.includes(each))) {
      const { name } = session.browser;
      const outcomes = outcomesOf(session);
      tallies[name] = sum([...(tallies[name] ? [tallies[name]] : []), tallyOf(outcomes)]);
    }
    writeFileSync(file, JSON.stringify(tallies));
    writeFileSync(`${file}.died`, JSON.stringify(dead.map(({ testFile }) => testFile)));
  },
});

/**
 * Whether the browser was gone, or never there: nothing has run. In the words of the test runner.
 * @param {import('@web/test-runner').TestSession} session
 */
const hasDied = ({ errors, testResults }) =>
  !testResults &&
  errors.some(({ message }) =>
    /the browser disconnected\.$|^The browser was unable to create and start/.test(message),
  );

/** @param {string} testFile the script of a page */
const pageOf = (testFile) => basename(testFile, '.js');

/**
 * @param {import('@web/test-runner').TestSession} session a page in one browser
 * @returns {Outcome[]}
 */
function outcomesOf({ testFile, testResults, errors }) {
  const name = pageOf(testFile);
  const outcomes = testResults ? testsOf(testResults, []) : [];
  if (errors.length === 0 && outcomes.length > 0) return outcomes;
  const message = errors.map((error) => error.message).join('\n') || 'No test ran.';
  return [...outcomes, { passed: false, name, message }];
}

/**
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @param {readonly string[]} path where it stands: file, and suites around it
 * @returns {Outcome[]}
 */
const testsOf = (suite, path) => [
  ...suite.tests.map(({ name, passed, skipped, error }) => ({
    passed: passed && !skipped,
    name: [...path, name].join(' › '),
    message: skipped ? 'Skipped.' : error?.message,
  })),
  ...suite.suites.flatMap((inner) => testsOf(inner, [...path, inner.name])),
];
