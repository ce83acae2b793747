import { existsSync, readFileSync } from 'node:fs';
import type { ElementManifest } from '../../.storybook/manifest.js';

const file = new URL('../../dist/custom-elements.json', import.meta.url);

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly Partial<ElementManifest>[];
  }[];
}

if (!existsSync(file)) {
  throw new Error('There is no dist/custom-elements.json: npm run manifest makes it.');
}
const { modules } = JSON.parse(readFileSync(file, 'utf8')) as Manifest;

/** All elements, by their tags. */
export const elements: readonly ElementManifest[] = modules
  .flatMap(({ declarations = [] }) => declarations)
  .flatMap(({ tagName, ...rest }) => (tagName === undefined ? [] : [{ tagName, ...rest }]))
  .sort((a, b) => a.tagName.localeCompare(b.tagName));

export const elementTags: readonly string[] = elements.map(({ tagName }) => tagName);
