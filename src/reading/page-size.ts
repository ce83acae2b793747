import { tellAuthor } from '../shape/setup-problem.js';

/** Entries that a list fetches at a time, unless the host says otherwise. */
export const defaultPageSize = 20;

/** As many as the backend gives at a time. */
export const mostInPage = 100;

/** What a list's `page-size` says, as far as it can be: 1 to 100. */
export const checkedPageSize = (tag: string, size: number | null): number => {
  if (size === null) return defaultPageSize;
  if (Number.isInteger(size) && size >= 1 && size <= mostInPage) return size;
  tellAuthor('attribute-value', `<${tag}>`, `page-size ${size}: expected 1 to 100`);
  return defaultPageSize;
};
