import { writeFileSync } from 'node:fs';

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
    const passed = tests.filter((test) => test.outcome() === 'expected').length;
    /** @type {Record<string, import('./tally.js').Tally>} */
    const tallies = { Journeys: { passed, failed: tests.length - passed } };
    writeFileSync(this.#file, JSON.stringify(tallies));
  }

  printsToStdio() {
    return false;
  }
}
