import type { StorybookConfig } from '@storybook/web-components-vite';
import { ruleTests } from './rule-tests.js';
import { fixtureStories } from './story-index.js';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/guide/*.mdx', '../stories/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Storybook gives an icon to its own page alone.
  previewHead: (head = '') => `${head}<link rel="icon" href="./favicon.svg" />`,
  // A designer's tool may be larger than a patient's page.
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), ruleTests()],
    build: { ...vite.build, chunkSizeWarningLimit: 4000 },
  }),
  experimental_indexers: (indexers = []) => [fixtureStories, ...indexers],
};

export default config;
