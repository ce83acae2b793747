import type { ResultValue, DatedObservation } from '../../../contract/record/results.js';
import { converter } from './comparable-units.js';

/** A number in the unit of its series, and whether it is the value itself, or one that is less or more. */
export type Amount = Pick<Extract<ResultValue, { kind: 'quantity' }>, 'value' | 'comparator'>;

/** A measured number, ready to be drawn. */
export interface TrendPoint extends Readonly<Amount> {
  readonly observation: DatedObservation;
  /** Epoch milliseconds. */
  readonly at: number;
  /** In the unit of its series; null: the laboratory gave none. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the laboratory printed it in another unit. */
  readonly converted: boolean;
}

/** Numbers that may stand on one axis. */
export interface TrendSeries {
  readonly unit: string | null;
  /** Earliest first. */
  readonly points: readonly TrendPoint[];
}

/**
 * What can be drawn of an analyte: numbers with a date. Those whose units differ by a power of ten only
 * stand on one axis, in the unit of the latest; any other unit has a series of its own.
 * @param observations latest first
 */
export const seriesOf = (observations: readonly DatedObservation[]): readonly TrendSeries[] => {
  const series: { unit: string | null; points: TrendPoint[] }[] = [];
  for (const observation of observations) {
    const { value, collectedAt, referenceRange } = observation;
    if (value?.kind !== 'quantity' || collectedAt === null) continue;
    let group = series.find(({ unit }) => converter(value.unit, unit));
    if (!group) series.push((group = { unit: value.unit, points: [] }));
    const convert = converter(value.unit, group.unit);
    if (!convert) continue;
    const limit = (of: number | null = null) => (of === null ? null : convert(of));
    const converted = convert(1) !== 1;
    group.points.unshift({
      observation,
      at: Date.parse(collectedAt),
      value: convert(value.value),
      comparator: value.comparator,
      low: limit(referenceRange?.low),
      high: limit(referenceRange?.high),
      converted,
    });
  }
  return series;
};

/** A reference range as long as it stays the same. */
export interface RangeStep {
  readonly low: number | null;
  readonly high: number | null;
  /** The points that it belongs to, by their places in the series. */
  readonly first: number;
  readonly last: number;
}

/** The ranges of a series, one after the other; where the laboratory gave none there is a gap. */
export const rangeSteps = (points: readonly TrendPoint[]): readonly RangeStep[] => {
  const steps: RangeStep[] = [];
  points.forEach(({ low, high }, index) => {
    if (low === null && high === null) return;
    const before = steps.at(-1);
    const goesOn = before?.last === index - 1 && before.low === low && before.high === high;
    if (goesOn) steps.pop();
    steps.push({ low, high, first: goesOn ? before.first : index, last: index });
  });
  return steps;
};
