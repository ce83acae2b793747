import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from '../../../scripts/project.js';
import { packageJson } from '../../node/support/package.js';

const folder = join(root, 'build/package');

let tarball: string | undefined;

/** Runs npm. @throws Error with all that it has printed, where it fails */
export const npm = (cwd: string, ...parameters: readonly string[]): void => {
  const { status, stdout, stderr } = spawnSync('npm', parameters, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }, // Next would report its build
    shell: process.platform === 'win32', // npm is a script of the shell there
  });
  if (status !== 0) throw new Error(`npm ${parameters.join(' ')}:\n${stdout}${stderr}`);
};

/** The package as npm publishes it, of what `npm run build` has made; packed once. */
export const packedTarball = (): string => {
  if (tarball !== undefined) return tarball;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  npm(root, 'pack', '--ignore-scripts', '--silent', '--pack-destination', folder);
  tarball = join(folder, `${packageJson.name}-${packageJson.version}.tgz`);
  return tarball;
};

/**
 * A project that has installed the package, and the packages that it depends on.
 * @param name of its folder
 * @param others further packages that the project has
 * @returns its folder
 */
export const hostProject = (name: string, others: readonly string[] = []): string => {
  const host = join(folder, name);
  const archive = packedTarball();
  rmSync(host, { recursive: true, force: true });
  const modules = join(host, 'node_modules');
  const installed = join(modules, packageJson.name);
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['-xzf', archive, '--strip-components=1', '-C', installed]);
  // A scope of its own: inside of ours, Node would take the name of the package for our own files.
  writeFileSync(
    join(host, 'package.json'),
    JSON.stringify({ name, private: true, type: 'module' }),
  );
  for (const each of [...Object.keys(packageJson.dependencies), ...others]) {
    mkdirSync(dirname(join(modules, each)), { recursive: true });
    symlinkSync(join(root, 'node_modules', each), join(modules, each), 'junction');
  }
  return host;
};

/**
 * A project that installs the package and its own packages from npm, far from ours. Who has made it removes it.
 * @param source its files, with a `package.json`
 * @returns its folder
 */
export const installedProject = (name: string, source: string): string => {
  const archive = packedTarball();
  const host = mkdtempSync(join(tmpdir(), `portal-widgets-${name}-`));
  cpSync(source, host, { recursive: true });
  npm(host, 'install', '--no-audit', '--no-fund', '--prefer-offline', archive);
  return host;
};

/** Runs code as a module of a project, in a Node of its own; what it prints. */
export const runInNode = (host: string, code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: host,
    encoding: 'utf8',
  });
