import { writeFileSync } from 'node:fs';
import { tallyOf, tell } from './tally.js';

/** @import { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter' */

/**
 * A reporter for Playwright that counts journeys and writes the count as JSON, for `npm test` to
 * add up, and names what fails at once. A journey that was skipped or passed only on a second try shows nothing: it counts as failed.
 * @implements {Reporter}
 */
export default class JourneysTally {
  #file;
  /** @type {Suite | undefined} */
  #suite;

  /** @param {{ file: string }} options */
  constructor({ file }) {
    this.#file = file;
  }

  /**
   * @param {FullConfig} _config
   * @param {Suite} suite
   */
  onBegin(_config, suite) {
    this.#suite = suite;
  }

  /** @param {TestCase} test */
  onTestEnd(test) {
    const outcome = outcomeOf(test);
    if (!outcome.passed) tell(outcome);
  }

  onEnd() {
    const outcomes = (this.#suite?.allTests() ?? []).map(outcomeOf);
    writeFileSync(this.#file, JSON.stringify({ Journeys: tallyOf(outcomes) }));
  }

  printsToStdio() {
    return false;
  }
}

/** @param {TestCase} test */
const outcomeOf = (test) => ({
  passed: test.outcome() === 'expected',
  name: test.titlePath().filter(Boolean).join(' › '),
  message: test.results.at(-1)?.error?.message ?? test.outcome(),
});
