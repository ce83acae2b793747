/**
 * Keeps the translations in step with the words in the code.
 *
 *   npm run localize              takes new words into src/locales/xliff, drops what is gone, and
 *                                 writes src/locales/generated
 *   npm run localize -- --check   changes nothing; fails when a translation is missing or out of date
 */
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RuntimeLitLocalizer } from '@lit/localize-tools/lib/modes/runtime.js';
import { printDiagnostics } from '@lit/localize-tools/lib/typescript.js';
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

const folders = checking ? copies : kept;
if (checking) {
  mkdirSync(join(root, copies.outputDir), { recursive: true });
  cpSync(join(root, kept.xliffDir), join(root, copies.xliffDir), { recursive: true });
}
const localizer = new RuntimeLitLocalizer({
  ...config,
  output: { ...config.output, outputDir: folders.outputDir },
  interchange: { ...config.interchange, xliffDir: folders.xliffDir },
  baseDir: root,
  resolve: (path) => join(root, path),
});
const { errors } = localizer.extractSourceMessages();
if (errors.length > 0) {
  printDiagnostics(errors);
  process.exit(1);
}
await localizer.writeInterchangeFiles();
await localizer.build();

const [words = '', modules] = texts(folders);
const untranslated = [...words.matchAll(/<source>(.*?)<\/source>\s*(<target>)?/gs)]
  .filter(([, , target]) => target === undefined)
  .map(([, source]) => source);
for (const source of untranslated) console.error(`Not translated: ${source}`);

const [keptWords, keptModules] = texts(kept);
const stale = words !== keptWords || modules !== keptModules;
if (stale) console.error('The translations are out of date: run `npm run localize`.');
process.exitCode = untranslated.length > 0 || stale ? 1 : 0;
