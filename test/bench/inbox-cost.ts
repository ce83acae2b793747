/**
 * What `<secure-inbox>` asks of the backend where June has 5,000 threads, of what it asks where she has
 * 100: opening the inbox, reading on, and searching.
 *
 *   npm run bench    prints the ratios; fails where the median is above 1.5
 */
import type { Person } from '../../mocks/db/records/index.js';
import { june } from '../../mocks/people/june/june.js';
import { contract } from '../../src/contract/index.js';
import { mycooper } from '../../src/policy/mycooper.js';
import { openPortal, successOf, type Answer, type Browser } from '../support/portal.js';
import { compare } from './ratios.js';

/** Openings in one measurement: a single one is shorter than what disturbs it. */
const repetitions = 20;

const limit = 1.5;

const everything = june(Date.parse('2026-05-04T13:30:00Z'));

/** June with her latest threads. */
const juneWith = (threads: number): Person => ({
  ...everything,
  threads: (everything.threads ?? []).slice(0, threads),
});

const open = async (threads: number): Promise<Browser> => {
  const policy = { ...mycooper, login: { ...mycooper.login, requestsPerMinute: 1000 } };
  const people = [juneWith(threads)];
  const { browser } = await openPortal({ policy, people, passwordIterations: 1 });
  await browser.signIn('june.whitfield', everything.account?.password);
  return browser;
};

const record = `/patients/${everything.patient.id}`;

const search = (browser: Browser, query: object) =>
  browser.write('POST', `${record}/threads/search`, { folder: 'inbox', limit: 20, ...query });

/** What each way of using the inbox asks, in order. */
const uses: Record<string, (browser: Browser) => Promise<readonly Answer[]>> = {
  'opening the inbox': async (browser) => [
    await search(browser, {}),
    await browser.send('GET', `${record}/threads/unread`),
    await browser.write('POST', `${record}/drafts/search`, { forms: ['message'], limit: 1 }),
  ],
  'reading on, twice': async (browser) => {
    const answers: Answer[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < 3; page += 1) {
      const answer = await search(browser, cursor === undefined ? {} : { cursor });
      answers.push(answer);
      cursor = successOf(contract.searchThreads, answer).nextCursor ?? undefined;
    }
    return answers;
  },
  searching: async (browser) => [await search(browser, { text: 'appointment' })],
};

const [few, many] = [await open(100), await open(5_000)];

console.log('\ncost of the inbox with 5,000 threads, of that with 100:\n');
console.log('| use | min | median | max |\n| --- | ---: | ---: | ---: |');
for (const [name, use] of Object.entries(uses)) {
  const times = (browser: Browser) => async () => {
    for (let n = 0; n < repetitions; n += 1) {
      for (const { status } of await use(browser)) {
        if (status !== 200) throw new Error(`${name}: answered with ${status}`);
      }
    }
  };
  const { min, median, max } = await compare(times(many), times(few));
  console.log(`| ${[name, ...[min, median, max].map((ratio) => ratio.toFixed(2))].join(' | ')} |`);
  if (median > limit) {
    console.error(`${name}: more than ${limit} times as much.`);
    process.exitCode = 1;
  }
}
