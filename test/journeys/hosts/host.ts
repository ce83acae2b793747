import { rmSync } from 'node:fs';
import { listen, staticServer } from '../../../scripts/static-server.js';
import { startCommand } from '../../package/support/command.js';
import { hosts, type HostName, type Recipe } from './recipes.js';

/** A site that uses the packed package, with a mock server beside it. */
export interface Host {
  readonly address: string;
  close(): void;
}

export const openHost = (name: HostName): Promise<Host> => openSite(name, hosts[name]);

/**
 * Makes a site, and serves it.
 * @param name of its folder
 */
export const openSite = async (name: string, { project, make }: Recipe): Promise<Host> => {
  const folder = project(name);
  let served = folder;
  const site = staticServer({
    get root() {
      return served;
    },
  });
  const address = await listen(site, 0);
  const parameters = ['mock-server', '--port', '0', '--origin', new URL(address).origin];
  const { backend, child } = await startCommand(folder, parameters);
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
