import { expect } from 'chai';
import type {
  Interpretation,
  ReferenceRange,
  ResultValue,
  DatedObservation,
} from '../../../src/contract/record/results.js';
import { marks, markOf } from '../../../src/widgets/test-results/trend/marks.js';
import { seriesOf, type TrendSeries } from '../../../src/widgets/test-results/trend/series.js';
import {
  changeWords,
  isFlagged,
  pointWords,
  summaryWords,
} from '../../../src/widgets/test-results/trend/trend-words.js';
import { whenWordsOf } from '../../../src/widgets/test-results/trend/when-words.js';
import { observationWith } from '../../../stories/fixtures/support/reports.js';
import { contextWith } from '../support/context.js';

type Comparator = Extract<ResultValue, { kind: 'quantity' }>['comparator'];

interface Facts extends Partial<DatedObservation> {
  readonly comparator?: Comparator;
}

/** Measured at noon UTC of a day, or at an instant. */
const measured = (
  when: string | null,
  value: number,
  unit: string | null = 'mg/dL',
  { comparator = null, ...facts }: Facts = {},
): DatedObservation => ({
  ...observationWith({ value: { kind: 'quantity', value, comparator, unit } }),
  resultId: `result-${when}`,
  status: 'final',
  collectedAt: when?.length === 10 ? `${when}T12:00:00Z` : when,
  laboratory: null,
  ...facts,
});

const context = contextWith();

/** The first series of observations, latest first. */
const onlySeriesOf = (observations: readonly DatedObservation[]): TrendSeries => {
  const [series, ...others] = seriesOf(observations);
  if (!series || others.length > 0) throw new Error('There is not one series.');
  return series;
};

const range = (
  low: number | null,
  high: number | null,
  text: string | null = null,
): ReferenceRange => ({ low, high, text });

describe('when a value of a trend was measured', () => {
  const words = (...instants: readonly (string | null)[]) => {
    const observations = instants.map((instant) => measured(instant, 1));
    return observations
      .map(whenWordsOf(observations, context))
      .map((each) => each.replace(/\s/g, ' '));
  };

  it('is the day, in the portal’s time zone, and the time where there are several of the day', () => {
    expect(
      words('2026-05-04', '2026-05-01T20:00:00Z', '2026-05-01T12:00:00Z', '2026-04-01'),
    ).to.deep.equal(['May 4, 2026', 'May 1, 2026, 4:00 PM', 'May 1, 2026, 8:00 AM', 'Apr 1, 2026']);
    expect(words('2026-05-02T01:00:00Z', '2026-05-01T12:00:00Z')).to.deep.equal([
      'May 1, 2026, 9:00 PM',
      'May 1, 2026, 8:00 AM',
    ]);
  });

  it('is not known where nobody has given it, of however many', () => {
    expect(words(null, null)).to.deep.equal(['Date not given', 'Date not given']);
  });
});

describe('a value of a trend in words', () => {
  const words = (...observations: readonly DatedObservation[]) => {
    const series = onlySeriesOf(observations);
    const when = whenWordsOf(observations, context);
    return series.points.map((point) => pointWords(point, series, when, 'en'));
  };

  it('has the day, the value, the flag and the range', () => {
    expect(
      words(
        measured('2026-05-04', 5.8, '%', {
          interpretation: 'high',
          referenceRange: range(null, 5.6),
        }),
      ),
    ).to.deep.equal(['May 4, 2026: 5.8%. High. Normal range: 5.6% or lower.']);
    expect(words(measured('2026-05-04', 5.8, '%'))).to.deep.equal([
      'May 4, 2026: 5.8%. The lab gave no normal range.',
    ]);
  });

  it('has a range in words, too, or one limit alone', () => {
    const [inWords] = words(
      measured('2026-05-04', 1, 'g', { referenceRange: range(null, null, 'Low') }),
    );
    expect(inWords).to.match(/Normal range: Low\.$/);
    const [least] = words(measured('2026-05-04', 1, 'g', { referenceRange: range(2, null) }));
    expect(least).to.match(/Normal range: 2 g or higher\.$/);
    const [none] = words(measured('2026-05-04', 1, 'g', { referenceRange: range(null, null) }));
    expect(none).to.match(/The lab gave no normal range\.$/);
  });

  it('has what the laboratory printed, where that was in another unit', () => {
    expect(
      words(
        measured('2026-05-04', 90),
        measured('2025-05-04', 0.95, 'g/L', { referenceRange: range(0.65, 1.05) }),
      )[0],
    ).to.equal('May 4, 2025: 95 mg/dL (0.95 g/L). Normal range: 65 to 105 mg/dL.');
  });

  it('has what stood there before a correction', () => {
    const previousValue: ResultValue = {
      kind: 'quantity',
      value: 80,
      comparator: '>',
      unit: 'mg/dL',
    };
    expect(words(measured('2026-05-04', 90, 'mg/dL', { previousValue }))[0]).to.contain(
      '90 mg/dL. Before the correction: more than 80 mg/dL.',
    );
  });
});

describe('a trend in words', () => {
  const words = (...observations: readonly DatedObservation[]) =>
    summaryWords(onlySeriesOf(observations), whenWordsOf(observations, context), 'en');

  it('says how many, from when to when, and the latest, lowest and highest', () => {
    expect(
      words(
        measured('2026-05-04', 90, 'mg/dL', { interpretation: 'normal' }),
        measured('2025-05-04', 70, 'mg/dL', { interpretation: 'low' }),
        measured('2024-05-04', 120, 'mg/dL', { interpretation: 'critical-high' }),
        measured('2023-05-04', 100),
      ),
    ).to.deep.equal([
      '4 measurements from May 4, 2023 to May 4, 2026.',
      'Latest: 90 mg/dL.',
      'Lowest: 70 mg/dL, May 4, 2025.',
      'Highest: 120 mg/dL, May 4, 2024.',
      'Out of range: 2.',
    ]);
  });

  it('names no day for an extreme that may be another’s', () => {
    const summary = words(
      measured('2026-05-04', 90),
      measured('2025-05-04', 100, 'mg/dL', { comparator: '<' }),
      measured('2024-05-04', 95, 'mg/dL', { comparator: '>' }),
    );
    expect(summary.slice(2, 4)).to.deep.equal([
      'Lowest: 90 mg/dL or less.',
      'Highest: more than 95 mg/dL.',
    ]);
  });

  it('says nothing of a single value, which says all itself', () => {
    expect(words(measured('2026-05-04', 90))).to.deep.equal([]);
    expect(summaryWords({ unit: null, points: [] }, () => '', 'en')).to.deep.equal([]);
  });

  it('counts as out of range what is flagged otherwise than normal', () => {
    const flagged = (interpretation: Interpretation | null) =>
      onlySeriesOf([measured('2026-05-04', 1, 'g', { interpretation })]).points.some(isFlagged);
    expect(flagged(null)).to.equal(false);
    expect(flagged('normal')).to.equal(false);
    expect(flagged('abnormal')).to.equal(true);
  });
});

describe('what changed in how the laboratory measures', () => {
  const ranges = 'The normal range changed over time.';
  const unit = 'The lab changed how it writes the unit. The chart uses the latest one.';
  const words = (observations: readonly DatedObservation[], charts = 1, unplaced = 0) =>
    changeWords(seriesOf(observations), charts, unplaced);

  it('is nothing where nothing did', () => {
    expect(
      words([
        measured('2026-05-04', 90, 'mg/dL', { referenceRange: range(70, 99) }),
        measured('2025-05-04', 90, 'mg/dL'),
        measured('2024-05-04', 90, 'mg/dL', { referenceRange: range(70, 99) }),
      ]),
    ).to.deep.equal([]);
    expect(words([])).to.deep.equal([]);
  });

  it('is the unit: in size, or in how it is written alone', () => {
    expect(words([measured('2026-05-04', 90), measured('2025-05-04', 0.9, 'g/L')])).to.deep.equal([
      unit,
    ]);
    expect(words([measured('2026-05-04', 90), measured('2025-05-04', 90, 'mg/dl')])).to.deep.equal([
      unit,
    ]);
  });

  it('is the unit also beside one that it cannot be converted to, and not where each has but one', () => {
    const apart = [measured('2026-05-04', 90), measured('2025-05-04', 5, 'mmol/L')];
    const both =
      'The lab used units we can’t convert exactly: mg/dL, mmol/L. Each has its own chart. Don’t compare numbers between them.';
    expect(words(apart, 2)).to.deep.equal([both]);
    expect(words(apart, 1)).to.deep.equal([both]);
    expect(words([...apart, measured('2024-05-04', 0.9, 'g/L')], 2)).to.deep.equal([both, unit]);
  });

  it('is told otherwise where there is no chart, and of numbers without a unit', () => {
    expect(words([measured('2026-05-04', 90), measured('2025-05-04', 5, null)], 0)).to.deep.equal([
      'The lab used units we can’t convert exactly: mg/dL, no unit. Don’t compare numbers between them.',
    ]);
  });

  it('is the range, by either limit', () => {
    for (const other of [range(60, 99), range(70, 110), range(70, null)]) {
      expect(
        words([
          measured('2026-05-04', 90, 'mg/dL', { referenceRange: range(70, 99) }),
          measured('2025-05-04', 90, 'mg/dL', { referenceRange: other }),
        ]),
      ).to.deep.equal([ranges]);
    }
    expect(
      words([
        measured('2026-05-04', 90, 'mg/dL', { referenceRange: range(null, 99) }),
        measured('2025-05-04', 90, 'mg/dL', { referenceRange: range(null, 110) }),
      ]),
    ).to.deep.equal([ranges]);
  });

  it('leaves what cannot be drawn to the table', () => {
    expect(words([measured('2026-05-04', 90)], 1, 1)).to.deep.equal([
      'Results without a number or a date are only in the table.',
    ]);
  });
});

describe('the shape of a point', () => {
  const shape = (interpretation: Interpretation | null, comparator: Comparator = null) => {
    const [point] = onlySeriesOf([
      measured('2026-05-04', 1, 'g', { interpretation, comparator }),
    ]).points;
    if (!point) throw new Error('There is no point.');
    return markOf(point);
  };

  it('says what its flag says, and beyond what cannot be measured something else', () => {
    expect(shape('high')).to.equal(marks.up);
    expect(shape('critical-high')).to.equal(marks.twiceUp);
    expect(shape('low')).to.equal(marks.down);
    expect(shape('critical-low')).to.equal(marks.twiceDown);
    expect(shape('abnormal')).to.equal(marks.diamond);
    expect(shape('normal')).to.equal(marks.circle);
    expect(shape(null)).to.equal(marks.circle);
    expect(shape(null, '<')).to.equal(marks.square);
    expect(shape('high', '>')).to.equal(marks.up);
    expect(new Set(Object.values(marks)).size).to.equal(7);
  });
});
