import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from 'chai';
import { root } from '../../scripts/project.js';
import { packageJson } from '../node/support/package.js';
import { hostProject } from './support/packed.js';

const compilerOptions = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
  jsx: 'react-jsx',
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  // Ours too: what a declaration needs and does not find would be `any`.
  skipLibCheck: false,
};

/** What the compiler says of a project. */
const mistakesIn = (host: string): string => {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  return spawnSync(process.execPath, [tsc, '-p', host], { encoding: 'utf8' }).stdout;
};

/** What hosts write, in `hosts/`: right uses, and wrong ones that must be found. */
describe('the types of the package', () => {
  it('serve plain TypeScript, React, Preact, Solid, Vue and Svelte', () => {
    const host = hostProject('host-types', [
      ...['msw', 'preact', 'react', 'vue', '@types/node', '@types/react', '@types/trusted-types'],
    ]);
    cpSync(join(root, 'test/package/hosts'), host, { recursive: true });
    writeFileSync(
      join(host, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx'] }),
    );
    expect(mistakesIn(host)).to.equal('');
  });

  it('know what an event carries, wherever its element is defined', () => {
    const host = hostProject('host-define-types', ['@types/node', '@types/trusted-types']);
    writeFileSync(
      join(host, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck: true } }),
    );
    for (const entry of ['define', 'define/test-results']) {
      writeFileSync(
        join(host, 'page.ts'),
        `import '${packageJson.name}/${entry}';
        document
          .createElement('test-results')
          .addEventListener('portal-result-opened', ({ resultId }) => resultId.length);`,
      );
      expect(mistakesIn(host)).to.equal('');
    }
  });

  it('serve the example in React', () => {
    const host = hostProject('host-react-example', [
      ...['react', 'react-dom', 'vite', '@types/react', '@types/react-dom'],
    ]);
    cpSync(join(root, 'demo/examples/react'), host, { recursive: true });
    expect(mistakesIn(host)).to.equal('');
  });
});
