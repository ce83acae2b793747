import { msg, str } from '../../../locales/localize.js';
import { formatNumber } from '../../../ui/format.js';
import { rangeWords } from '../reference-range.js';
import { unitWords } from '../units.js';
import { flagWords, valueWords } from '../value-words.js';
import { greatestOf, leastOf } from './extremes.js';
import type { Amount, TrendPoint, TrendSeries } from './series.js';
import type { WhenWords } from './when-words.js';

/** A measurement in one line, for eyes and ears alike: "May 4, 2026: 5.8%. High. Normal range: 5.6% or lower." */
export const pointWords = (
  point: TrendPoint,
  { unit }: TrendSeries,
  when: WhenWords,
  locale: string,
): string => {
  const { observation, low, high, converted } = point;
  const { interpretation, previousValue, referenceRange } = observation;
  const printed = observation.value ? valueWords(observation.value, locale) : '';
  const words = converted ? `${amountWords(point, unit, locale)} (${printed})` : printed;
  const range = rangeWords(
    referenceRange && { low, high, text: referenceRange.text },
    unit,
    locale,
  );
  return [
    `${when(observation)}: ${words}.`,
    ...(previousValue
      ? [`${msg('Before the correction:')} ${valueWords(previousValue, locale)}.`]
      : []),
    ...(interpretation ? [`${flagWords(interpretation).words}.`] : []),
    hasLimits(point) || referenceRange?.text
      ? msg(str`Normal range: ${range}.`)
      : msg('The lab gave no normal range.'),
  ].join(' ');
};

/** What a chart shows, for people who do not see it: how many, from when to when, latest, least, greatest. */
export const summaryWords = (
  { points, unit }: TrendSeries,
  when: WhenWords,
  locale: string,
): readonly string[] => {
  const [first, last] = [points[0], points.at(-1)];
  // A single one is told by its point.
  if (!first || !last || first === last) return [];
  const day = ({ observation }: TrendPoint) => when(observation);
  const [least, greatest] = [leastOf(points), greatestOf(points)];
  const amount = (of: Amount) => amountWords(of, unit, locale);
  const flagged = points.filter(isFlagged).length;
  const count = formatNumber(points.length, locale);
  return [
    msg(str`${count} measurements from ${day(first)} to ${day(last)}.`),
    msg(str`Latest: ${amount(last)}.`),
    least.point
      ? msg(str`Lowest: ${amount(least)}, ${day(least.point)}.`)
      : msg(str`Lowest: ${amount(least)}.`),
    greatest.point
      ? msg(str`Highest: ${amount(greatest)}, ${day(greatest.point)}.`)
      : msg(str`Highest: ${amount(greatest)}.`),
    msg(str`Out of range: ${formatNumber(flagged, locale)}.`),
  ];
};

/** What changed over the years in how the laboratory measures, and so is no change of the patient. */
export const changeWords = (
  series: readonly TrendSeries[],
  charts: number,
  unplaced: number,
): readonly string[] => {
  const points = series.flatMap((each) => each.points);
  const units = new Set(points.map(({ observation: { value } }) => unitOf(value)));
  const ranges = series.some(({ points: own }) => rangesOf(own).size > 1);
  const shown = series.map(({ unit }) => unitWords(unit ?? '') || msg('no unit')).join(', ');
  return [
    ...(ranges ? [msg('The normal range changed over time.')] : []),
    ...(series.length > 1
      ? [
          charts > 0
            ? msg(
                str`The lab used units we can’t convert exactly: ${shown}. Each has its own chart. Don’t compare numbers between them.`,
              )
            : msg(
                str`The lab used units we can’t convert exactly: ${shown}. Don’t compare numbers between them.`,
              ),
        ]
      : []),
    ...(units.size > series.length
      ? [msg('The lab changed how it writes the unit. The chart uses the latest one.')]
      : []),
    ...(unplaced > 0 ? [msg('Results without a number or a date are only in the table.')] : []),
  ];
};

/** In the unit of its series: "less than 0.01 ng/mL". */
const amountWords = ({ value, comparator }: Amount, unit: string | null, locale: string): string =>
  valueWords({ kind: 'quantity', value, comparator, unit }, locale);

export const isFlagged = ({ observation: { interpretation } }: TrendPoint): boolean =>
  interpretation !== null && interpretation !== 'normal' && interpretation !== 'positive';

const unitOf = (value: TrendPoint['observation']['value']) =>
  value?.kind === 'quantity' ? value.unit : null;

/** Where the laboratory gave none, it has not changed any. */
const rangesOf = (points: readonly TrendPoint[]): ReadonlySet<string> =>
  new Set(points.filter(hasLimits).map(({ low, high }) => `${low} ${high}`));

const hasLimits = ({ low, high }: TrendPoint) => low !== null || high !== null;
