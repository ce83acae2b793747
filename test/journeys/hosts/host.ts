import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { listen, staticServer } from '../../../scripts/static-server.js';
import { packageJson } from '../../node/support/package.js';
import { hosts, type HostName } from './recipes.js';

/** A site that uses the packed package, with a mock server beside it. */
export interface Host {
  readonly address: string;
  close(): void;
}

/** Makes a site, and serves it. */
export const openHost = async (name: HostName): Promise<Host> => {
  const { project, make } = hosts[name];
  const folder = project(name);
  let served = folder;
  const site = staticServer({
    get root() {
      return served;
    },
  });
  const address = await listen(site, 0);
  const { backend, child } = await startBackend(folder, new URL(address).origin);
  const close = () => {
    child.kill();
    site.close();
    site.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    served = await make(folder, backend);
  } catch (error) {
    close();
    throw error;
  }
  return { address, close };
};

/** The command of the package, in a process of its own. */
const startBackend = async (folder: string, origin: string) => {
  const { name, bin } = packageJson;
  const command = join(folder, 'node_modules', name, bin['portal-widgets']);
  const parameters = [command, 'mock-server', '--port', '0', '--origin', origin];
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const backend = / at (\S+)/.exec(line)?.[1];
  if (backend === undefined) throw new Error(`The mock server did not start: ${line}`);
  return { backend, child };
};
