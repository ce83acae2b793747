import { relative } from 'node:path';
import { root } from './project.js';
import { tallyOf } from './tally.js';

/**
 * A reporter for node:test that counts test cases and writes the count as JSON, for `npm test` to
 * add up. A skipped test shows nothing, so it counts as failed.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* nodeTally(events) {
  /** @type {import('./tally.js').Outcome[]} */
  const outcomes = [];
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite') continue;
    const unseen = [data.skip, data.todo].some(Boolean);
    outcomes.push({
      passed: type === 'test:pass' && !unseen,
      name: `${data.file ? `${relative(root, data.file)} › ` : ''}${data.name}`,
      message: unseen ? 'Skipped.' : type === 'test:fail' ? data.details.error.message : undefined,
    });
  }
  yield JSON.stringify({ 'Node tests': tallyOf(outcomes) });
}
