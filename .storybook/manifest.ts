/// <reference types="vite/client" />
import { setCustomElementsManifest } from '@storybook/web-components-vite';

/** Made by `npm run manifest`, before Storybook starts. */
const [manifest] = Object.values(
  import.meta.glob('../dist/custom-elements.json', { eager: true, import: 'default' }),
);

/** The tables of attributes, events and parts on the pages of documentation. */
setCustomElementsManifest(manifest);
