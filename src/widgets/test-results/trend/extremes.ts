import type { Amount, TrendPoint } from './series.js';

/** The least or the greatest of a series, as far as it is known. */
export interface Extreme extends Readonly<Amount> {
  /** Undefined: it may be another one, too. */
  readonly point: TrendPoint | undefined;
}

/** From what may lie far below its number to what may lie far above. */
const comparators = ['<', '<=', null, '>=', '>'] as const;

/** @param points at least one */
export const leastOf = (points: readonly TrendPoint[]): Extreme => extremeOf(points, 1);

/** @param points at least one */
export const greatestOf = (points: readonly TrendPoint[]): Extreme => extremeOf(points, -1);

/**
 * Of 90 and "less than 100" the greatest is 90 or more: nobody knows which of both it is.
 * @param side 1: least; -1: greatest
 */
const extremeOf = (points: readonly TrendPoint[], side: 1 | -1): Extreme => {
  /** Negative: may lie beyond its number on this side; positive: on the other. */
  const rank = ({ comparator }: TrendPoint) => side * (comparators.indexOf(comparator) - 2);
  const limiting = points.filter((point) => rank(point) <= 0);
  const best = (limiting.length > 0 ? limiting : points).reduce((a, b) =>
    (side * (b.value - a.value) || rank(b) - rank(a)) < 0 ? b : a,
  );
  const isKnown =
    limiting.length > 0 &&
    points.every(
      (point) => point === best || (rank(point) >= 0 && side * (point.value - best.value) >= 0),
    );
  return {
    value: best.value,
    comparator: isKnown ? best.comparator : (best.comparator ?? (side === 1 ? '<=' : '>=')),
    point: isKnown ? best : undefined,
  };
};
