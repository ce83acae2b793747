/**
 * Keeps the translations in step with the words in the code.
 *
 *   npm run localize              takes new words into src/locales/xliff, drops what is gone, and
 *                                 writes src/locales/generated
 *   npm run localize -- --check   changes nothing; fails when a translation is missing or out of date
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './project.js';

const checking = process.argv.includes('--check');

const configFile = join(root, 'lit-localize.json');
const config = JSON.parse(readFileSync(configFile, 'utf8'));

/** Folders of the words and of what is made of them. */
const kept = { xliffDir: config.interchange.xliffDir, outputDir: config.output.outputDir };

/** The same folders in a copy, so that a check never changes what others are reading. */
const copies = { xliffDir: 'build/localize/xliff', outputDir: 'build/localize/generated' };

/** @param {typeof kept} folders */
const texts = ({ xliffDir, outputDir }) =>
  [join(root, xliffDir, 'es.xlf'), join(root, outputDir, 'es.ts')].map((path) =>
    readFileSync(path, 'utf8'),
  );

/** @param {string} file of the configuration of lit-localize */
function run(file) {
  for (const step of ['extract', 'build']) {
    const tool = join(root, 'node_modules/@lit/localize-tools/bin/lit-localize.js');
    execFileSync(process.execPath, [tool, step, '--config', relative(root, file)], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
}

if (checking) {
  mkdirSync(join(root, copies.outputDir), { recursive: true });
  cpSync(join(root, kept.xliffDir), join(root, copies.xliffDir), { recursive: true });
  const file = join(root, 'build/localize/lit-localize.json');
  const inCopies = {
    ...config,
    tsConfig: join(root, config.tsConfig),
    output: { ...config.output, outputDir: join(root, copies.outputDir) },
    interchange: { ...config.interchange, xliffDir: join(root, copies.xliffDir) },
  };
  writeFileSync(file, JSON.stringify(inCopies));
  run(file);
} else {
  run(configFile);
}

const [words = '', modules] = texts(checking ? copies : kept);
const untranslated = [...words.matchAll(/<source>(.*?)<\/source>\s*(<target>)?/gs)]
  .filter(([, , target]) => target === undefined)
  .map(([, source]) => source);
for (const source of untranslated) console.error(`Not translated: ${source}`);

const [keptWords, keptModules] = texts(kept);
const stale = words !== keptWords || modules !== keptModules;
if (stale) console.error('The translations are out of date: run `npm run localize`.');
process.exitCode = untranslated.length > 0 || stale ? 1 : 0;
