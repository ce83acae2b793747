/**
 * What the same page of a list costs where there is a hundred times as much: 2,000 patients instead of
 * 20, and 10,000 entries instead of 100 in the record that is asked for.
 *
 *   npm run bench    prints the ratios; fails where the median is above 2
 */
import type { ReportRecord } from '../../mocks/db/records/index.js';
import { lakeside } from '../handlers/policies.js';
import { openPortal, type Answer, type Browser } from '../handlers/portal.js';
import { makePerson, makeReport } from '../handlers/sample-people.js';
import { compare } from './ratios.js';

/** Requests in one measurement: a single one is shorter than what disturbs it. */
const repetitions = 20;

const limit = 2;

const hour = 3_600_000;

const reports = (count: number): ReportRecord[] =>
  Array.from({ length: count }, (_, n) =>
    makeReport({ id: `r${n}`, collectedAt: new Date(1.7e12 - n * hour).toISOString() }),
  );

const open = async (patients: number, entries: number): Promise<Browser> => {
  const ann = makePerson('ann', 'ann.example', reports(entries));
  const others = Array.from({ length: patients - 1 }, (_, n) => makePerson(`p${n}`, `p${n}`));
  const policy = { ...lakeside, login: { ...lakeside.login, requestsPerMinute: 1000 } };
  const { browser } = await openPortal({ policy, people: [ann, ...others], passwordIterations: 1 });
  await browser.signIn('ann.example');
  return browser;
};

/** The place in the middle of a record with so many entries. */
const middle = (entries: number) => `${1.7e12 - (entries / 2) * hour}_r${entries / 2}`;

const requests: Record<string, (browser: Browser, entries: number) => Promise<Answer>> = {
  'results, first page': (browser) => browser.search('ann'),
  'results, a page in the middle': (browser, entries) =>
    browser.search('ann', { cursor: middle(entries) }),
  'one result': (browser) => browser.send('GET', '/patients/ann/results/r7'),
};

const small = await open(20, 100);
const large = await open(2_000, 10_000);

console.log('cost with 2,000 patients and 10,000 entries, of that with 20 and 100:\n');
console.log('| request | min | median | max |\n| --- | ---: | ---: | ---: |');
for (const [name, request] of Object.entries(requests)) {
  const times = (browser: Browser, entries: number) => async () => {
    for (let n = 0; n < repetitions; n += 1) {
      const { status } = await request(browser, entries);
      if (status !== 200) throw new Error(`${name}: answered with ${status}`);
    }
  };
  const { min, median, max } = await compare(times(large, 10_000), times(small, 100));
  console.log(`| ${[name, ...[min, median, max].map((ratio) => ratio.toFixed(2))].join(' | ')} |`);
  if (median > limit) {
    console.error(`${name}: more than ${limit} times as much.`);
    process.exitCode = 1;
  }
}
