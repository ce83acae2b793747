import type { EndpointId } from '../../../src/contract/index.js';

export interface Parts {
  readonly params?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** A request that is right, to put one mistake into, and wrong values of every field that its body has. */
export interface Sample {
  readonly right: Parts;
  readonly wrong?: Readonly<Record<string, readonly unknown[]>>;
}

export type Samples = Partial<Record<EndpointId, Sample>>;

export const idempotent = { headers: { 'idempotency-key': 'a-key-made-up-at-random' } };
export const read = { headers: { 'if-match': '"what-was-read"' } };

export const missing = undefined; // as JSON leaves it out
export const noText = [missing, null, 5, true, [], {}];
export const wrongText = (most: number) => [...noText, '', 'x'.repeat(most + 1)];
/** Of a field that may be null, but not missing. */
export const wrongTextOrNull = (most: number) => wrongText(most).filter((value) => value !== null);
export const noDay = [
  '',
  '2026-1-1',
  '2026-02-30',
  'yesterday',
  '2026-01-01T00:00:00Z',
  20260101,
  null,
];
export const wrongDay = [...noDay, missing];
export const noEmail = [
  '',
  'ann',
  'ann@example',
  'ann @example.org',
  '@example.org',
  5,
  true,
  [],
  {},
];
export const noCursor = ['', 'a b', 5, {}, 'x'.repeat(201), 'nothing'];
export const noLimit = [null, 0, 101, -1, 1.5, '20', 1e300];
/** Of a field that names something by its id. */
export const wrongId = [missing, null, 5, '', 'a b', 'x'.repeat(65), {}];
export const wrongIdOrNull = wrongId.filter((value) => value !== null);
