/**
 * A reporter for node:test that counts test cases and writes the count as JSON, for `npm test` to
 * add up. A skipped test shows nothing, so it counts as failed.
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 */
export default async function* nodeTally(events) {
  /** @type {import('./tally.js').Tally} */
  const tally = { passed: 0, failed: 0 };
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details.type === 'suite') continue;
    if (type === 'test:pass' && !data.skip && !data.todo) tally.passed += 1;
    else tally.failed += 1;
  }
  yield JSON.stringify({ 'Node tests': tally });
}
