import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageJson } from '../../node/support/package.js';

/**
 * Starts the command of the package in a project that has installed it, in a process of its own.
 * @param parameters what follows `portal-widgets`; they have it answer on a port
 * @throws Error where it ends without saying where it answers
 */
export const startCommand = async (
  host: string,
  parameters: readonly string[],
): Promise<{ backend: string; child: ChildProcess }> => {
  const { name, bin } = packageJson;
  const command = join(host, 'node_modules', name, bin['portal-widgets']);
  const child = spawn(process.execPath, [command, ...parameters], {
    cwd: host,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  const [line = ''] = (await Promise.race([once(lines, 'line'), once(lines, 'close')])) as [
    string?,
  ];
  const backend = / at (\S+)/.exec(line)?.[1];
  if (backend === undefined) throw new Error(`The command did not start: ${line}`);
  return { backend, child };
};
