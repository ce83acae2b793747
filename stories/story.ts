import type { StoryObj } from '@storybook/web-components-vite';
import { pageOf, type Fixture, type Stage } from './fixtures/fixture.js';
import { sees } from './fixtures/steps/user.js';

/** What the loader of `.storybook/preview.ts` brings. */
interface Loaded {
  readonly stage: Stage;
}

/** A fixture as a story. */
export const story = (fixture: Fixture): StoryObj => ({
  name: fixture.name,
  parameters: { fixture },
  render: (_args, { loaded }) => pageOf(fixture, (loaded as Loaded).stage),
  play: async ({ canvasElement, loaded }) => {
    await fixture.play?.(canvasElement, (loaded as Loaded).stage);
    await sees(canvasElement, fixture.shows);
  },
});
