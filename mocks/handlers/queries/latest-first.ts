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
 * @param timeOf epoch milliseconds
 * @param belongs which of the documents are in the list
 */
const inOrder =
  <Document extends Listed>(
    compare: typeof comparePlaces,
    timeOf: (document: Document) => number,
    belongs: (document: Document) => boolean = () => true,
  ): Order<Document> =>
  (documents) =>
    documents
      .filter(belongs)
      .map((document) => ({ at: timeOf(document), id: document.id, document }))
      .sort(compare);

/** See {@link inOrder}. */
export const latestFirst = <Document extends Listed>(
  timeOf: (document: Document) => number,
  belongs?: (document: Document) => boolean,
): Order<Document> => inOrder(comparePlaces, timeOf, belongs);

/** See {@link inOrder}. Pages of it are taken with `compareEarliestFirst`. */
export const earliestFirst = <Document extends Listed>(
  timeOf: (document: Document) => number,
  belongs?: (document: Document) => boolean,
): Order<Document> => inOrder(compareEarliestFirst, timeOf, belongs);
