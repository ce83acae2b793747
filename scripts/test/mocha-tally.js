import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import Mocha from 'mocha';
import { root } from '../project.js';
import { tallyOf, tell } from './tally.js';

const { EVENT_RUN_END, EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_PENDING } =
  Mocha.Runner.constants;

/**
 * A reporter for mocha that names what fails at once, counts test cases, and writes the count as JSON
 * for `npm test` to add up. A skipped test shows nothing, so it counts as failed.
 *
 * TALLY   file to write the count to
 *
 * Its option `name` says how the tests are called: `--reporter-option name=Node`.
 */
export default class MochaTally extends Mocha.reporters.Base {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    const { name = 'Node' } = /** @type {{ name?: string }} */ (options.reporterOptions ?? {});
    /** @type {import('./tally.js').Outcome[]} */
    const outcomes = [];
    /**
     * @param {Mocha.Test} test
     * @param {string} message
     */
    const fail = (test, message) => {
      const outcome = { passed: false, name: titleOf(test), message };
      outcomes.push(outcome);
      tell(outcome);
    };
    runner.on(EVENT_TEST_PASS, (test) => outcomes.push({ passed: true, name: titleOf(test) }));
    runner.on(EVENT_TEST_FAIL, (test, error) => fail(test, error.stack ?? error.message));
    runner.on(EVENT_TEST_PENDING, (test) => fail(test, 'Skipped.'));
    runner.once(EVENT_RUN_END, () =>
      writeFileSync(process.env['TALLY'] ?? '', JSON.stringify({ [name]: tallyOf(outcomes) })),
    );
  }
}

/** @param {Mocha.Test} test */
const titleOf = (test) =>
  [test.file && relative(root, test.file), ...test.titlePath()].filter(Boolean).join(' › ');
