import { writeFileSync } from 'node:fs';
import { tallyOf } from './tally.js';

/** @import { FullConfig, Reporter, Suite } from '@playwright/test/reporter' */

/**
 * A reporter for Playwright that counts journeys and writes the count as JSON, for `npm test` to
 * add up. A journey that was skipped or passed only on a second try shows nothing: it counts as failed.
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

  onEnd() {
    const tests = this.#suite?.allTests() ?? [];
    const outcomes = tests.map((test) => ({
      passed: test.outcome() === 'expected',
      name: test.titlePath().filter(Boolean).join(' › '),
      message: test.results.at(-1)?.error?.message ?? test.outcome(),
    }));
    writeFileSync(this.#file, JSON.stringify({ Journeys: tallyOf(outcomes) }));
  }

  printsToStdio() {
    return false;
  }
}
