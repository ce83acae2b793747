import type { Interpretation, ResultValue } from '../../src/contract/results.js';

export type Quantity = Extract<ResultValue, { kind: 'quantity' }>;

/** The limits of a range, both within it; null: open on that side. */
export interface Limits {
  readonly low: number | null;
  readonly high: number | null;
}

/** What is known of a value: `<0.01` is somewhere below 0.01. */
function span({ value, comparator }: Quantity): { readonly least: number; readonly most: number } {
  switch (comparator) {
    case '<':
    case '<=':
      return { least: -Infinity, most: value };
    case '>':
    case '>=':
      return { least: value, most: Infinity };
    case null:
      return { least: value, most: value };
  }
}

/**
 * How a value stands to its range, and to the limits beyond which the laboratory calls the ward.
 * Null where that cannot be told: `<5` against a range from 3 to 10.
 */
export function flagOf(
  quantity: Quantity,
  range: Limits,
  critical: Limits = { low: null, high: null },
): Interpretation | null {
  if (range.low === null && range.high === null) return null;
  const { least, most } = span(quantity);
  const strict = quantity.comparator === '<' || quantity.comparator === '>';
  const below = (limit: number | null): boolean =>
    limit !== null && (most < limit || (strict && most === limit));
  const above = (limit: number | null): boolean =>
    limit !== null && (least > limit || (strict && least === limit));
  if (below(critical.low)) return 'critical-low';
  if (above(critical.high)) return 'critical-high';
  if (below(range.low)) return 'low';
  if (above(range.high)) return 'high';
  const within =
    (range.low === null || least >= range.low) && (range.high === null || most <= range.high);
  return within ? 'normal' : null;
}
