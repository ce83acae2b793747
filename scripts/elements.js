import { readdirSync } from 'node:fs';
import { root } from './project.js';

/** The tags of all elements: the folders of src/widgets. */
export const tags = readdirSync(`${root}src/widgets`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

/**
 * The module that registers an element.
 * @param {string} tag
 */
export const defineModule = (tag) => `src/widgets/${tag}/define.ts`;
