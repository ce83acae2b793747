import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineModule, tags } from '../../scripts/elements.js';
import { root } from '../../scripts/project.js';
import { importsOf } from './support/imports.js';
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

describe('each element', () => {
  for (const tag of tags) {
    const parts = [
      defineModule(tag),
      `src/widgets/${tag}/${tag}.ts`,
      `stories/${tag}.stories.ts`,
      `test/widgets/${tag}.test.ts`,
    ];
    it(`${tag} has its class, registration, stories and test`, () => {
      assert.deepEqual(
        parts.filter((path) => !existsSync(join(root, path))),
        [],
      );
    });

    it(`${tag} stands in the README's table and in the manifest`, () => {
      assert.match(readText('README.md'), new RegExp(`^\\| *\`(<)?${tag}`, 'm'));
      assert.ok(described().includes(tag), `${packageJson.customElements} has no <${tag}>`);
    });
  }

  it('is exported by index, registered by define and found by autoload', () => {
    const classes = tags.map((tag) => `src/widgets/${tag}/${tag}.ts`);
    const registrations = tags.map(defineModule);
    const imports = (file: string) =>
      importsOf(file)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ to }) => to);
    assert.deepEqual(
      classes.filter((path) => !imports('src/index.ts').includes(path)),
      [],
    );
    assert.deepEqual(imports('src/define.ts').sort(), registrations);
    assert.deepEqual(imports('src/autoload.ts').sort(), registrations);
  });
});
