/**
 * What the same page of a list costs where there is a hundred times as much: 2,000 patients instead of
 * 20, and 10,000 entries instead of 100 in the record that is asked for.
 *
 *   npm run bench:cost    prints the ratios; fails where the median is above 2
 */
import type { Person } from '../../mocks/db/records/index.js';
import { lakeside } from '../../stories/fixtures/support/policies.js';
import { openPortal, type Answer, type Browser } from '../support/portal.js';
import {
  makeAppointment,
  makeMedication,
  makeMessage,
  makePerson,
  makeReport,
  makeThread,
} from '../support/sample-people.js';
import { compare } from './ratios.js';

/** Requests in one measurement: a single one is shorter than what disturbs it. */
const repetitions = 20;

const limit = 2;

const hour = 3_600_000;
const latest = Date.parse('2026-03-01T15:00:00Z');

/** Somebody with so many entries in each list. */
const patientWith = (entries: number): Person => {
  const make = <T>(entry: (n: number, at: number) => T): T[] =>
    Array.from({ length: entries }, (_, n) => entry(n, latest - n * hour));
  return {
    ...makePerson(
      'ann',
      'ann.example',
      make((n, at) => makeReport({ id: `r${n}`, collectedAt: new Date(at).toISOString() })),
    ),
    medications: make((n) => makeMedication({ id: `m${n}` })),
    threads: make((n, sentAt) => makeThread({ id: `t${n}`, messages: [makeMessage({ sentAt })] })),
    appointments: make((n, at) =>
      makeAppointment({ id: `a${n}`, startsAt: new Date(at).toISOString(), status: 'fulfilled' }),
    ),
  };
};

const open = async (patients: number, entries: number): Promise<Browser> => {
  const others = Array.from({ length: patients - 1 }, (_, n) => makePerson(`p${n}`, `p${n}`));
  const people = [patientWith(entries), ...others];
  const policy = { ...lakeside, login: { ...lakeside.login, requestsPerMinute: 1000 } };
  const { browser } = await openPortal({ policy, people, passwordIterations: 1 });
  await browser.signIn('ann.example');
  return browser;
};

/** The place in the middle of a record with so many entries. */
const middle = (entries: number, letter: string) =>
  `${latest - (entries / 2) * hour}_${letter}${entries / 2}`;

const list = (browser: Browser, path: string, query: object) =>
  browser.write('POST', `/patients/ann/${path}/search`, query);

const requests: Record<string, (browser: Browser, entries: number) => Promise<Answer>> = {
  'results, first page': (browser) => list(browser, 'results', {}),
  'results, a page in the middle': (browser, entries) =>
    list(browser, 'results', { cursor: middle(entries, 'r') }),
  'one analyte over time, first page': (browser) =>
    list(browser, 'observations', { analyte: '2345-7' }),
  'one result': (browser) => browser.send('GET', '/patients/ann/results/r7'),
  'messages, first page': (browser) => list(browser, 'threads', { folder: 'inbox' }),
  'messages, a page in the middle': (browser, entries) =>
    list(browser, 'threads', { folder: 'inbox', cursor: middle(entries, 't') }),
  'one thread': (browser) => browser.send('GET', '/patients/ann/threads/t7'),
  'unread messages': (browser) => browser.send('GET', '/patients/ann/threads/unread'),
  medications: (browser) => list(browser, 'medications', { period: 'current' }),
  'past appointments': (browser) => list(browser, 'appointments', { period: 'past' }),
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
