import type { Preview } from '@storybook/web-components-vite';
import { setupWorker } from 'msw/browser';
import '../src/define.js';
import './manifest.js';
import { setStage, type Fixture } from '../stories/fixtures/fixture.js';

const worker = setupWorker();
const started = worker.start({
  quiet: true,
  onUnhandledFrame: 'bypass',
  serviceWorker: { url: './mockServiceWorker.js' },
});

let stages = 0;

/** Gives each story a backend of its own, under a path of its own: stories on one page never meet. */
const preview: Preview = {
  tags: ['autodocs'],
  parameters: { docs: { story: { autoplay: true } } },
  // The tables tell of attributes and properties; a story's state comes from its fixture alone.
  argTypesEnhancers: [
    ({ argTypes }) =>
      Object.fromEntries(
        Object.entries(argTypes).map(([name, argType]) => [name, { ...argType, control: false }]),
      ),
  ],
  loaders: [
    async ({ parameters }) => {
      await started;
      const { fixture } = parameters as { fixture: Fixture };
      const stage = await setStage(fixture, `/api/${(stages += 1)}`);
      worker.use(...stage.backend.handlers(stage.cookies));
      return { stage };
    },
  ],
};

export default preview;
