import { compareEarliestFirst, comparePlaces, type Place } from './pages.js';

/** Something stored, at its place in a list. */
export interface Placed<Document> extends Place {
  readonly document: Document;
}

interface Listed {
  readonly id: string;
}

/** Puts documents in the order of pages. */
type Order<Document> = (documents: readonly Document[]) => readonly Placed<Document>[];

/**
 * The order is kept with the documents that it was made of, so that a page costs the same however long the
 * list.
 * @param timeOf epoch milliseconds
 * @param belongs which of the documents are in the list
 */
const keptOrder = <Document extends Listed>(
  compare: typeof comparePlaces,
  timeOf: (document: Document) => number,
  belongs: (document: Document) => boolean = () => true,
): Order<Document> => {
  const kept = new WeakMap<readonly Document[], readonly Placed<Document>[]>();
  return (documents) => {
    const known = kept.get(documents);
    if (known) return known;
    const placed = documents
      .filter(belongs)
      .map((document) => ({ at: timeOf(document), id: document.id, document }))
      .sort(compare);
    kept.set(documents, placed);
    return placed;
  };
};

/** See {@link keptOrder}. */
export const latestFirst = <Document extends Listed>(
  timeOf: (document: Document) => number,
  belongs?: (document: Document) => boolean,
): Order<Document> => keptOrder(comparePlaces, timeOf, belongs);

/** See {@link keptOrder}. Pages of it are taken with `compareEarliestFirst`. */
export const earliestFirst = <Document extends Listed>(
  timeOf: (document: Document) => number,
  belongs?: (document: Document) => boolean,
): Order<Document> => keptOrder(compareEarliestFirst, timeOf, belongs);
