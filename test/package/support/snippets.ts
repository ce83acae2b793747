import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/project.js';
import { readText } from '../../node/support/package.js';
import { exampleOf } from './examples.js';

/** A block of code in the documentation. */
export interface Snippet {
  /** Where it stands: `docs/host-api.md:34`. */
  readonly place: string;
  /** Empty: a drawing, or words of a header. */
  readonly language: string;
  readonly code: string;
}

const guides = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md') && !name.startsWith('['))
    .sort()
    .map((name) => `docs/${name}`),
];

const fence = /^([ \t]*)```(\w*)[^\n]*\n([\s\S]*?)\n\1```[ \t]*$/gm;

/** Of an example's own code, part by part: that is compared with the example, which is built and visited. */
const isOfExample = (file: string, before: string): boolean => {
  const chapter = /[^]*^## (.*)$/m.exec(before)?.[1] ?? '';
  return file === 'docs/frameworks.md' && chapter in exampleOf;
};

const snippetsOf = (file: string): Snippet[] => {
  const text = readText(file);
  return [...text.matchAll(fence)].flatMap(({ index, 2: language = '', 3: code = '' }) => {
    const before = text.slice(0, index);
    const place = `${file}:${before.split('\n').length}`;
    return isOfExample(file, before) ? [] : [{ place, language, code }];
  });
};

/** Each block of the README and the guides; those of an example's own code apart (`test/node/framework-guide.test.ts`). */
export const snippets: readonly Snippet[] = guides.flatMap(snippetsOf);

export const snippetsIn = (...languages: readonly string[]): readonly Snippet[] =>
  snippets.filter(({ language }) => languages.includes(language));
