/**
 * Line coverage of src and mocks, from what the test runner measured in Chromium
 * (web-test-runner --coverage). Fails under the threshold.
 *
 * The browser reports by character, which would count comments, blank lines and types as covered:
 * here only lines that have code after compilation count. A file that no test loads has none covered.
 * What runs in Node only (mocks/server) is left out: no browser can measure it.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { root } from './project.js';

/** Per cent. */
const threshold = 95;

const report = join(root, 'coverage/coverage-final.json');

/** @typedef {Record<string, { statementMap: Record<string, { start: { line: number } }>, s: Record<string, number> }>} Coverage */

const sources = ['src', 'mocks'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => path.endsWith('.ts') && !/[\\/](generated|server)[\\/]/.test(path)),
);

/**
 * @param {string} path of a TypeScript file
 * @returns {Set<number>} its lines that have code, counted from 1
 */
function codeLines(path) {
  const { code, map } = transformSync(readFileSync(join(root, path), 'utf8'), {
    loader: 'ts',
    sourcefile: path,
    sourcemap: 'external',
    target: 'es2022',
  });
  const sourceMap = new SourceMap(JSON.parse(map));
  /** @type {Set<number>} */
  const lines = new Set();
  code.split('\n').forEach((text, line) => {
    for (let column = 0; column < text.length; column += 1) {
      const entry = sourceMap.findEntry(line, column);
      if ('originalLine' in entry && entry.generatedLine === line)
        lines.add(entry.originalLine + 1);
    }
  });
  return lines;
}

/**
 * @param {Coverage[string] | undefined} measured
 * @returns {(line: number) => boolean} whether a line ran
 */
function ranIn(measured) {
  if (!measured) return () => false;
  const idle = Object.entries(measured.s)
    .filter(([, count]) => count === 0)
    .map(([id]) => measured.statementMap[id]?.start.line);
  return (line) => !idle.includes(line);
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

if (!existsSync(report)) {
  console.error('There is nothing measured yet. Run: npm run coverage');
  process.exit(1);
}
/** @type {Coverage} */
const coverage = JSON.parse(readFileSync(report, 'utf8'));

let total = 0;
let covered = 0;
for (const path of sources) {
  const ran = ranIn(coverage[join(root, path)]);
  const lines = [...codeLines(path)].sort((a, b) => a - b);
  const missed = lines.filter((line) => !ran(line));
  total += lines.length;
  covered += lines.length - missed.length;
  if (missed.length > 0) console.log(`${path}: ${ranges(missed)}`);
}

const percent = (100 * covered) / total;
console.log(`${percent.toFixed(1)} % of ${total} lines with code (at least ${threshold} %)`);
if (percent < threshold) process.exitCode = 1;
