/** Makes sure that node_modules is what package-lock.json says. Plain Node: runs before there is any. */
import { existsSync, readFileSync } from 'node:fs';
import { npm, root } from './project.js';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */
/** @typedef {Record<string, LockedPackage>} LockedPackages */

/**
 * Whether what npm installed differs from what is locked. Packages for other platforms are locked
 * but not installed: an optional one may be missing.
 * @param {LockedPackages} locked `packages` of package-lock.json
 * @param {LockedPackages} installed `packages` of npm's own record in node_modules
 */
export function isStale(locked, installed) {
  return Object.entries(locked).some(([path, wanted]) => {
    if (path === '') return false; // the project itself
    const got = installed[path];
    if (!got) return !wanted.optional && !wanted.devOptional;
    return got.version !== wanted.version || got.integrity !== wanted.integrity;
  });
}

/**
 * @param {string} path
 * @returns {LockedPackages | undefined}
 */
function packagesOf(path) {
  const file = `${root}${path}`;
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** Installs what is missing or out of date; ends the process when npm cannot. */
export function ensureDependencies() {
  const locked = packagesOf('package-lock.json') ?? {};
  const installed = packagesOf('node_modules/.package-lock.json');
  if (installed && !isStale(locked, installed)) return;

  console.log(installed ? 'Updating the dependencies…' : 'Installing the dependencies…');
  if (npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
    console.error('The dependencies could not be installed: see the messages of npm above.');
    process.exit(1);
  }
}
