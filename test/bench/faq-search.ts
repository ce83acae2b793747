/**
 * What a keystroke in the search of <portal-faq> costs where a hospital has 500 entries, in parts of what naive
 * ways cost (`faq/naive-list.ts`): script, style, layout and paint.
 *
 *   all      every entry is drawn anew, those without the words hidden
 *   found    the entries with the words are drawn anew; <portal-faq> draws the ten best
 *
 *   npm run bench:faq    prints the ratios; fails where a median is above its limit
 *
 * Each round types the same words in every way, keystroke by keystroke in turn, and empties the field after each
 * query. The median of its keystrokes and their 95th percentile are ratios of their own.
 */
import { bundle, open } from './browser.js';
import type { Times, WayName } from './faq/page.js';
import { quantile, ratioOf } from './ratios.js';

const rounds = 7;
const warmUps = 1;

/** Spelled right: the naive ways find nothing else. */
const queries = ['password', 'test result', 'message'];

const parts = { median: 0.5, '95th percentile': 0.95 } as const;

/** Ratios that may not be exceeded in the middle of all rounds. */
const limits: Readonly<Record<Exclude<WayName, 'widget'>, number | undefined>> = {
  all: 0.2,
  found: undefined,
};

const script = await bundle('faq/page.ts', { minify: true });
const browser = await open();

interface Page {
  prepare(): Promise<void>;
  measure(queries: readonly string[]): Promise<Times>;
}

const measured: Times[] = [];
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.setContent('<!doctype html><html lang="en"><title>Bench</title><body></body></html>');
  await page.evaluate(script);
  await page.evaluate(() => (globalThis as unknown as Page).prepare());
  for (let round = -warmUps; round < rounds; round += 1) {
    const times = await page.evaluate(
      (queries: readonly string[]) => (globalThis as unknown as Page).measure(queries),
      queries,
    );
    if (round >= 0) measured.push(times);
  }
} finally {
  await browser.close();
}

console.log(`a keystroke in the FAQ of 500 entries, in parts of naive ways, ${rounds} rounds:\n`);
console.log('| keystroke | drawn anew | min | median | max | limit | ms |');
console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: |');
for (const [name, part] of Object.entries(parts)) {
  const own = measured.map(({ widget }) => quantile(widget, part));
  for (const way of ['all', 'found'] as const) {
    const other = measured.map((times) => quantile(times[way], part));
    const ratio = ratioOf(own.map((time, round) => time / (other[round] ?? NaN)));
    const limit = limits[way];
    const cells = [
      name,
      way,
      ...[ratio.min, ratio.median, ratio.max].map((each) => each.toFixed(2)),
      limit?.toFixed(2) ?? '',
      `${quantile(own, 0.5).toFixed(1)} : ${quantile(other, 0.5).toFixed(1)}`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
    if (limit !== undefined && !(ratio.median <= limit)) {
      console.error(`${name}, ${way}: ${ratio.median.toFixed(3)} is more than ${limit}.`);
      process.exitCode = 1;
    }
  }
}
