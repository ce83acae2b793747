import type { ChildProcess } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../../scripts/project.js';
import { listen, staticServer } from '../../../scripts/static-server.js';
import { packageJson } from '../../node/support/package.js';
import { startCommand } from '../../package/support/command.js';
import { hostProject, runInNode } from '../../package/support/packed.js';

/** Where the examples expect the simulated backend. */
const usualBackend = 'http://localhost:8787/api';

/** A site that uses the packed package, with a mock server beside it. */
export interface Host {
  readonly address: string;
  close(): void;
}

/** Turns a project into a site that asks a backend; the folder to serve. */
type Make = (folder: string, backend: string) => string | Promise<string>;

/** What becomes a site. */
interface Site {
  /** Folder of the project. */
  readonly source: string;
  /** What it has installed besides the package. */
  readonly packages: readonly string[];
  readonly make: Make;
}

/** Two of `demo/examples`; and a page that a server has rendered with React. */
const hosts = {
  'script-tag': {
    source: 'demo/examples/script-tag',
    packages: [],
    make(folder, backend) {
      const embed = join(folder, 'node_modules', packageJson.name, 'dist/embed');
      cpSync(embed, join(folder, 'portal-widgets'), { recursive: true });
      for (const page of ['index.html', 'my-health.html']) {
        change(join(folder, page), usualBackend, backend);
      }
      return folder;
    },
  },
  react: {
    source: 'demo/examples/react',
    packages: ['react', 'react-dom', 'vite'],
    make: bundled,
  },
  rendered: {
    source: 'test/package/hosts/rendered',
    packages: ['react', 'react-dom', 'vite'],
    async make(folder, backend) {
      const markup = runInNode(
        folder,
        `import { createElement } from 'react';
        import { renderToString } from 'react-dom/server';
        import { App } from './app.js';
        const props = { backend: ${JSON.stringify(backend)} };
        process.stdout.write(renderToString(createElement(App, props)));`,
      );
      const dist = await bundled(folder, backend);
      const page = join(dist, 'index.html');
      change(page, '<div id="root">', `<div id="root" data-backend="${backend}">${markup}`);
      return dist;
    },
  },
} satisfies Record<string, Site>;

export type HostName = keyof typeof hosts;

export const openHost = (name: HostName): Promise<Host> => openSite(name, hosts[name]);

/**
 * Makes a site, and serves it.
 * @param name of its folder
 */
export const openSite = async (name: string, { source, packages, make }: Site): Promise<Host> => {
  const folder = hostProject(name, packages);
  cpSync(join(root, source), folder, { recursive: true });
  let served = folder;
  const site = staticServer({
    get root() {
      return served;
    },
  });
  const address = await listen(site, 0);
  const { backend, child } = await startBackend(folder, address);
  const close = () => end(site, child);
  try {
    served = await make(folder, backend);
  } catch (error) {
    close();
    throw error;
  }
  return { address, close };
};

async function bundled(folder: string, backend: string): Promise<string> {
  await build({
    root: folder,
    logLevel: 'warn',
    define: { 'import.meta.env.VITE_BACKEND': JSON.stringify(backend) },
  });
  return join(folder, 'dist');
}

const change = (file: string, before: string, after: string): void => {
  writeFileSync(file, readFileSync(file, 'utf8').replace(before, after));
};

/** @param address of the site that may ask it */
const startBackend = (folder: string, address: string) =>
  startCommand(folder, ['mock-server', '--port', '0', '--origin', new URL(address).origin]);

const end = (site: Server, child: ChildProcess) => {
  child.kill();
  site.close();
  site.closeAllConnections();
};
