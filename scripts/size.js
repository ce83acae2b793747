/**
 * Measures what a page downloads from dist/embed, and keeps the table of the README.
 *
 *   npm run size              writes the table; fails when over budget
 *   npm run size -- --check   writes nothing; fails also when the table is out of date
 *
 * "At first" is what `autoload` fetches for an element before anybody has done anything, each file compressed by
 * itself, as it travels: the autoloader, <portal-session> and Lit, a preset policy, the idle limit where the
 * element shows a record. What opens with a button, or tells a refusal, comes later.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { brotliCompressSync } from 'node:zlib';
import { embedFiles } from './embed.js';
import { tags } from './elements.js';
import { root } from './project.js';

/**
 * The README may lag behind by so many bytes, or by 1 % of a number, so that not every change has to
 * touch it: the names of chunks, which are random letters, compress now better, now worse.
 */
const tolerance = (/** @type {number} */ bytes) => Math.max(64, bytes / 100);

/** @typedef {{ name: string, files: Set<string>, budget: number }} Subject */

const { files, firstView } = await embedFiles();
const compressed = new Map(
  files.map(({ fileName, code }) => [fileName, brotliCompressSync(code).length]),
);
const bytesOf = (/** @type {Iterable<string>} */ names) =>
  [...names].reduce((sum, name) => sum + (compressed.get(name) ?? NaN), 0);

/** Budgets of what is fetched at first, in brotli bytes. */
const usualBudget = 36_864;
/** @type {Partial<Record<string, number>>} */
const budgets = {
  'portal-login': 22_400,
  // Its form stands open, with the categories of race and ethnicity in words.
  'portal-demographics': 42_112,
  'portal-preferences': 38_400,
  'portal-session': 19_072,
  'portal-help': 38_720,
  'portal-recovery': 38_144,
  'portal-signup': 37_952,
  // 41 answers in plain words are 6 KB of it.
  'portal-faq': 44_928,
};

/** @param {readonly string[]} views */
const fetchedFor = (...views) =>
  new Set(['autoload.js', ...views.flatMap((view) => firstView[view] ?? [])]);

/** @type {Subject[]} */
const subjects = [
  { name: 'the autoloader alone', files: fetchedFor(), budget: 1_600 },
  ...tags.map((tag) => ({
    name: `\`${tag}\``,
    files: fetchedFor('portal-session', tag, `${tag} en`),
    budget: budgets[tag] ?? usualBudget,
  })),
  {
    name: '`proxy-switcher` and `test-results`',
    files: fetchedFor('portal-session', 'proxy-switcher', 'test-results'),
    budget: 35_840,
  },
  { name: '`define.js`: all elements', files: new Set(['define.js']), budget: 61_184 },
];

function tableOf() {
  const bytes = (/** @type {number} */ count) => count.toLocaleString('en');
  const rows = subjects.map(
    ({ name, files, budget }) =>
      `| ${name} | ${files.size} | ${bytes(bytesOf(files))} | ${bytes(budget)} |`,
  );
  return [
    '| at first | files | brotli bytes | budget |',
    '| --- | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

const readme = join(root, 'README.md');
const region = /(<!-- sizes -->\n)([^]*?)(\n<!-- \/sizes -->)/;

/**
 * @param {string} text of the README
 * @param {string} table
 */
async function withTable(text, table) {
  if (!region.test(text)) throw new Error('README.md has no <!-- sizes --> … <!-- /sizes -->.');
  const updated = text.replace(region, `$1\n${table}\n$3`);
  return format(updated, { ...(await resolveConfig(readme)), parser: 'markdown' });
}

/**
 * Whether the table has the same rows, and numbers that are near enough.
 * @param {string} text of the README
 * @param {string} table
 */
function isCurrent(text, table) {
  const kept = cellsOf(region.exec(text)?.[2] ?? '');
  const fresh = cellsOf(table);
  return (
    kept.length === fresh.length && fresh.every((cell, index) => isNear(kept[index] ?? '', cell))
  );
}

/** @param {string} table */
const cellsOf = (table) =>
  table
    .split(/[|\n]/)
    .map((cell) => cell.trim())
    .filter((cell) => !/^:?-*:?$/.test(cell));

/**
 * @param {string} kept
 * @param {string} fresh
 */
function isNear(kept, fresh) {
  const [a, b] = [kept, fresh].map((cell) => Number(cell.replaceAll(',', '')));
  if (kept === fresh || a === undefined || b === undefined) return kept === fresh;
  // Files are counted exactly.
  return b > 1000 && Math.abs(a - b) <= tolerance(b);
}

const table = tableOf();
console.log(table);

for (const { name, files, budget } of subjects) {
  const over = bytesOf(files) - budget;
  if (over > 0) {
    console.error(`${name}: ${over} bytes over its budget of ${budget}.`);
    process.exitCode = 1;
  }
}

const text = readFileSync(readme, 'utf8');
if (!isCurrent(text, table)) {
  if (process.argv.includes('--check')) {
    console.error('The table of sizes in README.md is out of date. Run: npm run size');
    process.exitCode = 1;
  } else {
    writeFileSync(readme, await withTable(text, table));
  }
}
