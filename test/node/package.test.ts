import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineModule, tags } from '../../scripts/elements.js';
import { root } from '../../scripts/project.js';
import { actsWhenLoaded, filesOf, importsOf } from './support/imports.js';
import { packageJson, readText } from './support/package.js';

/** Addresses that a user of the package can import, and what each leads to. */
const addresses = Object.entries(packageJson.exports).flatMap(([key, target]) => {
  const files = typeof target === 'string' ? [target] : [target.types, target.default];
  const names = key.includes('*') ? tags : [''];
  return names.map((name) => ({
    address: key.replace('*', name),
    files: files.map((file) => file.replace('*', name)),
  }));
});

/** Runs code in a Node of its own that knows nothing but the built package. */
const inPlainNode = (code: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    encoding: 'utf8',
  });

/** Schemas set zod up once; no entry of the library loads them. */
const usesZod = (path: string): boolean =>
  importsOf(path).some(({ to, typeOnly }) => to.startsWith('zod') && !typeOnly);

describe('the package', () => {
  for (const { address, files } of addresses) {
    it(`exports ${address}`, () => {
      expect(
        files.filter((file) => !existsSync(join(root, file))),
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
    const added = inPlainNode(`
      await import('lit');
      const before = new Set(Reflect.ownKeys(globalThis));
      const library = await import('${packageJson.name}');
      const tags = ${JSON.stringify(tags)}.filter((tag) => customElements.get(tag));
      const globals = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
      console.log(JSON.stringify({ tags, globals, empty: Object.keys(library).length === 0 }));
    `);
    expect(JSON.parse(added)).to.deep.equal({ tags: [], globals: [], empty: false });
  });

  it('offers its simulated backend to plain Node', () => {
    const names = inPlainNode(
      `console.log(Object.keys(await import('${packageJson.name}/mocks')).length > 0)`,
    );
    expect(names.trim()).to.equal('true');
  });

  it('offers the mock server as a command', () => {
    const { 'portal-widgets': command } = packageJson.bin;
    const help = execFileSync(process.execPath, [command, 'mock-server', '--help'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(help).to.match(/^Usage: portal-widgets mock-server/);
    expect(readText(command)).to.match(/^#!\/usr\/bin\/env node\n/);
  });

  it('tells bundlers which of its modules do something when loaded', () => {
    const listed = packageJson.sideEffects.filter((path) => path.startsWith('./src/'));
    expect(listed).to.deep.equal([
      './src/define.ts',
      './src/autoload.ts',
      './src/widgets/*/define.ts',
    ]);

    const active = filesOf('src').filter((path) => actsWhenLoaded(path) && !usesZod(path));
    expect(active.sort()).to.deep.equal(['src/autoload.ts', ...tags.map(defineModule)]);
  });

  it('depends on every package that it imports', () => {
    const imported = [...filesOf('src'), ...filesOf('mocks')]
      .flatMap(importsOf)
      .filter(({ to }) => !/^((src|mocks)\/|node:)/.test(to))
      .map(({ to }) => /^(@[^/]+\/)?[^/]+/.exec(to)?.[0] ?? to);
    expect([...new Set(imported)].sort()).to.deep.equal(
      Object.keys(packageJson.dependencies).sort(),
    );
  });
});
