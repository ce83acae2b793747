/**
 * How soon a page is usable on a phone, against what a hospital's own team would write: a plain form, a form
 * and a table of React 19. On a phone's terms: 390 × 844, 150 ms until an answer begins, 1.6 Mbit/s, a processor
 * four times slower than this one, nothing in the cache, files compressed with brotli, HTTP/1.1.
 *
 *   npm run bench:load    prints the table; fails where a median, a count or a shift is above its limit
 *
 * Each round loads every page once, in an order that turns; ratios are of medians in one run. Round trips are
 * counted on a network that has only latency, the page itself included.
 */
import type * as puppeteer from 'puppeteer-core';
import { bundle, open } from './browser.js';
import { loadPages, type LoadPage } from './load/pages.js';
import { openSites, pathOf } from './load/site.js';
import { quantile } from './ratios.js';

const rounds = 9;
const phone = { width: 390, height: 844 };
const wide = { width: 1280, height: 800 };
const mobileNetwork = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
const longWay = { latency: 500, downloadThroughput: -1, uploadThroughput: -1 };

const limits = { trips: 5, shift: 0.02, loginFiles: 6, files: 16 };

interface Visit {
  readonly milliseconds: number;
  readonly shift: number;
  readonly files: number;
  readonly bytes: number;
  /** Addresses that were asked for more than once. */
  readonly twice: readonly string[];
}

const visit = async (
  browser: puppeteer.Browser,
  origin: string,
  { name, until }: LoadPage,
  { size = phone, network = mobileNetwork, slowed = 4 } = {},
): Promise<Visit> => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport(size);
  const session = await page.createCDPSession();
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...network });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  await page.evaluateOnNewDocument(`until = ${JSON.stringify(until)}; ${watch}`);
  await page.goto(origin + pathOf(name), { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(
    () => (globalThis as unknown as { notes: { at: number } }).notes.at > 0,
  );
  await page.waitForNetworkIdle({ idleTime: 500 });
  const told = await page.evaluate(() => ({
    ...(globalThis as unknown as { notes: { at: number; shift: number } }).notes,
    resources: (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(
      ({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize }),
    ),
  }));
  await context.close();
  const scripts = told.resources.filter((each) => each.name.endsWith('.js'));
  const names = told.resources.map((each) => each.name);
  return {
    milliseconds: told.at,
    shift: told.shift,
    files: scripts.length,
    bytes: scripts.reduce((sum, { bytes }) => sum + bytes, 0),
    twice: names.filter((each, index) => names.indexOf(each) !== index),
  };
};

/** Each round begins with another page, and every other round runs backward, so that no page always follows the same one. */
const turned = (round: number): readonly LoadPage[] => {
  const start = round % loadPages.length;
  const pages = [...loadPages.slice(start), ...loadPages.slice(0, start)];
  return round % 2 === 0 ? pages : pages.reverse();
};

const median = (values: readonly number[]) => quantile(values, 0.5);
const failures: string[] = [];
const mustHold = (holds: boolean, what: string) => {
  if (!holds) failures.push(what);
};

const watch = await bundle('load/watch.ts');
const { signedOut, signedIn } = await openSites();
const originOf = (page: LoadPage) => (page.signedIn ? signedIn : signedOut).origin;
const browser = await open();
try {
  const times = new Map<string, number[]>(loadPages.map(({ name }) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const page of turned(round + 1)) {
      const { milliseconds } = await visit(browser, originOf(page), page);
      if (round >= 0) times.get(page.name)?.push(milliseconds);
    }
  }
  const timeOf = (name: string) => median(times.get(name) ?? []);

  console.log('| page | bytes | files | ms | ratio | limit | round trips | shift, phone · wide |');
  console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const page of loadPages) {
    const { name, against, limit } = page;
    const far = await visit(browser, originOf(page), page, { network: longWay, slowed: 1 });
    const near = await visit(browser, originOf(page), page);
    const large = await visit(browser, originOf(page), page, { size: wide });
    const trips = Math.floor(far.milliseconds / longWay.latency);
    const ratio = against ? timeOf(name) / timeOf(against) : NaN;
    console.log(
      `| ${name} | ${near.bytes.toLocaleString('en')} | ${near.files} | ${timeOf(name).toFixed(0)} | ` +
        `${against ? ratio.toFixed(2) : ''} | ${limit?.toFixed(2) ?? ''} | ${trips} | ` +
        `${near.shift.toFixed(3)} · ${large.shift.toFixed(3)} |`,
    );
    if (limit === undefined) continue;
    const isLogin = name.startsWith('portal-login');
    mustHold(ratio <= limit, `${name}: ${ratio.toFixed(2)} times ${against}, more than ${limit}.`);
    mustHold(trips <= limits.trips, `${name}: ${trips} round trips, more than ${limits.trips}.`);
    mustHold(
      near.files <= (isLogin ? limits.loginFiles : limits.files),
      `${name}: ${near.files} files.`,
    );
    for (const shift of [near.shift, large.shift]) {
      mustHold(shift <= limits.shift, `${name}: shifts by ${shift.toFixed(3)}.`);
    }
    mustHold(near.twice.length === 0, `${name}: asks twice for ${near.twice.join(', ')}.`);
  }
} finally {
  await browser.close();
  signedOut.server.close();
  signedIn.server.close();
}
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
