import { tellAuthor } from '../shape/setup-problem.js';

/** Entries that a list fetches at a time, unless the host says otherwise. */
export const defaultPageSize = 20;

/** What a list's `page-size` says, as far as it can be: 1 to 100. */
export const checkedPageSize = (tag: string, size: number | null): number => {
  if (size === null) return defaultPageSize;
  if (Number.isInteger(size) && size >= 1 && size <= 100) return size;
  tellAuthor('attribute-value', `<${tag}>`, `page-size ${size}: expected 1 to 100`);
  return defaultPageSize;
};
