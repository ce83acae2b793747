import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { root } from '../project.js';

/**
 * What was changed and is not committed, or else by the last commit.
 * @returns {string[]} paths in the project, of files that are still there
 */
export function changedFiles() {
  const uncommitted = lines('status', '--porcelain', '--untracked-files=all', '--no-renames').map(
    (line) => line.slice(3),
  );
  const paths = uncommitted.length > 0 ? uncommitted : lines('diff', '--name-only', 'HEAD~1');
  return paths.filter((path) => existsSync(join(root, path)));
}

/** @param {...string} parameters of git */
function lines(...parameters) {
  const { status, stdout, stderr } = spawnSync('git', parameters, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${parameters[0]}: ${stderr}`);
  return stdout.split('\n').filter(Boolean);
}

/**
 * The test files that load one of the changed files, on whatever way.
 * @param {readonly string[]} tests
 * @param {readonly string[]} changed
 * @param {(loaded: readonly string[]) => boolean} [isWanted] by all that a test loads
 * @returns {Promise<string[]>}
 */
export async function testsOf(tests, changed, isWanted = () => true) {
  const { metafile } = await build({
    entryPoints: tests.map((path) => join(root, path)),
    outdir: join(root, 'build/unused'),
    absWorkingDir: root,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
    tsconfig: join(root, 'tsconfig.json'),
  });
  const wanted = new Set(changed);
  return Object.values(metafile.outputs).flatMap(({ entryPoint, inputs }) => {
    const loaded = Object.keys(inputs);
    const isIn = entryPoint && loaded.some((path) => wanted.has(path)) && isWanted(loaded);
    return isIn ? [relative(root, join(root, entryPoint))] : [];
  });
}
