import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../../scripts/project.js';
import { packageJson } from '../../node/support/package.js';
import { hostProject, installedProject, npm, runInNode } from '../../package/support/packed.js';

/** How a project becomes a site. */
interface Recipe {
  /** Copies the source and brings what it needs; its folder. */
  project(name: string): string;
  /** Has it ask a backend; the folder to serve. */
  make(folder: string, backend: string): string | Promise<string>;
}

const examples = 'demo/examples';

/** Where the examples expect the simulated backend. */
const usualBackend = 'http://localhost:8787/api';

/** Its packages are those of this project. */
const linked =
  (source: string, packages: readonly string[] = []): Recipe['project'] =>
  (name) => {
    const folder = hostProject(name, packages);
    cpSync(join(root, source), folder, { recursive: true });
    return folder;
  };

/** It installs its own packages from npm. */
const installed: Recipe['project'] = (name) => installedProject(name, join(root, examples, name));

const scripts = { [`${packageJson.name}/dist/embed`]: 'portal-widgets' };

/** Pages without a build: only files of packages are copied beside them. */
const served =
  (vendored: Readonly<Record<string, string>> = {}): Recipe['make'] =>
  (folder, backend) => {
    for (const [from, to] of Object.entries({ ...scripts, ...vendored })) {
      cpSync(join(folder, 'node_modules', from), join(folder, to), { recursive: true });
    }
    pointAt(folder, backend);
    return folder;
  };

const bundled: Recipe['make'] = async (folder, backend) => {
  pointAt(folder, backend);
  await build({ root: folder, logLevel: 'warn' });
  return join(folder, 'dist');
};

/** Built by the example's own script, which checks its types, too. */
const builtByItself =
  (output: string): Recipe['make'] =>
  (folder, backend) => {
    pointAt(folder, backend);
    npm(folder, 'run', 'build');
    return join(folder, output);
  };

/** A page that a server has rendered with React, without a framework around it. */
const rendered: Recipe['make'] = async (folder, backend) => {
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
};

/** Made from what this project has installed: in every run of the tests. */
const ownHosts = {
  'script-tag': { project: linked(`${examples}/script-tag`), make: served() },
  react: { project: linked(`${examples}/react`, ['react', 'react-dom', 'vite']), make: bundled },
  rendered: {
    project: linked('test/package/hosts/rendered', ['react', 'react-dom', 'vite']),
    make: rendered,
  },
} satisfies Record<string, Recipe>;

/** They install what they need: with `--all` only. */
const installedHosts = {
  vue: { project: installed, make: builtByItself('dist') },
  svelte: { project: installed, make: builtByItself('dist') },
  htmx: {
    project: installed,
    make: served({ 'htmx.org/dist/htmx.min.js': 'htmx.min.js' }),
  },
  turbo: {
    project: installed,
    make: served({ '@hotwired/turbo/dist/turbo.es2017-umd.js': 'turbo.es2017-umd.js' }),
  },
  next: { project: installed, make: builtByItself('out') },
  angular: { project: installed, make: builtByItself('dist/browser') },
  wordpress: { project: installed, make: served({ 'jquery/dist/jquery.min.js': 'jquery.min.js' }) },
} satisfies Record<string, Recipe>;

export const hosts = { ...ownHosts, ...installedHosts };

export type HostName = keyof typeof hosts;

/** Those that a patient can visit from end to end. */
export const visited: readonly HostName[] = [
  'script-tag',
  'react',
  ...(process.env['ALL'] ? (Object.keys(installedHosts) as (keyof typeof installedHosts)[]) : []),
];

function pointAt(folder: string, backend: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !['node_modules', 'portal-widgets'].includes(entry.name)) {
      pointAt(path, backend);
    } else if (/\.(html|tsx?|vue|svelte)$/.test(entry.name)) change(path, usualBackend, backend);
  }
}

const change = (file: string, before: string, after: string): void => {
  writeFileSync(file, readFileSync(file, 'utf8').replace(before, after));
};
