import { allowed, type Decision, type Refusal } from '../../rules/decision.js';

/** Where something stands in a list, whether or not it is still there. */
export interface Place {
  /** Epoch milliseconds; -Infinity: without a date. */
  readonly at: number;
  readonly id: string;
}

/** Latest first, without a date last; at the same time by id, so that the order is always the same. */
export const comparePlaces = (a: Place, b: Place): number => {
  if (a.at !== b.at) return a.at > b.at ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
};

/** Earliest first, for what is to come; at the same time by id. */
export const compareEarliestFirst = (a: Place, b: Place): number =>
  a.at === b.at ? comparePlaces(a, b) : -comparePlaces(a, b);

/** A page of a list as endpoints ask for it (`pageRequest` of the contract). */
export interface PageRequest {
  readonly cursor?: string | null | undefined;
  readonly limit?: number | undefined;
}

/** The same as they answer it, beside the entries themselves (`pageAnswer` of the contract). */
export interface Page<Entry> {
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly nextCursor: string | null;
}

const defaultLimit = 20;

/**
 * The page that follows a cursor. It starts after the last place that was shown, even if what stood
 * there is gone.
 * @param entries in the order of `compare`
 */
export const pageOf = <Entry extends Place>(
  entries: readonly Entry[],
  { cursor, limit = defaultLimit }: PageRequest,
  compare = comparePlaces,
): Decision<Page<Entry>> => {
  const after = cursor ? placeFrom(cursor) : null;
  if (after === undefined) return wrongCursor;
  const start = after ? firstAfter(entries, after, compare) : 0;
  return allowed(pageFrom(entries, start, limit));
};

/** The page that a list begins with. */
export const firstPage = <Entry extends Place>(
  entries: readonly Entry[],
  limit: number,
): Page<Entry> => pageFrom(entries, 0, limit);

const pageFrom = <Entry extends Place>(
  entries: readonly Entry[],
  start: number,
  limit: number,
): Page<Entry> => {
  const page = entries.slice(start, start + limit);
  const last = page.at(-1);
  return {
    entries: page,
    total: entries.length,
    nextCursor: last && start + limit < entries.length ? cursorOf(last) : null,
  };
};

/** The index of the first entry after a place, found by halving. */
const firstAfter = (
  entries: readonly Place[],
  place: Place,
  compare: typeof comparePlaces,
): number => {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry && compare(entry, place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

const cursorOf = ({ at, id }: Place): string => `${Number.isFinite(at) ? at : 'undated'}_${id}`;

const placeFrom = (cursor: string): Place | undefined => {
  const [, time, id] = /^(undated|-?\d{1,16})_(.+)$/.exec(cursor) ?? [];
  if (time === undefined || id === undefined) return undefined;
  return { at: time === 'undated' ? -Infinity : Number(time), id };
};

const wrongCursor: Refusal = {
  ok: false,
  kind: 'invalid-request',
  detail: 'The cursor is none that a page of this list has given.',
  next: [],
  errors: [{ pointer: '/body/cursor', detail: 'Not the nextCursor of a page.' }],
};
