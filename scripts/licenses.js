import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licences of the packages that went into a bundle, and the notices in their modules, as they
 * ask to be handed on.
 * @param {readonly string[]} moduleIds paths of the bundled modules
 */
export function licensesOf(moduleIds) {
  /** @type {Map<string, Set<string>>} folder of a package: notices in its modules */
  const packages = new Map();
  for (const id of moduleIds) {
    const [folder] = /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^/\\]+/.exec(id) ?? [];
    if (!folder) continue;
    const notices = packages.get(folder) ?? new Set();
    packages.set(folder, notices);
    for (const [notice] of readFileSync(id, 'utf8').matchAll(/\/\*\*\s+\* @license[^]*?\*\//g)) {
      notices.add(notice);
    }
  }
  return [...packages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, notices]) => `${licenseOf(folder)}\n\n${[...notices].sort().join('\n\n')}\n`)
    .join('\n');
}

/** @param {string} folder of a package */
function licenseOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `${name} ${version} (${license})\n\n${text}`;
}
