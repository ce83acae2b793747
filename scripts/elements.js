import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const widgets = new URL('../src/widgets/', import.meta.url);

/** The tags of all elements: the folders of src/widgets. */
export const tags = readdirSync(widgets, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/**
 * The module that registers an element.
 * @param {string} tag
 */
export const defineModule = (tag) => `src/widgets/${tag}/define.ts`;

/** @param {string} path from the root of the project */
export const exists = (path) => existsSync(new URL(`../${path}`, import.meta.url));
