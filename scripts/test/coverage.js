/**
 * Line coverage of src and mocks, from what V8 told while the tests ran in Node and in Chromium:
 * `npm run coverage`, or a step of `npm test`. Fails under the threshold.
 *
 * Counted are lines that have code after compilation, imports apart. A line is covered if something
 * on it ran, wherever. A file that no test loads has none covered.
 *
 *   node scripts/test/coverage.js FOLDER   with files as NODE_V8_COVERAGE writes them
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TraceMap, decodedMappings } from '@jridgewell/trace-mapping';
import { transformSync } from 'esbuild';
import { root } from '../project.js';

/** Per cent. */
const threshold = 95;

/**
 * @typedef {{ startOffset: number, endOffset: number, count: number }} Range
 * @typedef {{ url: string, functions: { ranges: Range[] }[] }} Script
 * @typedef {{ data: import('@jridgewell/trace-mapping').SourceMapInput | null, lineLengths: number[] }} Compiled
 * @typedef {{ result: Script[], 'source-map-cache'?: Record<string, Compiled> }} Report
 */

const sources = ['src', 'mocks'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.ts') && !/[\\/]generated[\\/]/.test(path)),
);

/** @type {Map<string, Set<number>>} lines that ran, counted from 1, by path */
const ran = new Map(sources.map((path) => [path, new Set()]));

/**
 * @param {string} path of a TypeScript file
 * @returns {number[]} its lines that have code, in order
 */
function codeLines(path) {
  const { code, map } = transformSync(readFileSync(join(root, path), 'utf8'), {
    loader: 'ts',
    sourcefile: path,
    sourcemap: 'external',
    target: 'es2022',
  });
  const mappings = decodedMappings(new TraceMap(map));
  /** @type {Set<number>} */
  const lines = new Set();
  let inImport = false;
  code.split('\n').forEach((text, index) => {
    inImport ||= /^(import\b|export (\*|\{))/.test(text);
    for (const [, , line] of mappings[index] ?? []) {
      if (!inImport && line !== undefined) lines.add(line + 1);
    }
    if (text.endsWith(';')) inImport = false;
  });
  return [...lines].sort((a, b) => a - b);
}

/**
 * Tells whether what stands at an offset ran: the smallest range around it says so. Asked in order.
 * @param {Script} script
 */
function runsAt({ functions }) {
  const ranges = functions
    .flatMap((each) => each.ranges)
    .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  /** @type {Range[]} */
  const around = [];
  let next = 0;
  return (/** @type {number} */ offset) => {
    for (let range = ranges[next]; range && range.startOffset <= offset; range = ranges[++next]) {
      while ((around.at(-1)?.endOffset ?? Infinity) <= range.startOffset) around.pop();
      around.push(range);
    }
    while ((around.at(-1)?.endOffset ?? Infinity) <= offset) around.pop();
    return (around.at(-1)?.count ?? 0) > 0;
  };
}

/** @type {Map<string, Compiled | undefined>} */
const bundles = new Map();

/**
 * @param {string} url of a script that a page has loaded
 * @returns {Compiled | undefined} how it was bundled, if it is one of ours
 */
function bundleAt(url) {
  const file = join(root, new URL(url).pathname);
  if (!bundles.has(file)) {
    const isOurs = file.includes('browser-tests') && existsSync(`${file}.map`);
    const read = (/** @type {string} */ path) => readFileSync(path, 'utf8');
    bundles.set(
      file,
      isOurs
        ? {
            data: { ...JSON.parse(read(`${file}.map`)), file },
            lineLengths: read(file)
              .split('\n')
              .map(({ length }) => length),
          }
        : undefined,
    );
  }
  return bundles.get(file);
}

/** @type {Map<Compiled, { map: TraceMap, paths: (string | undefined)[] }>} */
const maps = new Map();

/**
 * @param {Compiled} compiled
 * @param {string} url
 */
function mapOf(compiled, url) {
  const known = maps.get(compiled);
  if (known) return known;
  const map = new TraceMap(
    /** @type {import('@jridgewell/trace-mapping').SourceMapInput} */ (compiled.data),
  );
  const folder = url.startsWith('file:')
    ? fileURLToPath(new URL('.', url))
    : join(root, new URL('.', url).pathname);
  const paths = map.sources.map((source) => {
    const file = source?.startsWith('file:')
      ? fileURLToPath(source)
      : resolve(folder, source ?? '');
    const path = relative(root, file);
    return ran.has(path) ? path : undefined;
  });
  maps.set(compiled, { map, paths });
  return { map, paths };
}

/**
 * @param {Script} script
 * @param {Compiled} compiled
 */
function addScript(script, compiled) {
  const { map, paths } = mapOf(compiled, script.url);
  if (!paths.some(Boolean)) return;
  const runs = runsAt(script);
  let start = 0;
  decodedMappings(map).forEach((segments, index) => {
    for (const [column, source, line] of segments) {
      const isRun = runs(start + column);
      const path = source === undefined ? undefined : paths[source];
      if (isRun && path && line !== undefined) ran.get(path)?.add(line + 1);
    }
    start += (compiled.lineLengths[index] ?? 0) + 1;
  });
}

/** @param {Report} report */
function addReport({ result, 'source-map-cache': compiledInNode = {} }) {
  for (const script of result) {
    const compiled = script.url.startsWith('http')
      ? bundleAt(script.url)
      : compiledInNode[script.url];
    if (compiled?.data) addScript(script, compiled);
  }
}

/**
 * `3, 7-9`
 * @param {readonly number[]} lines in order
 */
function ranges(lines) {
  /** @type {[from: number, to: number][]} */
  const found = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else found.push([line, line]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

const folder = process.argv[2];
if (!folder || !existsSync(folder)) {
  console.error('There is nothing measured yet. Run: npm run coverage');
  process.exit(1);
}
for (const name of readdirSync(folder)) {
  if (name.endsWith('.json')) addReport(JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

let total = 0;
let covered = 0;
for (const path of sources) {
  const lines = codeLines(path);
  const missed = lines.filter((line) => !ran.get(path)?.has(line));
  total += lines.length;
  covered += lines.length - missed.length;
  if (missed.length > 0) console.log(`${path}: ${ranges(missed)}`);
}

const percent = (100 * covered) / total;
console.log(`${percent.toFixed(1)} % of ${total} lines with code (at least ${threshold} %)`);
if (percent < threshold) process.exitCode = 1;
