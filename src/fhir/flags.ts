import type { Interpretation, ResultValue } from '../contract/record/results.js';

export type Quantity = Extract<ResultValue, { kind: 'quantity' }>;

/** The limits of a range, both within it; null: open on that side. */
export interface Limits {
  readonly low: number | null;
  readonly high: number | null;
}

const unlimited: Limits = { low: null, high: null };

/** Surely below the limit: `<5` is below 5, `5` is not. */
const isBelow = ({ value, comparator }: Quantity, limit: number | null): boolean => {
  if (limit === null || comparator === '>' || comparator === '>=') return false;
  return value < limit || (value === limit && comparator === '<');
};

/** Surely above the limit. */
const isAbove = ({ value, comparator }: Quantity, limit: number | null): boolean => {
  if (limit === null || comparator === '<' || comparator === '<=') return false;
  return value > limit || (value === limit && comparator === '>');
};

/** Surely within: `<5` is within a range that is open below and ends at 5 or higher. */
const isWithin = ({ value, comparator }: Quantity, { low, high }: Limits): boolean => {
  const reachesDown = comparator === '<' || comparator === '<=';
  const reachesUp = comparator === '>' || comparator === '>=';
  const withinLow = low === null || (!reachesDown && value >= low);
  const withinHigh = high === null || (!reachesUp && value <= high);
  return withinLow && withinHigh;
};

/**
 * How a value stands to its range, and to the limits beyond which the laboratory telephones.
 * Null where that cannot be told: no range, or `<5` against a range from 3 to 10.
 */
export const flagOf = (
  quantity: Quantity,
  range: Limits,
  critical: Limits = unlimited,
): Interpretation | null => {
  if (range.low === null && range.high === null) return null;
  if (isBelow(quantity, critical.low)) return 'critical-low';
  if (isAbove(quantity, critical.high)) return 'critical-high';
  if (isBelow(quantity, range.low)) return 'low';
  if (isAbove(quantity, range.high)) return 'high';
  return isWithin(quantity, range) ? 'normal' : null;
};
