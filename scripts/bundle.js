import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './project.js';

/**
 * Minified ES modules with Lit inside, as a page without a bundler gets them. What is imported on
 * demand stays in chunks of its own.
 * @param {Record<string, string>} entries names and modules
 * @param {import('rolldown').Plugin[]} [plugins]
 * @param {import('rolldown').OutputOptions} [options]
 * @returns {Promise<import('rolldown').OutputChunk[]>}
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
    comments: false, // the licences of what is inside go into a file of their own
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    ...options,
  });
  await build.close();
  return output
    .filter((file) => file.type === 'chunk')
    .map((chunk) => ({ ...chunk, code: withoutIndentation(chunk.code) }));
}

/**
 * Style rules without comments and without the spaces that mean nothing; what stands in quotes is left alone.
 * @type {import('rolldown').Plugin}
 */
const smallStyles = {
  name: 'small-styles',
  transform: (code) =>
    code.replace(/\bcss`[^`]*`/g, (rules) =>
      rules
        .replace(/\/\*.*?\*\//gs, '')
        .split(/('[^']*')/)
        .map((part, index) =>
          index % 2 ? part : part.replace(/\s+/g, ' ').replace(/ ?([{};,]) ?|(:) /g, '$1$2'),
        )
        .join(''),
    ),
};

/**
 * In minified code a line break stands only inside of a template, and in ours only between the parts
 * of markup or style rules, where one space says the same.
 * @param {string} code
 */
const withoutIndentation = (code) => code.trim().replace(/\s*\n\s*/g, ' ');
