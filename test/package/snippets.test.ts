import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { root } from '../../scripts/project.js';
import { packageJson, readText } from '../node/support/package.js';
import { startCommand } from './support/command.js';
import { hostProject } from './support/packed.js';
import { snippets, snippetsIn, type Snippet } from './support/snippets.js';

interface Named {
  readonly name: string;
}

interface Manifest {
  readonly modules: readonly {
    readonly declarations: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly Named[];
      readonly events?: readonly Named[];
      readonly cssProperties?: readonly Named[];
    }[];
  }[];
}

/** Where each language of the documentation is checked: another one needs a check of its own. */
const checks: Readonly<Record<string, string>> = {
  html: 'here, and in a page: test/journeys/hosts/snippets.spec.ts',
  ts: 'test/package/types.test.ts',
  tsx: 'test/package/types.test.ts',
  js: 'test/package/types.test.ts',
  vue: 'here; its script in test/package/types.test.ts',
  svelte: 'here; its script in test/package/types.test.ts',
  astro: 'here',
  css: 'here',
  json: 'here',
  sh: 'here',
  mermaid: 'a drawing: nobody copies it',
  '': 'a drawing, or the text of a header: nobody runs it',
};

const { modules } = JSON.parse(readText('dist/custom-elements.json')) as Manifest;
const elements = new Map(
  modules
    .flatMap(({ declarations }) => declarations)
    .map((element) => [element.tagName ?? '', element]),
);
const names = (items: readonly Named[] = []) => items.map(({ name }) => name);

/** What any element of HTML may have. */
const global = ['class', 'id', 'lang', 'slot', 'style'];

/** What one of our tags has in markup of any kind, and does not know. */
const unknownIn = (code: string): string[] =>
  [...code.matchAll(/<([a-z]+-[a-z-]+)\b((?:\s+[@(\w:-]+\)?(?:="[^"]*"|=\{[^}]*\})?)*)/g)].flatMap(
    ([, tag = '', given = '']) => {
      const element = elements.get(tag);
      if (!element) return [`<${tag}>`];
      const attributes = [...global, ...names(element.attributes)];
      const events = names(element.events).flatMap((name) => [
        `@${name}`,
        `(${name})`,
        `on${name}`,
      ]);
      return [...given.matchAll(/\s([@(\w:-]+\)?)/g)]
        .map(([, name = '']) => name)
        .filter((name) => !attributes.includes(name) && !events.includes(name))
        .map((name) => `<${tag} ${name}>`);
    },
  );

const title = ({ place, language }: Snippet) => `${place} (${language})`;

describe('what the documentation shows', () => {
  it('is checked, each block', () => {
    expect(snippets).to.have.length.greaterThan(40);
    const unchecked = snippets.filter(({ language }) => !(language in checks));
    expect(unchecked.map(title)).to.deep.equal([]);
  });

  for (const snippet of snippetsIn('html', 'vue', 'svelte', 'astro')) {
    it(`has elements, attributes and events that there are: ${title(snippet)}`, () => {
      expect(unknownIn(snippet.code)).to.deep.equal([]);
    });
  }

  it('is found wrong where it is', () => {
    expect(
      unknownIn('<portal-logon></portal-logon> <test-results page-sise="5" @portal-error="x" />'),
    ).to.deep.equal(['<portal-logon>', '<test-results page-sise>']);
  });

  for (const snippet of snippetsIn('css')) {
    it(`has tokens that there are: ${title(snippet)}`, () => {
      const tokens = names(elements.get('test-results')?.cssProperties);
      const used = [...snippet.code.matchAll(/--portal-[\w-]+/g)].map(([token]) => token);
      expect(used.filter((token) => !tokens.includes(token))).to.deep.equal([]);
    });
  }

  for (const snippet of snippetsIn('json')) {
    it(`is JSON: ${title(snippet)}`, () => {
      expect(() => JSON.parse(snippet.code) as unknown).not.to.throw();
    });
  }
});

/** A script of ours, or the installation of the package and what goes with it. */
const expectOfNpm = ([command = '', ...parameters]: readonly string[]): void => {
  if (command === 'install' || command === 'i') {
    const packages = parameters.filter((each) => !each.startsWith('-'));
    const known = [packageJson.name, ...Object.keys(packageJson.peerDependencies)];
    expect(packages).not.to.deep.equal([]);
    expect(packages.filter((each) => !known.includes(each))).to.deep.equal([]);
  } else expect(packageJson.scripts).to.have.property(command);
};

describe('the commands that the documentation shows', () => {
  let host: string;

  before(() => {
    host = hostProject('host-commands');
    for (const name of ['hospital.json', 'portal-policy.json']) {
      cpSync(join(root, 'dist/policies/mycooper.json'), join(host, name));
    }
  });

  /** Runs the command of the package, on a free port, and has its backend asked. */
  const whileRunning = async (
    [name, ...parameters]: readonly string[],
    ask: (backend: string) => unknown,
  ) => {
    expect(name).to.equal('portal-widgets');
    const port = parameters.indexOf('--port');
    if (port >= 0) parameters.splice(port, 2);
    const { backend, child } = await startCommand(host, [...parameters, '--port', '0']);
    try {
      await ask(backend);
    } finally {
      child.kill();
    }
  };

  const linesOf = (code: string) =>
    code
      .replace(/\\\n\s*/g, '')
      .split('\n')
      .map((line) => line.replace(/ +#.*/, '').trim())
      .filter(Boolean);

  for (const { place, code } of snippetsIn('sh')) {
    for (const line of linesOf(code)) {
      it(`do what they are for: ${place}: ${line}`, async () => {
        const [tool, ...parameters] = line.split(/\s+/);
        if (tool === 'npm') expectOfNpm(parameters);
        else if (tool === 'npx') {
          await whileRunning(parameters, async (backend) => {
            const answer = await fetch(`${backend}/session`);
            expect(await answer.json()).to.include({ status: 'signed-out' });
          });
        } else {
          expect(tool).to.equal('curl');
          const desk = 'portal-widgets mock-server --policy mycooper --desk'.split(' ');
          await whileRunning(desk, (backend) => {
            const asked = line.replace('localhost:8787/api', backend).replace('curl', 'curl -s');
            const answer = execFileSync('sh', ['-c', asked], { encoding: 'utf8' });
            // Whoever reads it puts an id of their own in.
            if (line.includes('RESULT')) expect(answer).to.contain('There is no such result.');
            else expect(JSON.parse(answer)).to.have.property('now');
          });
        }
      });
    }
  }
});
