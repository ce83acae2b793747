import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { replaceMapped, unchanged } from './mapped-text.js';
import { root } from './project.js';

/** @typedef {import('./mapped-text.js').MappedText} MappedText */
/** @typedef {Omit<import('rolldown').OutputChunk, 'code' | 'map'> & MappedText} MappedChunk */

/**
 * Minified ES modules with Lit inside, as a page without a bundler gets them. What is imported on
 * demand stays in chunks of its own.
 * @param {Record<string, string>} entries names and modules
 * @param {import('rolldown').Plugin[]} [plugins]
 * @param {import('rolldown').OutputOptions} [options]
 * @returns {Promise<MappedChunk[]>}
 */
export async function bundle(entries, plugins = [], options = {}) {
  const build = await rolldown({
    cwd: root,
    input: entries,
    plugins: [smallStyles, ...plugins],
    platform: 'browser',
    optimization: { inlineConst: { mode: 'all', pass: 1 } }, // each icon goes where it is used
    preserveEntrySignatures: 'allow-extension', // chunks may share what is in an entry
    tsconfig: join(root, 'tsconfig.json'),
    onLog(level, log) {
      // An element may need at once what the others fetch on demand.
      if (log.code === 'INEFFECTIVE_DYNAMIC_IMPORT') return;
      if (level === 'warn') throw new Error(log.message);
    },
  });
  const { output } = await build.generate({
    format: 'esm',
    minify: true,
    sourcemap: 'hidden',
    comments: false, // the licences of what is inside go into a file of their own
    entryFileNames: '[name].js',
    ...options,
  });
  await build.close();
  return output
    .filter((file) => file.type === 'chunk')
    .map(({ code, map, ...chunk }) => ({
      ...chunk,
      ...withoutIndentation({ code, map: map ?? noSources }),
    }));
}

/** The bundler's own helpers come from no source. */
const noSources = { sources: [], names: [], mappings: '' };

/**
 * Style rules without comments and without the spaces that mean nothing; what stands in quotes is left alone.
 * @type {import('rolldown').Plugin}
 */
const smallStyles = {
  name: 'small-styles',
  transform: (code) =>
    styles.test(code)
      ? replaceMapped(unchanged(code), new RegExp(styles, 'g'), smaller)
      : undefined,
};

const styles = /\bcss`[^`]*`/;

/** @param {string} rules */
const smaller = (rules) =>
  rules
    .replace(/\/\*.*?\*\//gs, '')
    .split(/('[^']*')/)
    .map((part, index) =>
      index % 2
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,>]) ?|([:(]) | (?=\))/g, '$1$2')
            .replace(/;(?=})/g, '')
            .replace(/(?<=[\s,(:])0(?=\.)/g, ''),
    )
    .join('');

/**
 * In minified code a line break stands only inside of a template, and in ours only between the parts
 * of markup or style rules, where one space says the same.
 * @param {MappedText} text
 */
const withoutIndentation = (text) =>
  replaceMapped(
    replaceMapped(text, /^\s+|\s+$/g, () => ''),
    /\s*\n\s*/g,
    () => ' ',
  );
