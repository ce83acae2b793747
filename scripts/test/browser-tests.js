/**
 * The tests that need a page, bundled: a page loads a few files instead of some hundred modules, and
 * the made-up people are seeded once for all tests of a page.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../project.js';

/**
 * Tests of the backend that run in every engine too, beside Node: those that ask the engine for
 * cryptography, for text in one normal form, or for bytes, where engines have differed.
 */
const smoke = [
  'sign-in/activation',
  'messages/attachments',
  'sign-in/passkeys',
  'sign-in/second-step',
  'sign-in/sign-in',
].map((name) => `test/handlers/${name}.test.ts`);

/** Files on one page at most: what starts over if its browser dies. */
const filesOnPage = 4;

/** Each run of browsers has a folder of its own, so that one leaves the bundles of another alone. */
const folder = 'build/browser-tests';

/**
 * @param {string} path of a folder in the project
 * @returns {string[]} its test files and those below it, in order
 */
export const testsIn = (path) =>
  readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${path}/${name.replaceAll('\\', '/')}`)
    .sort();

/** What fails, fails alike in every engine: hundreds of cells, for which one is enough. */
const inChromium = testsIn('test/widgets/faults');

/**
 * The test files that run in browsers.
 * @param {boolean} all all in each engine, those of the backend too, beyond the few that always do
 * @param {readonly import('./browsers.js').Engine[]} [engines] where they are to run; absent: wherever
 */
export const browserTests = (all, engines = ['chromium']) => [
  ...testsIn('test/browser'),
  ...testsIn('test/widgets').filter(
    (file) => all || engines.includes('chromium') || !inChromium.includes(file),
  ),
  ...(all ? testsIn('test/handlers') : smoke),
];

/**
 * @param {readonly string[]} files
 * @param {string} run whose bundles these are
 * @returns {Promise<string[]>} the pages' scripts, as paths in the project
 */
export async function bundlePages(files, run) {
  const pages = pagesOf(files);
  const outdir = join(root, folder, run);
  rmSync(outdir, { recursive: true, force: true });
  mkdirSync(join(outdir, 'entries'), { recursive: true });
  for (const [name, tests] of pages) {
    writeFileSync(join(outdir, 'entries', `${name}.js`), entryOf(tests));
  }
  writeFileSync(join(outdir, 'pages.json'), JSON.stringify(Object.fromEntries(pages)));
  await build({
    entryPoints: [...pages.keys()].map((name) => join(outdir, 'entries', `${name}.js`)),
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: join(root, 'tsconfig.json'),
    sourcemap: 'linked',
    sourcesContent: false,
    ignoreAnnotations: true, // `sideEffects` of package.json speaks of what is published
    define: { 'process.env.NODE_ENV': '"test"' },
    external: ['/__web-dev-server__web-socket.js'],
    plugins: [nameOfFile],
    logLevel: 'warning',
  });
  return [...pages.keys()].map((name) => `${folder}/${run}/${name}.js`);
}

/**
 * @param {string} page the path of a page's script
 * @returns {string[]} its test files
 */
export const filesOfPage = (page) =>
  JSON.parse(readFileSync(join(dirname(page), 'pages.json'), 'utf8'))[basename(page, '.js')];

/**
 * @param {readonly string[]} files
 * @returns {Map<string, string[]>} the files of each page, by its name
 */
function pagesOf(files) {
  /** @type {Map<string, string[]>} */
  const pages = new Map();
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const file of files) {
    const room = file.replace(/^test\/|\/[^/]+$/g, '').replaceAll('/', '-');
    const before = counts.get(room) ?? 0;
    counts.set(room, before + 1);
    const page = `${room}-${Math.floor(before / filesOnPage) + 1}`;
    pages.set(page, [...(pages.get(page) ?? []), file]);
  }
  return pages;
}

/** @param {readonly string[]} tests */
const entryOf = (tests) =>
  [
    `import ${JSON.stringify(join(root, 'test/support/page-hooks.ts'))};`,
    ...tests.map(
      (file) => `import ${JSON.stringify(join(root, file))};\nimport 'name-of-file:${file}';`,
    ),
  ].join('\n');

/**
 * Puts the name of a test file before its suites, on a page that has those of several.
 * @type {import('esbuild').Plugin}
 */
const nameOfFile = {
  name: 'name-of-file',
  setup(build) {
    const namespace = 'name-of-file';
    build.onResolve({ filter: /^name-of-file:/ }, ({ path }) => ({
      path: path.slice('name-of-file:'.length),
      namespace,
      sideEffects: true,
    }));
    build.onLoad({ filter: /.*/, namespace }, ({ path }) => ({
      contents: `for (const suite of mocha.suite.suites) {
        if (suite.file) continue;
        suite.file = ${JSON.stringify(path)};
        suite.title = suite.file + ' › ' + suite.title;
      }`,
    }));
  },
};
