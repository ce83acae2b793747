import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/project.js';
import { readText } from '../../node/support/package.js';

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

const snippetsOf = (file: string): Snippet[] => {
  const text = readText(file);
  return [...text.matchAll(fence)].map(({ index, 2: language = '', 3: code = '' }) => ({
    place: `${file}:${text.slice(0, index).split('\n').length}`,
    language,
    code,
  }));
};

/** Each block of the README and the guides. */
export const snippets: readonly Snippet[] = guides.flatMap(snippetsOf);

export const snippetsIn = (...languages: readonly string[]): readonly Snippet[] =>
  snippets.filter(({ language }) => languages.includes(language));
