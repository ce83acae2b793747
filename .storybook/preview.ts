import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import type { Preview } from '@storybook/web-components-vite';
import { createElement, type PropsWithChildren } from 'react';
import { action } from 'storybook/actions';
import { addons } from 'storybook/preview-api';
import { themes as docsThemes } from 'storybook/theming';
import '../src/define.js';
import type { Fixture } from '../stories/fixtures/fixture.js';
import { setScene, speak, type Scene } from '../stories/scene.js';
import { applyArgs, argTypesOf } from './arg-types.js';
import { ElementPage } from './element-page.js';
import { keepPlace } from './keep-place.js';
import { currentScheme, dress } from './look.js';
import { elements } from './manifest.js';
import { circumstancesOf, remember, remembered, toolbar, widths, type Chosen } from './toolbar.js';

interface Shown {
  readonly key: string;
  readonly scene: Scene;
}

/** The scene that each canvas shows: controls change it, the toolbar and a new mount begin another. */
let shown = new WeakMap<HTMLElement, Shown>();

keepPlace();

const channel = addons.getChannel();
channel.on('forceRemount', () => (shown = new WeakMap()));
channel.on('setCurrentStory', () => (shown = new WeakMap()));
channel.on('setGlobals', ({ globals }: { globals: Chosen }) => dress(globals));
channel.on('globalsUpdated', ({ globals }: { globals: Chosen & Record<string, unknown> }) => {
  dress(globals);
  remember(globals);
});

/** What an event carries. */
const detailOf = (event: Event): object =>
  Object.fromEntries(
    Object.entries(event as object as Record<string, unknown>).filter(
      ([name]) => name !== 'isTrusted',
    ),
  );

/** Events go to the panel of actions; so do links that would lead out of the story. */
const listen = (page: HTMLElement): void => {
  for (const { name } of [...elements.values()].flatMap(({ events = [] }) => events)) {
    page.addEventListener(name, (event) => {
      action(name)(detailOf(event));
    });
  }
  page.addEventListener('click', (event) => {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    const href = link?.getAttribute('href') ?? '#';
    if (href.startsWith('#')) return;
    event.preventDefault();
    action('link')(href);
  });
};

const sceneFor = async (
  canvas: HTMLElement,
  id: string,
  fixture: Fixture,
  chosen: Chosen,
): Promise<Scene> => {
  const circumstances = circumstancesOf(chosen);
  const key = JSON.stringify([id, circumstances]);
  const current = shown.get(canvas);
  if (current?.key === key && current.scene.fixture === fixture) return current.scene;
  const scene = await setScene(fixture, circumstances);
  listen(scene.page);
  shown.set(canvas, { key, scene });
  return scene;
};

const preview: Preview = {
  globalTypes: toolbar,
  initialGlobals: remembered(),
  argTypesEnhancers: [({ component }) => argTypesOf(component)],
  loaders: [
    async ({ parameters, globals, canvasElement, id }) => {
      const { fixture } = parameters as { fixture?: Fixture };
      if (!fixture) return {};
      return { scene: await sceneFor(canvasElement, id, fixture, globals) };
    },
  ],
  decorators: [
    (story, { args, component, loaded }) => {
      const { scene } = loaded as { scene?: Scene };
      if (scene && component) applyArgs(scene.page, component, args);
      return story();
    },
  ],
  // A change in the toolbar mounts nothing anew, so that no play function runs: the steps are gone here.
  afterEach: async ({ loaded, globals, step }) => {
    const { scene } = loaded as { scene?: Scene };
    if (!scene) return;
    const chosen = globals as Chosen;
    await scene.reach(step);
    await speak(scene, chosen.locale);
  },
  parameters: {
    options: {
      storySort: {
        order: [
          'Guide',
          [
            'Introduction',
            'Theming',
            'Tokens',
            'Icons',
            'Parts',
            'Words',
            'Policy',
            'Rulebook',
            'Events and API',
            'Accessibility',
            'In your own Storybook',
          ],
          'Whole pages',
          'Elements',
          ['*', ['Docs', '*', 'Everyday', 'Empty', 'Refused', 'Network', 'Family', 'Signing in']],
        ],
      },
    },
    viewport: { options: widths },
    docs: {
      page: ElementPage,
      container: (props: PropsWithChildren<DocsContainerProps>) =>
        createElement(DocsContainer, { ...props, theme: docsThemes[currentScheme()] }),
      source: { type: 'code' },
      story: { autoplay: true },
    },
    // Storybook's own paper would hide that the page decides.
    backgrounds: { disabled: true },
    controls: { expanded: true },
  },
};

export default preview;
