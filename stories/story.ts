import type { StoryObj } from '@storybook/web-components-vite';
import type { Fixture } from './fixtures/fixture.js';
import type { Scene } from './scene.js';

/** What the loader of `.storybook/preview.ts` brings. */
export interface Loaded {
  readonly scene: Scene;
}

/** The groups of an element's states, in the order in which they stand. */
export const groups = ['Everyday', 'Empty', 'Refused', 'Network', 'Family', 'Signing in'] as const;
export type Group = (typeof groups)[number];

/** Fixtures as stories of a group. `.storybook/story-index.ts` reads it off the name of what this returns. */
const storiesOf =
  (group?: Group) =>
  (fixture: Fixture): StoryObj => ({
    name: fixture.name,
    parameters: { fixture, ...(group && { group }) },
    render: (_args, { loaded }) => (loaded as Loaded).scene.page,
    play: ({ loaded, step }) => (loaded as Loaded).scene.reach(step),
  });

/** What most people see on most days. */
export const everyday = storiesOf('Everyday');
/** There is nothing yet, or nothing was typed. */
export const empty = storiesOf('Empty');
/** A rule says no, with what to do next. */
export const refused = storiesOf('Refused');
/** Slow, broken or absent answers. */
export const network = storiesOf('Network');
/** Somebody else's record. */
export const family = storiesOf('Family');
/** Before, during and after signing in. */
export const signingIn = storiesOf('Signing in');
/** Several elements on one page. */
export const wholePage = storiesOf();
