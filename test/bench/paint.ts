/**
 * What it costs to show a long list of results, and to change one row of it, in parts of what other ways
 * cost that show the same rows with the same styles:
 *
 *   flat     one vanilla table, its rows cloned from a template
 *   panels   vanilla tables of twenty, in panels with `content-visibility: auto`
 *   React    React 19, one table with a memoized component for each row
 *
 *   npm run bench:paint    prints the ratios; fails where a median is above its limit
 *
 * Each round measures every way once, in an order that turns, and is a ratio of its own. "First paint" is from the
 * start of the script to the end of the frame's style, layout and paint on the main thread.
 */
import type * as puppeteer from 'puppeteer-core';
import { engineNames } from '../../scripts/test/browsers.js';
import { bundle, open, type BenchEngine } from './browser.js';
import type { Cost } from './paint/page.js';
import type { WayName } from './paint/ways.js';
import { quantile, ratioOf } from './ratios.js';

const rounds = 21;
const warmUps = 2;

type Other = Exclude<WayName, 'widget'>;

/** Medians that may not be exceeded: `<engine> <rows> <what> <way>`. */
const limits: Readonly<Record<string, number>> = {
  'chromium 1000 firstPaint flat': 0.35,
  'chromium 1000 firstPaint panels': 1.15,
  'chromium 1000 update flat': 0.12,
  'chromium 10000 firstPaint flat': 0.2,
  'chromium 10000 update flat': 0.1,
  'firefox 1000 firstPaint flat': 0.6,
};

const others: readonly Other[] = ['flat', 'panels', 'react'];
const order: readonly WayName[] = ['widget', ...others];
const names = { flat: 'flat', panels: 'panels', react: 'React' } as const;

/** The costs of each way, round by round. */
const measureAll = async (page: puppeteer.Page, count: number) => {
  const costs: Record<WayName, Cost[]> = { widget: [], flat: [], panels: [], react: [] };
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const way of turned(round + warmUps)) {
      const cost = await page.evaluate(
        (name: WayName, rows: number) =>
          (
            globalThis as unknown as { measure: (name: WayName, rows: number) => Promise<Cost> }
          ).measure(name, rows),
        way,
        count,
      );
      if (round >= 0) costs[way].push(cost);
    }
  }
  return costs;
};

/** Another one begins each round, and after each turn they go the other way round: none always follows the same. */
const turned = (round: number): readonly WayName[] => {
  const start = round % order.length;
  const ways = [...order.slice(start), ...order.slice(0, start)];
  return Math.floor(round / order.length) % 2 === 0 ? ways : ways.reverse();
};

const median = (values: readonly number[]): number => quantile(values, 0.5);

const report = (
  engine: BenchEngine,
  count: number,
  costs: Readonly<Record<WayName, readonly Cost[]>>,
) => {
  for (const what of ['firstPaint', 'update'] as const) {
    const own = costs.widget.map((cost) => cost[what]);
    for (const other of others) {
      const ratio = ratioOf(own.map((cost, round) => cost / (costs[other][round]?.[what] ?? NaN)));
      const limit = limits[`${engine} ${count} ${what} ${other}`];
      const cells = [
        engineNames[engine],
        count.toLocaleString('en'),
        what === 'update' ? 'one row' : 'first paint',
        names[other],
        ...[ratio.min, ratio.median, ratio.max].map((part) => part.toFixed(2)),
        limit?.toFixed(2) ?? '',
        `${median(own).toFixed(1)} : ${median(costs[other].map((cost) => cost[what])).toFixed(1)}`,
      ];
      console.log(`| ${cells.join(' | ')} |`);
      if (limit !== undefined && ratio.median > limit) {
        console.error(
          `${cells.slice(0, 4).join(', ')}: ${ratio.median.toFixed(3)} is more than ${limit}.`,
        );
        process.exitCode = 1;
      }
    }
  }
};

const script = await bundle('paint/page.ts', {
  minify: true,
  define: { 'process.env.NODE_ENV': '"production"' },
});
console.log(`<test-results> in parts of other ways, ${rounds} rounds:\n`);
console.log('| engine | rows | cost of | of | min | median | max | limit | ms |');
console.log('| --- | ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |');
for (const engine of ['chromium', 'firefox'] as const) {
  const browser = await open(engine);
  try {
    for (const count of [1_000, 10_000]) {
      const page = await browser.newPage();
      await page.setViewport({ width: 1280, height: 800 });
      await page.setContent(
        '<!doctype html><html lang="en"><title>Bench</title><body></body></html>',
      );
      await page.evaluate(script);
      report(engine, count, await measureAll(page, count));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}
