/**
 * Measures what a page downloads, and keeps the table of the README.
 *
 *   npm run size              writes the table; fails when over budget
 *   npm run size -- --check   writes nothing; fails also when the table is out of date
 *
 * An element is measured alone with all it needs: its module, that of <portal-session> (no element
 * works without one), Lit, and what they always go on to load, which is the preset policy. Not
 * counted is what only some patients load: the Spanish words, the warning of an idle session, the
 * check of a policy of one's own. Files are compressed one by one, as they travel.
 *
 * <portal-faq> works without a session, and goes on to load its answers. Of that there is a row of its
 * own: what a page downloads that has nothing but the FAQ, in English, until somebody has searched it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { format, resolveConfig } from 'prettier';
import { bundle } from './bundle.js';
import { defineModule, tags } from './elements.js';
import { root } from './project.js';

/** Loaded on demand in the code, but by every page: the policy that <portal-session> starts with. */
const alwaysLoaded = ['src/policy/mycooper.ts'];

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
 * @property {string[]} [onDemand] loaded on demand in the code, but measured with it
 * @property {number} [budget] brotli bytes
 */

/** Of an element, in brotli bytes; the sign-in form is the first that a patient waits for. */
const budgetOf = (/** @type {string} */ tag) => (tag === 'portal-login' ? 16_384 : 24_576);

/** @type {Subject[]} */
const subjects = [
  ...tags.map((tag) => ({
    name: `\`${tag}\``,
    modules: [defineModule('portal-session'), defineModule(tag)],
    ...(tag !== 'portal-session' && { budget: budgetOf(tag) }),
  })),
  {
    name: '`portal-login` and `test-results`',
    modules: ['portal-session', 'portal-login', 'test-results'].map(defineModule),
    budget: 24_576,
  },
  {
    name: '`portal-faq`, answers and search, no session',
    modules: [defineModule('portal-faq')],
    onDemand: ['src/widgets/portal-faq/open-faq.ts', 'src/faq/en/index.ts'],
  },
  { name: 'all elements', modules: ['src/define.ts'], budget: 61_440 },
  { name: 'the autoloader, before it finds an element', modules: ['src/autoload.ts'], budget: 700 },
];

const pageId = '\0page';

/**
 * The one module of a page that uses others, for what they do.
 * @param {readonly string[]} modules
 * @returns {import('rolldown').Plugin}
 */
const pageOf = (modules) => ({
  name: 'page',
  resolveId: (id) => (id === pageId ? id : undefined),
  load: (id) =>
    id === pageId
      ? modules.map((path) => `import ${JSON.stringify(join(root, path))};`).join('\n')
      : undefined,
});

/**
 * @param {Subject} subject
 * @returns {Promise<Size>}
 */
async function measure({ modules, onDemand = [] }) {
  const chunks = await bundle({ page: pageId }, [pageOf(modules)]);
  const size = { raw: 0, gzip: 0, brotli: 0 };
  for (const { code } of loaded(chunks, [...alwaysLoaded, ...onDemand])) {
    size.raw += Buffer.byteLength(code);
    size.gzip += gzipSync(code, { level: 9 }).length;
    size.brotli += brotliCompressSync(code).length;
  }
  return size;
}

/**
 * The entry, what it imports, and what is always loaded although on demand.
 * @param {import('rolldown').OutputChunk[]} chunks
 * @param {string[]} always
 */
function loaded(chunks, always) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const paths = always.map((path) => join(root, path));
  /** @type {Set<import('rolldown').OutputChunk>} */
  const found = new Set();
  /** @param {import('rolldown').OutputChunk | undefined} chunk */
  const add = (chunk) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) add(byName.get(name));
    for (const name of chunk.dynamicImports) {
      const onDemand = byName.get(name);
      if (paths.includes(onDemand?.facadeModuleId ?? '')) add(onDemand);
    }
  };
  chunks.filter((chunk) => chunk.isEntry).forEach(add);
  return found;
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
