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
import { join } from 'node:path';
import { build } from 'esbuild';
import * as puppeteer from 'puppeteer-core';
import { chromiumArguments, requireBrowser } from '../../scripts/browsers.js';
import { root } from '../../scripts/project.js';
import type { Times, WayName } from './faq/page.js';
import { ratioOf } from './ratios.js';

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

const at = (part: number, times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor((times.length - 1) * part)] ?? NaN;

const { outputFiles } = await build({
  entryPoints: [join(root, 'test/bench/faq/page.ts')],
  bundle: true,
  write: false,
  minify: true,
  format: 'iife',
  target: 'es2022',
});
const { executable } = await requireBrowser('chromium');
const browser = await puppeteer.launch({
  executablePath: executable,
  headless: true,
  protocolTimeout: 600_000,
  args: [...chromiumArguments, '--js-flags=--expose-gc'],
});

interface Page {
  prepare(): Promise<void>;
  measure(queries: readonly string[]): Promise<Times>;
}

const measured: Times[] = [];
try {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.setContent('<!doctype html><html lang="en"><title>Bench</title><body></body></html>');
  await page.evaluate(outputFiles[0]?.text ?? '');
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
  const own = measured.map(({ widget }) => at(part, widget));
  for (const way of ['all', 'found'] as const) {
    const other = measured.map((times) => at(part, times[way]));
    const ratio = ratioOf(own.map((time, round) => time / (other[round] ?? NaN)));
    const limit = limits[way];
    const cells = [
      name,
      way,
      ...[ratio.min, ratio.median, ratio.max].map((each) => each.toFixed(2)),
      limit?.toFixed(2) ?? '',
      `${at(0.5, own).toFixed(1)} : ${at(0.5, other).toFixed(1)}`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
    if (limit !== undefined && !(ratio.median <= limit)) {
      console.error(`${name}, ${way}: ${ratio.median.toFixed(3)} is more than ${limit}.`);
      process.exitCode = 1;
    }
  }
}
