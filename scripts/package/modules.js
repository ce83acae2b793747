import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, posix, relative } from 'node:path';
import { defineModule, tags } from '../elements.js';
import { reach } from './reach.js';

/** What a host imports of `src`, each by its path without an ending. */
const library = [
  ...['src/index', 'src/define', 'src/autoload', 'src/adapter/index'],
  ...tags.map((tag) => defineModule(tag).replace('.ts', '')),
];

/** The same of the simulated backend, of which only the types stand here: its code is bundled. */
const backend = ['mocks/index', 'mocks/server/index'];

/**
 * The library as modules, and the types of all that can be imported: what an entry leads to, and no other file.
 * @param {string} compiled folder with what the compiler has made of src and mocks
 * @returns {Map<string, string>} texts by path in dist
 */
export function libraryModules(compiled) {
  const files = (/** @type {readonly string[]} */ entries, /** @type {'.js' | '.d.ts'} */ kind) =>
    entries.map((entry) => join(compiled, `${entry}${kind}`));
  const nameOf = (/** @type {string} */ path) => relative(compiled, path).replaceAll('\\', '/');
  const code = reach(files(library, '.js'), '.js');
  const types = reach(files([...library, ...backend], '.d.ts'), '.d.ts');
  return new Map([
    ...[...code].map(([path, text]) => pair(nameOf(path), text)),
    ...[...types].map(([path, text]) => pair(nameOf(path), withOwnZod(text, nameOf(path)))),
    ...zodTypes(),
  ]);
}

/** @type {(name: string, text: string) => [string, string]} */
const pair = (name, text) => [name, text];

/**
 * The types of zod that ours are made from come along: a page never runs zod, so the package does not depend on it.
 */
const zodFolder = 'vendor/zod';
const zod = dirname(createRequire(import.meta.url).resolve('zod/package.json'));

function zodTypes() {
  const v4 = join(zod, 'v4');
  const files = [...reach([join(v4, 'mini/external.d.ts')], '.d.ts')];
  return [
    pair(`${zodFolder}/LICENSE`, readFileSync(join(zod, 'LICENSE'), 'utf8')),
    ...files.map(([path, text]) =>
      pair(`${zodFolder}/${relative(v4, path).replaceAll('\\', '/')}`, text),
    ),
  ];
}

/** @type {Readonly<Record<string, string>>} the module of zod's types by what ours import */
const zodModules = { 'zod/mini': 'mini/external.js', 'zod/v4/core': 'core/index.js' };

/**
 * @param {string} text of a file of types
 * @param {string} name its path in dist
 */
function withOwnZod(text, name) {
  return text.replace(/(['"])(zod\/[\w/]+)\1/g, (_, quote, module) => {
    const target = zodModules[module];
    if (!target) throw new Error(`${name} needs ${module}, whose types do not come along.`);
    return `${quote}${posix.relative(posix.dirname(name), `${zodFolder}/${target}`)}${quote}`;
  });
}
