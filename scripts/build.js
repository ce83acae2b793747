/**
 * Builds what is published, into dist/:
 *
 *   src/                  an ES module and its types for each source module, imports left to bundlers
 *   mocks/                the simulated backend, with all inside but MSW; its types
 *   bin/                  the command `portal-widgets`, in one file
 *   embed/                autoload.js, define.js and define/<tag>.js, minified with Lit inside, for
 *                         pages without a bundler; integrity.json and first-view.json
 *   maps/                 source maps of embed/
 *   policies/             the presets as JSON; policy.schema.json beside it
 *   texts.json            the texts of the interface in English, with their Spanish
 *   custom-elements.json  the manifest of the elements; what editors and frameworks know of it beside it,
 *                         in types/, web-types.json and vscode.*.json
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { embedFiles } from './embed.js';
import { licensesOf } from './licenses.js';
import { elementTypes, writeEditorData } from './package/element-types.js';
import { firstViewOf, integrityOf, mapsOf } from './package/embed-extras.js';
import { command, mockModules } from './package/mocks.js';
import { libraryModules } from './package/modules.js';
import { policyFiles } from './package/policies.js';
import { textsOf } from './package/texts.js';
import { root, run } from './project.js';

const dist = join(root, 'dist');
const compiled = join(root, 'build/compiled');
const require = createRequire(import.meta.url);

for (const folder of [dist, compiled]) rmSync(folder, { recursive: true, force: true });

node('typescript/bin/tsc', '-p', 'tsconfig.build.json'); // without Node's types: it is for browsers
node('typescript/bin/tsc', '-p', 'tsconfig.build-server.json');
writeAll(libraryModules(compiled));

writeBundle('mocks', await mockModules());
writeBundle('bin', await command());
const embed = await embedFiles();
writeBundle('embed', embed);
write('embed/integrity.json', integrityOf(embed.files));
write('embed/first-view.json', firstViewOf(embed));
writeAll(mapsOf(embed.files));
write('texts.json', textsOf(readFileSync(join(root, 'src/locales/xliff/es.xlf'), 'utf8')));
writeAll(await policyFiles((name) => load(`policy/${name}`)));

node('@custom-elements-manifest/analyzer/cem.js', 'analyze', '--quiet');
const manifest = JSON.parse(readFileSync(join(dist, 'custom-elements.json'), 'utf8'));
writeEditorData(manifest, dist);
writeAll(await elementTypes(manifest));

/**
 * @param {string} script of an installed package; its failure ends the build
 * @param {string[]} parameters
 */
function node(script, ...parameters) {
  const status = run(process.execPath, [require.resolve(script), ...parameters]);
  if (status !== 0) process.exit(status);
}

/**
 * @param {string} name of a module of src, without its ending
 * @returns {Promise<any>}
 */
function load(name) {
  return import(pathToFileURL(join(compiled, 'src', `${name}.js`)).href);
}

/**
 * @param {string} folder in dist
 * @param {import('./package/mocks.js').Bundle} bundle
 */
function writeBundle(folder, { files, moduleIds }) {
  for (const { fileName, code } of files) write(`${folder}/${fileName}`, code);
  write(`${folder}/LICENSES.txt`, licensesOf(moduleIds));
}

/** @param {ReadonlyMap<string, string>} files texts by path in dist */
function writeAll(files) {
  for (const [path, text] of files) write(path, text);
}

/**
 * @param {string} path in dist
 * @param {string} text
 */
function write(path, text) {
  const file = join(dist, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
