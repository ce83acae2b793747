import { readFileSync } from 'node:fs';
import type { ElementManifest } from '../../.storybook/manifest.js';
import { snippetsOf } from '../../.storybook/snippets.js';
import { elements } from '../.vitepress/manifest.js';

/** Of each element a page: what it is for, live, its markup and all that the manifest says of it. */
export default {
  paths: () =>
    elements.map((element) => ({ params: { tag: element.tagName }, content: pageOf(element) })),
};

const pageOf = (element: ElementManifest): string => {
  const { tagName, description = '', attributes, members, events, slots, cssParts } = element;
  const state = firstStateOf(tagName);
  const own = members?.filter(
    ({ kind, name, description: says }) => kind === 'method' && name !== 'define' && says,
  );
  return [
    `# \`<${tagName}>\``,
    escaped(description),
    ...(state === undefined ? [] : [`<LiveElement tag="${tagName}" fixture="${state}" />`]),
    '## Markup',
    codeGroup(snippetsOf(element)),
    table('Attributes', ['Attribute', 'For', 'Default'], attributes, ({ default: value = '' }) => [
      value && code(value.replaceAll("'", '')),
    ]),
    table('Methods', ['Method', 'For'], own),
    table('Events', ['Event', 'When'], events),
    table('Slots', ['Slot', 'For'], slots),
    table('Parts', ['Part', 'What'], cssParts),
  ]
    .filter(Boolean)
    .join('\n\n');
};

/** The state that stands first among its stories: the one that most people see. */
const firstStateOf = (tag: string): string | undefined => {
  const stories = readFileSync(new URL(`../../stories/${tag}.stories.ts`, import.meta.url), 'utf8');
  return /^export const \w+ = \w+\(fixtures\.(\w+)\)/m.exec(stories)?.[1];
};

const codeGroup = (snippets: Readonly<Record<string, string>>): string =>
  [
    '::: code-group',
    ...Object.entries(snippets).map(
      ([name, text]) => `\`\`\`${languages[name] ?? 'html'} [${name}]\n${text}\n\`\`\``,
    ),
    ':::',
  ].join('\n');

const languages: Readonly<Record<string, string>> = {
  React: 'jsx',
  Vue: 'vue',
  Angular: 'ts',
  Svelte: 'svelte',
};

interface Row {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
}

const table = (
  title: string,
  head: readonly string[],
  rows: readonly Row[] = [],
  more: (row: Row) => readonly string[] = () => [],
): string =>
  rows.length === 0
    ? ''
    : [
        `## ${title}\n`,
        line(head),
        line(head.map(() => '---')),
        ...rows.map((row) =>
          line([code(row.name || '(default)'), cell(row.description ?? ''), ...more(row)]),
        ),
      ].join('\n');

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const code = (text: string): string => `\`${text}\``;
const cell = (text: string): string => escaped(text.replace(/\s+/g, ' ').replaceAll('|', '\\|'));

/** Tags are no markup of the page; in code they stand as they are. */
const escaped = (text: string): string =>
  text
    .split(/(`[^`]*`)/)
    .map((piece, index) => (index % 2 === 0 ? piece.replaceAll('<', '&lt;') : piece))
    .join('');
