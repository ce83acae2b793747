import { existsSync, readFileSync } from 'node:fs';
import { root } from '../../project.js';

/** What Storybook's index says of a story or a page of documentation. */
export interface Entry {
  readonly id: string;
  readonly type: 'story' | 'docs';
  readonly title: string;
  readonly name: string;
  readonly importPath: string;
}

const file = `${root}storybook-static/index.json`;

/** Everything in the built Storybook. Nothing, as long as nobody has built it: the server says so. */
export const entries: readonly Entry[] = existsSync(file)
  ? Object.values(
      (JSON.parse(readFileSync(file, 'utf8')) as { entries: Record<string, Entry> }).entries,
    )
  : [];

const fileOf = ({ importPath }: Entry): string =>
  /([\w-]+)\.stories\.ts$/.exec(importPath)?.[1] ?? importPath;

/** The stories by the file that they stand in: `test-results`. */
export const storiesByFile: ReadonlyMap<string, readonly Entry[]> = entries
  .filter(({ type }) => type === 'story')
  .reduce((files, story) => {
    const file = fileOf(story);
    return files.set(file, [...(files.get(file) ?? []), story]);
  }, new Map<string, Entry[]>());

/** One story in ten of each file, the same ones each time, and the first in any case; all with `ALL=1`. */
export const visited = (members: readonly Entry[]): readonly Entry[] =>
  process.env['ALL'] ? members : members.filter((_, at) => at % 10 === 0);
