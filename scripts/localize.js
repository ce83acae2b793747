/**
 * Keeps the translations in step with the words in the code.
 *
 *   npm run localize              takes new words into src/locales/xliff, drops what is gone, and
 *                                 writes src/locales/generated
 *   npm run localize -- --check   changes nothing; fails when a translation is missing or out of date
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.js';

const words = join(root, 'src/locales/xliff/es.xlf');
const modules = join(root, 'src/locales/generated/es.ts');
const checking = process.argv.includes('--check');

const before = [words, modules].map((path) => readFileSync(path, 'utf8'));
for (const step of ['extract', 'build']) {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/@lit/localize-tools/bin/lit-localize.js'), step],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
}
const after = [words, modules].map((path) => readFileSync(path, 'utf8'));

const untranslated = [...(after[0] ?? '').matchAll(/<source>(.*?)<\/source>\s*(<target>)?/gs)]
  .filter(([, , target]) => target === undefined)
  .map(([, source]) => source);
for (const source of untranslated) console.error(`Not translated: ${source}`);

const stale = after.some((text, index) => text !== before[index]);
if (checking && stale) {
  console.error('The translations are out of date: run `npm run localize`.');
  writeFileSync(words, before[0] ?? '');
  writeFileSync(modules, before[1] ?? '');
}
process.exitCode = untranslated.length > 0 || (checking && stale) ? 1 : 0;
