import { expect } from 'chai';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/project.js';
import { exampleOf } from '../package/support/examples.js';
import { readText } from './support/package.js';

const examples = 'demo/examples';

const guide = readText('docs/frameworks.md');

const chapters = new Map(
  guide
    .split('\n## ')
    .slice(1)
    .map((chapter) => [chapter.slice(0, chapter.indexOf('\n')), chapter]),
);

/** Lines without what lies around them: a part of a file is indented otherwise. */
const lines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

/** In parts, where `…` stands for what is left out. */
const snippetsIn = (chapter: string): string[] =>
  [...chapter.matchAll(/```\w+\n(.*?)```/gs)].flatMap(([, code = '']) =>
    code.split(/^ *(?:\/\/|<!--|\{\/\*) …(?: -->| \*\/\})?$/m).map(lines),
  );

const filesOf = (example: string): string[] =>
  readdirSync(join(root, examples, example), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => lines(readFileSync(join(entry.parentPath, entry.name), 'utf8')));

describe('the guide of frameworks', () => {
  it('has a chapter for each example', () => {
    const folders = readdirSync(join(root, examples)).filter(
      (name) => !['README.md', 'single-sign-on'].includes(name),
    );
    expect(Object.values(exampleOf).sort()).to.deep.equal(folders.sort());
  });

  for (const [title, example] of Object.entries(exampleOf)) {
    it(`shows what the example does: ${title}`, () => {
      const snippets = snippetsIn(chapters.get(title) ?? '');
      const files = filesOf(example);
      expect(snippets).not.to.deep.equal([]);
      const own = snippets.filter((snippet) => !files.some((file) => file.includes(snippet)));
      expect(own).to.deep.equal([]);
    });
  }
});
