/**
 * Measures what a page downloads, and keeps the table of the README.
 *
 *   npm run size              writes the table; fails when over budget
 *   npm run size -- --check   writes nothing; fails also when the table is out of date
 *
 * An element is measured with all that its page always goes on to load, in one bundle: its module, that of
 * <portal-session> (no element works without one), Lit, the preset policy, the guard of the idle limit, and the
 * parts that a patient who is signed in, and has something in the record, sees without doing anything. The
 * sign-in form is measured as it is waited for: with nobody signed in. Not counted is what only some patients
 * load: the Spanish words, the warning of an idle session, refusals, whatever opens with a button.
 *
 * <portal-faq> works without a session: what a page downloads that has nothing but the FAQ, in English, until
 * somebody has searched it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import { bundle } from './bundle.js';
import { defineModule, tags } from './elements.js';
import { root } from './project.js';

/** Loaded on demand in the code, but by every page: the policy that <portal-session> starts with. */
const policy = 'src/policy/mycooper.ts';
/** The same, as soon as somebody is signed in. */
const guard = 'src/session/watched-guard.ts';

/**
 * What an element loads on demand in its code, but for every patient who has something in the record.
 * @type {Partial<Record<string, string[]>>}
 */
const alwaysShown = {
  'family-access': ['sharing-view'],
  'portal-demographics': ['demographics-form'],
  'portal-help': ['further-sections'],
};

/**
 * The README may lag behind by so many bytes, or by 1 % of a number, so that not every change has to
 * touch it: the names of chunks, which are random letters, compress now better, now worse.
 */
const tolerance = (/** @type {number} */ bytes) => Math.max(64, bytes / 100);

/** @typedef {{ raw: number, gzip: number, brotli: number }} Size */

/**
 * @typedef {object} Subject
 * @property {string} name
 * @property {string[]} modules
 * @property {string[]} [always] loaded on demand in the code, but measured with it
 * @property {number | undefined} [budget] brotli bytes
 */

const usualBudget = 24_576;

/**
 * Of an element, in brotli bytes; the sign-in form is the first that a patient waits for.
 * @type {Partial<Record<string, number | undefined>>}
 */
const budgets = {
  'portal-login': 16_384,
  // Its form stands open, with the categories of race and ethnicity in words.
  'portal-demographics': 27_648,
  'portal-session': undefined,
};

/** @type {Subject[]} */
const subjects = [
  ...tags
    .filter((tag) => tag !== 'portal-faq')
    .map((tag) => ({
      name: `\`${tag}\``,
      modules: [defineModule('portal-session'), defineModule(tag)],
      always: [
        policy,
        ...(tag === 'portal-login' ? [] : [guard]),
        ...(alwaysShown[tag] ?? []).map((part) => `src/widgets/${tag}/${part}.ts`),
      ],
      budget: tag in budgets ? budgets[tag] : usualBudget,
    })),
  {
    name: '`proxy-switcher` and `test-results`',
    modules: ['portal-session', 'proxy-switcher', 'test-results'].map(defineModule),
    always: [policy, guard],
    budget: 25_600,
  },
  {
    name: '`portal-faq`, answers and search, no session',
    modules: [defineModule('portal-faq')],
    always: ['src/widgets/portal-faq/open-faq.ts', 'src/faq/en/index.ts', policy],
    // 41 answers in plain words are 5.6 KB of it.
    budget: 25_600,
  },
  { name: 'all elements', modules: ['src/define.ts'], always: [policy, guard], budget: 61_440 },
  { name: 'the autoloader, before it finds an element', modules: ['src/autoload.ts'], budget: 700 },
];

const pageId = '\0page';

/**
 * The one module of a page that uses others, for what they do. What it loads on demand stays away, apart from
 * what is always loaded.
 * @param {readonly string[]} modules
 * @param {readonly string[]} always
 * @returns {import('rolldown').Plugin}
 */
const pageOf = (modules, always) => ({
  name: 'page',
  async resolveId(id, importer, options) {
    if (id === pageId) return id;
    if (options.kind !== 'dynamic-import') return undefined;
    const found = await this.resolve(id, importer, { ...options, skipSelf: true });
    const isAlways = always.some((path) => found?.id === join(root, path));
    return isAlways ? found : { id, external: true };
  },
  load: (id) =>
    id === pageId
      ? modules.map((path) => `import ${JSON.stringify(join(root, path))};`).join('\n')
      : undefined,
});

/**
 * @param {Subject} subject
 * @returns {Promise<Size>}
 */
async function measure({ modules, always = [] }) {
  const [page, ...others] = await bundle({ page: pageId }, [pageOf(modules, always)], {
    codeSplitting: false,
  });
  if (!page || others.length > 0) throw new Error('A page is measured as one bundle.');
  return {
    raw: Buffer.byteLength(page.code),
    gzip: gzipSync(page.code, { level: 9 }).length,
    brotli: brotliCompressSync(page.code).length,
  };
}

/** @param {{ subject: Subject, size: Size }[]} measured */
function tableOf(measured) {
  const bytes = (/** @type {number | undefined} */ count) => count?.toLocaleString('en') ?? '';
  const rows = measured.map(
    ({ subject: { name, budget }, size }) =>
      `| ${name} | ${bytes(size.raw)} | ${bytes(size.gzip)} | ${bytes(size.brotli)} | ${bytes(budget)} |`,
  );
  return [
    '| bytes | minified | gzip | brotli | budget (brotli) |',
    '| --- | ---: | ---: | ---: | ---: |',
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
  return kept === fresh || Math.abs((a ?? NaN) - (b ?? NaN)) <= tolerance(b ?? NaN);
}

/** @type {{ subject: Subject, size: Size }[]} */
const measured = [];
for (const subject of subjects) measured.push({ subject, size: await measure(subject) });

const table = tableOf(measured);
console.log(table);

for (const { subject, size } of measured) {
  if (subject.budget && size.brotli > subject.budget) {
    const over = size.brotli - subject.budget;
    console.error(`${subject.name}: ${over} bytes over its budget of ${subject.budget}.`);
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
