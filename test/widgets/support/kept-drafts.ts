import type { Backend } from '../../../mocks/index.js';

/** What is kept of what people have typed, in all records; not that something was dropped. */
export const keptDrafts = ({ db: { tables } }: Backend) =>
  [...tables.drafts.values()].flatMap(({ content, ...draft }) =>
    content ? [{ ...draft, content }] : [],
  );
