import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { defineModule, tags } from '../../scripts/elements.js';
import { actsWhenLoaded, filesOf, importsOf } from '../node/support/imports.js';
import { packageJson } from '../node/support/package.js';
import { hostProject, runInNode } from './support/packed.js';

/** Addresses that a user of the package can import, and what each leads to. */
const addresses = Object.entries(packageJson.exports).flatMap(([key, target]) => {
  const files =
    typeof target === 'string'
      ? [target]
      : [target.types, target.default].filter((file) => file !== undefined);
  const names = key.startsWith('./define/') ? tags : key.includes('*') ? [] : [''];
  return names.map((name) => ({
    address: key.replace('*', name),
    files: files.map((file) => file.replace('*', name)),
  }));
});

/** Schemas set zod up once; no entry of the library loads them. */
const usesZod = (path: string): boolean =>
  importsOf(path).some(({ to, typeOnly }) => to.startsWith('zod') && !typeOnly);

/** `@scope/name/part` → `@scope/name` */
const packageOf = (module: string): string => /^(@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? module;

/** The code that a folder of the installed package has. */
const codeIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));

/** The packages that code imports. */
const packagesIn = (code: string): string[] =>
  ts
    .preProcessFile(code, true, true)
    .importedFiles.map(({ fileName }) => fileName)
    .filter((module) => !/^(\.|node:)/.test(module))
    .map(packageOf);

describe('the package', () => {
  let host: string;
  let installed: string;
  before(() => {
    host = hostProject('host');
    installed = join(host, 'node_modules', packageJson.name);
  });

  for (const { address, files } of addresses) {
    it(`exports ${address}`, () => {
      expect(
        files.filter((file) => !existsSync(join(installed, file))),
        'npm run build makes them',
      ).to.deep.equal([]);
    });
  }

  it('offers each element for itself', () => {
    expect(
      addresses.map(({ address }) => address).filter((address) => address.startsWith('./define/')),
    ).to.deep.equal(tags.map((tag) => `./define/${tag}`));
  });

  it('is imported in plain Node without an effect', () => {
    // Lit itself brings a customElements of its own to Node: it comes first.
    const added = runInNode(
      host,
      `
      await import('lit');
      const before = new Set(Reflect.ownKeys(globalThis));
      const library = await import('${packageJson.name}');
      const tags = ${JSON.stringify(tags)}.filter((tag) => customElements.get(tag));
      const globals = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
      console.log(JSON.stringify({ tags, globals, empty: Object.keys(library).length === 0 }));
    `,
    );
    expect(JSON.parse(added)).to.deep.equal({ tags: [], globals: [], empty: false });
  });

  for (const entry of ['define', 'autoload', ...tags.map((tag) => `define/${tag}`)]) {
    it(`lets a server import ${entry} with a page that it renders`, () => {
      const printed = runInNode(
        host,
        `await import('${packageJson.name}/${entry}'); console.log('there')`,
      );
      expect(printed.trim()).to.equal('there');
    });
  }

  it('offers its simulated backend to a host that has MSW', () => {
    const withMsw = hostProject('host-with-msw', ['msw']);
    for (const entry of ['mocks', 'mocks/server']) {
      const names = runInNode(
        withMsw,
        `console.log(Object.keys(await import('${packageJson.name}/${entry}')).join())`,
      );
      expect(names).to.match(entry === 'mocks' ? /createBackend/ : /startServer/);
    }
  });

  it('offers the mock server as a command that needs no other package', () => {
    const bare = hostProject('bare');
    const command = join(bare, 'node_modules', packageJson.name, packageJson.bin['portal-widgets']);
    const help = execFileSync(process.execPath, [command, 'mock-server', '--help'], {
      cwd: bare,
      encoding: 'utf8',
    });
    expect(help).to.match(/^Usage: portal-widgets mock-server/);
    const code = readFileSync(command, 'utf8');
    expect(code).to.match(/^#!\/usr\/bin\/env node\n/);
    expect(packagesIn(code)).to.deep.equal([]);
  });

  it('tells bundlers which of its modules do something when loaded', () => {
    const listed = packageJson.sideEffects.filter((path) => path.startsWith('./src/'));
    expect(listed).to.deep.equal([
      './src/define.ts',
      './src/autoload.ts',
      './src/widgets/*/define.ts',
      './src/locales/translation.ts',
    ]);

    const active = filesOf('src').filter((path) => actsWhenLoaded(path) && !usesZod(path));
    expect(active.sort()).to.deep.equal([
      'src/autoload.ts',
      'src/locales/translation.ts', // texts of the interface come through it from then on
      ...tags.map(defineModule),
    ]);
  });

  it('depends on what a browser runs, and on nothing else', () => {
    const imported = codeIn(join(installed, 'dist/src')).flatMap(packagesIn);
    expect([...new Set(imported)].sort()).to.deep.equal(
      Object.keys(packageJson.dependencies).sort(),
    );
  });

  it('asks for MSW alone where somebody wants the simulated backend', () => {
    const imported = codeIn(join(installed, 'dist/mocks')).flatMap(packagesIn);
    expect([...new Set(imported)]).to.deep.equal(['msw']);
    expect(Object.keys(packageJson.peerDependencies)).to.deep.equal(['msw']);
    expect(packageJson.peerDependenciesMeta).to.deep.equal({ msw: { optional: true } });
  });
});
