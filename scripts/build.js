/**
 * Builds what is published, into dist/:
 *
 *   src/, mocks/          an ES module and its types for each source module, imports left to bundlers
 *   embed/                autoload.js, define.js and define/<tag>.js, minified with Lit inside, for
 *                         pages without a bundler
 *   custom-elements.json  the manifest of the elements
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { embedFiles } from './embed.js';
import { root, run } from './project.js';
import { licensesOf } from './licenses.js';

const dist = join(root, 'dist');
const require = createRequire(import.meta.url);

/**
 * @param {string} script of an installed package; its failure ends the build
 * @param {string[]} parameters
 */
function node(script, ...parameters) {
  const status = run(process.execPath, [require.resolve(script), ...parameters]);
  if (status !== 0) process.exit(status);
}

rmSync(dist, { recursive: true, force: true });

node('typescript/bin/tsc', '-p', 'tsconfig.build.json'); // without Node's types: it is for browsers
node('typescript/bin/tsc', '-p', 'tsconfig.build-server.json');

const { files, moduleIds } = await embedFiles();
for (const { fileName, code } of files) write(`embed/${fileName}`, code);
write('embed/LICENSES.txt', licensesOf(moduleIds));

node('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet');

/**
 * @param {string} path in dist
 * @param {string} text
 */
function write(path, text) {
  const file = join(dist, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
