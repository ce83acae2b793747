import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the project, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a program in the project, its output going where ours goes.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {number} its exit code
 */
export function run(program, parameters, env = process.env) {
  // On Windows npm is a script of the shell.
  const shell = process.platform === 'win32' && program === 'npm';
  return spawnSync(program, parameters, { cwd: root, env, shell, stdio: 'inherit' }).status ?? 1;
}

/**
 * @param {readonly string[]} parameters
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {number} the exit code of npm
 */
export function npm(parameters, env) {
  const self = process.env['npm_execpath']; // the npm that runs this script
  return self?.endsWith('.js')
    ? run(process.execPath, [self, ...parameters], env)
    : run('npm', parameters, env);
}
