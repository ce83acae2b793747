import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `from './a.js'`, `import './a.js'` and `import('./a.js')`: what does not begin with a dot is another package's. */
const relativeImport = /\b(?:from|import)\s*\(?\s*(['"])(\.[^'"]+)\1/g;

/**
 * Some files, and all that they import, also on demand or for a type.
 * @param {readonly string[]} entries their paths
 * @param {'.js' | '.d.ts'} extension of the files to walk: what runs, or what the types need
 * @returns {Map<string, string>} texts by path
 */
export function reach(entries, extension) {
  /** @type {Map<string, string>} */
  const found = new Map();
  const visit = (/** @type {string} */ path) => {
    if (found.has(path)) return;
    const text = readFileSync(path, 'utf8');
    found.set(path, text);
    for (const [, , target = ''] of text.matchAll(relativeImport)) {
      visit(join(dirname(path), target.replace(/\.js$/, extension)));
    }
  };
  entries.forEach(visit);
  return found;
}
