import type { GlobalTypes } from 'storybook/internal/types';
import {
  viewers,
  type Circumstances,
  type Network,
  type Time,
  type Viewer,
} from '../stories/fixtures/circumstances.js';
import { policies } from '../stories/fixtures/support/policies.js';
import type { Locale } from '../src/locales/localization.js';

/** The choices in the toolbar. An absent one is left to the story; without a theme the page is light and has its own looks. */
export interface Chosen {
  readonly policy?: string;
  readonly locale?: Locale;
  readonly theme?: string;
  readonly scheme?: 'light' | 'dark';
  readonly person?: Viewer;
  readonly clock?: Time;
  readonly network?: Network;
}

/** The style sheets of `themes/`, by name: as they are, since a build would rewrite `light-dark()`. */
export const themes: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('../themes/*.css', {
      eager: true,
      import: 'default',
      query: '?raw',
    }),
  ).map(([path, sheet]) => [/([\w-]+)\.css$/.exec(path)?.[1] ?? path, sheet]),
);

interface Item {
  readonly value?: string;
  readonly title: string;
  readonly type?: 'reset';
}

type Icon = NonNullable<NonNullable<GlobalTypes[string]['toolbar']>['icon']>;

const tool = (name: string, description: string, icon: Icon, ...items: readonly Item[]) => ({
  name,
  description,
  toolbar: { title: name, icon, items: [...items], dynamicTitle: true },
});

/** A tool that can also leave things as the story has them. */
const changing = (name: string, description: string, icon: Icon, ...items: readonly Item[]) =>
  tool(name, description, icon, { type: 'reset', title: 'As the story has it' }, ...items);

const policyNames: Readonly<Record<string, string>> = {
  mychart: 'MyChart',
  mycooper: 'myCooper',
  lakeside: 'Lakeside: all otherwise',
};

const personNames: Readonly<Record<Viewer, string>> = {
  nobody: 'Nobody signed in',
  rosa: 'Rosa: results of every kind',
  henry: 'Henry: a child and a mother',
  june: 'June: a long history',
  mina: 'Mina: nothing yet',
};

export const toolbar = {
  policy: changing(
    'Policy',
    'What the hospital has decided',
    'document',
    ...policies.map(({ id }) => ({ value: id, title: policyNames[id] ?? id })),
  ),
  locale: changing(
    'Language',
    'The language of the interface',
    'globe',
    { value: 'en', title: 'English' },
    { value: 'es', title: 'Español' },
  ),
  theme: tool(
    'Theme',
    'One of the ready style sheets',
    'paintbrush',
    { type: 'reset', title: 'None: the page’s own looks' },
    ...Object.keys(themes).map((value) => ({ value, title: value })),
  ),
  scheme: tool(
    'Light or dark',
    'Sets color-scheme',
    'contrast',
    { value: 'light', title: 'Light' },
    { value: 'dark', title: 'Dark' },
  ),
  person: changing(
    'Person',
    'Who is signed in',
    'user',
    ...viewers.map((value) => ({ value, title: personNames[value] })),
  ),
  clock: changing(
    'Clock',
    'When the page is looked at',
    'time',
    { value: 'evening', title: 'In the evening' },
    { value: 'holiday', title: 'On a holiday' },
    { value: 'expiry', title: 'The day a code expires' },
  ),
  network: changing(
    'Network',
    'How the backend answers',
    'lightning',
    { value: 'slow', title: 'Slow' },
    { value: 'failing', title: 'Failing' },
    { value: 'offline', title: 'Offline' },
  ),
};

/** The widths of the toolbar's last tool. */
export const widths = Object.fromEntries(
  (
    [
      ['zoomed', 'Zoomed in to 400 %', 320, 640],
      ['phone', 'Phone', 360, 740],
      ['tablet', 'Tablet', 768, 1024],
      ['desktop', 'Desktop', 1280, 800],
    ] as const
  ).map(([id, name, width, height]) => [
    id,
    {
      name: `${name}: ${width}`,
      styles: { width: `${width}px`, height: `${height}px` },
      type: width < 768 ? ('mobile' as const) : ('desktop' as const),
    },
  ]),
);

/** What has been chosen changes around a story. */
export const circumstancesOf = (chosen: Chosen): Circumstances => {
  const policy = policies.find(({ id }) => id === chosen.policy);
  return {
    ...(policy && { policy }),
    ...(chosen.person && { viewer: chosen.person }),
    ...(chosen.clock && { time: chosen.clock }),
    ...(chosen.network && { network: chosen.network }),
  };
};

const key = 'portal-storybook-toolbar';

/** What was chosen the last time, in this browser. */
export const remembered = (): Record<string, unknown> => {
  try {
    const choice: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    return { ...(choice as object) };
  } catch {
    return {}; // storage may be off, and hold anything
  }
};

const kept = new Set([...Object.keys(toolbar), 'viewport']);

export const remember = (globals: Readonly<Record<string, unknown>>): void => {
  const choice = Object.entries(globals).filter(([name]) => kept.has(name));
  try {
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(choice)));
  } catch {
    // Storage is off: the address keeps it.
  }
};
