/**
 * How many test cases passed and failed, and which failed: a name, and what it said, for each.
 * @typedef {{ passed: number, failed: number, failures: readonly string[] }} Tally
 */

/**
 * One test case or step that passed or failed.
 * @typedef {{ passed: boolean, name: string, message?: string | undefined }} Outcome
 */

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {Tally}
 */
export function tallyOf(outcomes) {
  const bad = outcomes.filter(({ passed }) => !passed);
  return {
    passed: outcomes.length - bad.length,
    failed: bad.length,
    failures: bad.map(({ name, message }) => [name, message].filter(Boolean).join('\n')),
  };
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export const sum = (tallies) => ({
  passed: tallies.reduce((all, { passed }) => all + passed, 0),
  failed: tallies.reduce((all, { failed }) => all + failed, 0),
  failures: tallies.flatMap(({ failures }) => failures),
});

/**
 * Names a test case that failed, at the moment it did. `npm test` passes such lines on as they come.
 * @param {Outcome} outcome
 */
export const tell = ({ name, message = '' }) =>
  console.error(`✗ ${name}\n${message.replace(/^/gm, '  ')}`);
