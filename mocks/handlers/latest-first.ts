import { comparePlaces, type Place } from './pages.js';

/** Something stored, at its place in a list. */
export interface Placed<Document> extends Place {
  readonly document: Document;
}

/**
 * Puts documents in the order of pages. The order is kept with the documents that it was made of, so that a
 * page costs the same however long the list.
 * @param timeOf epoch milliseconds
 */
export const latestFirst = <Document extends { readonly id: string }>(
  timeOf: (document: Document) => number,
): ((documents: readonly Document[]) => readonly Placed<Document>[]) => {
  const kept = new WeakMap<readonly Document[], readonly Placed<Document>[]>();
  return (documents) => {
    const known = kept.get(documents);
    if (known) return known;
    const placed = documents
      .map((document) => ({ at: timeOf(document), id: document.id, document }))
      .sort(comparePlaces);
    kept.set(documents, placed);
    return placed;
  };
};
