import { writeFileSync } from 'node:fs';

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
    /** @type {Record<string, import('./tally.js').Tally>} */
    const tallies = {};
    for (const session of sessions) {
      const { name } = session.browser;
      const tally = (tallies[engineNames[name] ?? name] ??= { passed: 0, failed: 0 });
      const cases = session.testResults ? testsOf(session.testResults) : [];
      const passed = cases.filter((test) => test.passed && !test.skipped).length;
      tally.passed += passed;
      tally.failed += cases.length - passed;
      if (session.errors.length > 0 || cases.length === 0) tally.failed += 1;
    }
    writeFileSync(file, JSON.stringify(tallies));
  },
});

/**
 * @param {import('@web/test-runner').TestSuiteResult} suite
 * @returns {import('@web/test-runner').TestResult[]}
 */
const testsOf = (suite) => [...suite.tests, ...suite.suites.flatMap(testsOf)];
