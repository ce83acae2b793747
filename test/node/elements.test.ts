import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineModule, tags } from '../../scripts/elements.js';
import { root } from '../../scripts/project.js';
import { filesOf, importsOf } from './support/imports.js';
import { packageJson, readText } from './support/package.js';

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly { readonly tagName?: string }[];
  }[];
}

const described = () =>
  (JSON.parse(readText(packageJson.customElements)) as Manifest).modules
    .flatMap(({ declarations = [] }) => declarations)
    .map(({ tagName }) => tagName);

const widgetTests = filesOf('test/widgets');

describe('each element', () => {
  for (const tag of tags) {
    const parts = [
      defineModule(tag),
      `src/widgets/${tag}/${tag}.ts`,
      `stories/${tag}.stories.ts`,
      widgetTests.find((path) => path.endsWith(`/${tag}.test.ts`)) ?? `a test of ${tag}`,
    ];
    it(`${tag} has its class, registration, stories and test`, () => {
      expect(parts.filter((path) => !existsSync(join(root, path)))).to.deep.equal([]);
    });

    it(`${tag} stands in the README's table and in the manifest`, () => {
      expect(readText('README.md')).to.match(new RegExp(`^\\| *\`(<)?${tag}`, 'm'));
      expect(described(), `${packageJson.customElements} has no <${tag}>`).to.include(tag);
    });
  }

  it('is exported by index, registered by define and found by autoload', () => {
    const classes = tags.map((tag) => `src/widgets/${tag}/${tag}.ts`);
    const registrations = tags.map(defineModule);
    const imports = (file: string) =>
      importsOf(file)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ to }) => to);
    expect(classes.filter((path) => !imports('src/index.ts').includes(path))).to.deep.equal([]);
    expect(imports('src/define.ts').sort()).to.deep.equal(registrations);
    expect(imports('src/autoload.ts').sort()).to.deep.equal(registrations);
  });
});
