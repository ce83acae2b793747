import { expect } from 'chai';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineModule, tags } from '../../scripts/elements.js';
import { root } from '../../scripts/project.js';
import { filesOf, importsOf } from './support/imports.js';
import { packageJson, readText } from './support/package.js';

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly cssProperties?: readonly { readonly name: string; readonly description: string }[];
    }[];
  }[];
}

const declarations = () =>
  (JSON.parse(readText(packageJson.customElements)) as Manifest).modules.flatMap(
    ({ declarations = [] }) => declarations,
  );

const described = () => declarations().map(({ tagName }) => tagName);

/** The tokens that the styles read, wherever they stand. */
const tokensInStyles = () =>
  new Set(
    filesOf('src').flatMap((path) =>
      [...readText(path).matchAll(/var\(\s*(--portal-[a-z-]+)/g)].map(([, name]) => name),
    ),
  );

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

  it('says in the manifest which tokens it takes, all that the styles read and no other', () => {
    const elements = declarations().filter(({ tagName }) => tagName !== undefined);
    expect(elements).to.have.length(tags.length);
    for (const { cssProperties = [] } of elements) {
      const names = cssProperties.map(({ name }) => name);
      expect(names).to.have.members([...tokensInStyles()]);
      expect(cssProperties.filter(({ description }) => description === '')).to.deep.equal([]);
    }
  });

  it('is exported by index, registered by define and found by autoload', () => {
    const classes = tags.map((tag) => `src/widgets/${tag}/${tag}.ts`);
    const registrations = tags.map(defineModule);
    const imports = (file: string) =>
      importsOf(file)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ to }) => to);
    expect(classes.filter((path) => !imports('src/index.ts').includes(path))).to.deep.equal([]);
    expect(imports('src/define.ts').sort()).to.deep.equal(registrations);
    expect(imports('src/autoload.ts').sort()).to.deep.equal([
      'src/early-reads.ts',
      'src/first-view.ts',
      ...registrations,
    ]);
  });
});
