import { expect } from 'chai';
import type { DatedObservation } from '../../../src/contract/record/results.js';
import { converter } from '../../../src/widgets/test-results/trend/comparable-units.js';
import { greatestOf, leastOf } from '../../../src/widgets/test-results/trend/extremes.js';
import { numberScale, timeScale } from '../../../src/widgets/test-results/trend/scale.js';
import {
  rangeSteps,
  seriesOf,
  type Amount,
} from '../../../src/widgets/test-results/trend/series.js';
import { observationWith } from '../../../stories/fixtures/support/reports.js';
import { fc } from '../../support/properties.js';

/** Measured on a day; latest first, as the backend answers. */
const measured = (
  day: string | null,
  value: number,
  unit: string | null = 'mg/dL',
  [low, high]: readonly [number | null, number | null] = [null, null],
): DatedObservation => ({
  ...observationWith({ value: { kind: 'quantity', value, comparator: null, unit } }),
  referenceRange: low === null && high === null ? null : { low, high, text: null },
  id: `on-${day}`,
  resultId: `result-${day}`,
  status: 'final',
  collectedAt: day && `${day}T12:00:00Z`,
  laboratory: null,
});

describe('units of a trend', () => {
  const exact: readonly [value: number, from: string | null, to: string | null, told: number][] = [
    [0.3, 'g/L', 'mg/dL', 30],
    [30, 'mg/dL', 'g/L', 0.3],
    [95, 'ug/mg', 'mg/g', 95],
    [7.1, '10*3/uL', '10*9/L', 7.1],
    [7.1, '10^3/uL', '10*9/L', 7.1],
    [5.5, 'mmol/L', 'umol/L', 5500],
    [4.2, 'meq/L', 'eq/L', 0.0042],
    [1e-7, 'g/L', 'ng/L', 100],
    [2.5, '{INR}', '1', 2.5],
    [2.5, null, '{INR}', 2.5],
    [12, 'mg/dl', 'mg/dL', 12],
    [4, 'μg/mL', 'ug/mL', 4],
    [2.1, 'u[iU]/mL', 'm[IU]/L', 2.1],
    [80, 'mL/min/{1.73_m2}', 'mL/min/{1.73_m2}', 80],
    [80, 'odd unit', 'odd unit', 80],
    [2, 'kg/L', 'g/L', 2000],
    [2, 'M[IU]/L', 'k[IU]/L', 2000],
    [2, 'GU/L', 'MU/L', 2000],
    [2, 'kU/L', 'U/L', 2000],
    [2, 'g/dL', 'g/cL', 0.2],
    [2, 'µg/mL', 'mg/mL', 0.002],
    [2, 'pg/mL', 'ng/mL', 0.002],
    [2, 'fmol/L', 'pmol/L', 0.002],
    [2, '10*3/uL', '10*6/L', 2000],
    [2, 'ug/min', 'mg/min', 0.002],
    [2, ' mg/dL ', 'mg/dL', 2],
    [2, '10*3', '1', 2000],
    [2, '{score}', '10*-3', 2000],
  ];
  for (const [value, from, to, told] of exact) {
    it(`${value} ${from} is ${told} ${to}`, () => {
      expect(converter(from, to)?.(value)).to.equal(told);
    });
  }

  const apart: readonly [string | null, string | null][] = [
    ['mg/dL', 'mmol/L'],
    ['%', 'mmol/mol'],
    ['mL/min', 'mL/min/{1.73_m2}'],
    ['mg/g', 'mg/g{creat}'],
    ['U/L', '[IU]/L'],
    ['mg/dL', null],
    ['odd unit', 'another unit'],
    ['meq/L', 'mmol/L'],
    ['mg/min', 'mg/h'],
    ['10*3/uL', 'g/uL'],
  ];
  for (const [from, to] of apart) {
    it(`${from} is never told in ${to}`, () => {
      expect(converter(from, to)).to.equal(undefined);
      expect(converter(to, from)).to.equal(undefined);
    });
  }

  it('are told back and forth without a loss', () => {
    const printed = fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1000);
    const units = fc.constantFrom('g/L', 'mg/dL', 'ug/mL', 'ng/mL', 'pg/L', 'kg/L');
    fc.assert(
      fc.property(printed, units, units, (value, from, to) => {
        const there = converter(from, to)?.(value) ?? NaN;
        expect(converter(to, from)?.(there)).to.equal(value);
      }),
    );
  });
});

describe('units of a count', () => {
  const spellings = {
    'thousands in a microliter': [
      ...[
        '10*3/uL',
        '10^3/uL',
        'x10E3/uL',
        'X10E3/uL',
        'x10(3)/mcL',
        'x10³/µL',
        '×10³/μL',
        '10³/mm³',
      ],
      ...['K/uL', 'k/mcL', 'K/UL', 'K/mm3', 'thou/mcL', 'Thousand/uL', 'THOUSAND/UL', 'K/cu mm'],
      ...['10*9/L', '10^9/L', 'x10E9/L', 'x 10^9 / L', '10⁹/L'],
    ],
    'millions in a microliter': ['10*6/uL', 'M/uL', 'mil/uL', 'Million/uL', 'x10E6/uL', '10*12/L'],
    'single ones in a microliter': ['/uL', 'cells/uL', '{cells}/uL', '/mm3', '#/uL'],
  };
  const kinds = Object.entries(spellings);

  for (const [kind, units] of kinds) {
    it(`are one unit however they are written: ${kind}`, () => {
      for (const unit of units) expect(converter(unit, units[0] ?? '')?.(4.5), unit).to.equal(4.5);
    });
  }

  it('tell thousands from millions and from single ones', () => {
    expect(converter('K/uL', 'cells/uL')?.(4.5)).to.equal(4500);
    expect(converter('10*12/L', 'K/uL')?.(4.5)).to.equal(4500);
  });

  it('are not those of a mass, of an activity or of an amount', () => {
    for (const unit of ['g/L', 'U/L', 'mol/L', 'K', 'm/uL', 'kg/uL', '{copies}/mL']) {
      expect(converter(unit, 'K/uL'), unit).to.equal(undefined);
    }
  });
});

describe('series of a trend', () => {
  it('have numbers with a date, earliest first, each unit apart from those it cannot be told in', () => {
    const series = seriesOf([
      measured('2026-03-01', 90, 'mg/dL', [70, 99]),
      measured(null, 80),
      measured('2025-03-01', 0.95, 'g/L', [0.65, 1.05]),
      { ...measured('2024-03-01', 1), value: { kind: 'text', text: 'Hemolyzed' } },
      measured('2020-03-01', 5.4, 'mmol/L'),
    ]);
    expect(series.map(({ unit }) => unit)).to.deep.equal(['mg/dL', 'mmol/L']);
    expect(
      series.map(({ points }) =>
        points.map(({ value, low, high, converted }) => [value, low, high, converted]),
      ),
    ).to.deep.equal([
      [
        [95, 65, 105, true],
        [90, 70, 99, false],
      ],
      [[5.4, null, null, false]],
    ]);
  });

  it('have each value at its moment', () => {
    const [series] = seriesOf([measured('2026-06-01', 2), measured('2026-05-01', 1)]);
    expect(series?.points.map(({ at }) => at)).to.deep.equal([
      Date.parse('2026-05-01T12:00:00Z'),
      Date.parse('2026-06-01T12:00:00Z'),
    ]);
  });

  it('have a step that lasts as long as its range, after others too', () => {
    const [series] = seriesOf([
      measured('2026-03-01', 1, 'g', [1, 5]),
      measured('2026-02-01', 1, 'g', [1, 5]),
      measured('2026-01-01', 1, 'g', [1, 4]),
    ]);
    expect(rangeSteps(series?.points ?? [])).to.deep.equal([
      { low: 1, high: 4, first: 0, last: 0 },
      { low: 1, high: 5, first: 1, last: 2 },
    ]);
  });

  it('have a step for each range, and a gap where there was none', () => {
    const [series] = seriesOf([
      measured('2026-06-01', 1, 'g', [2, null]),
      measured('2026-05-01', 1, 'g', [1, 5]),
      measured('2026-04-01', 1, 'g'),
      measured('2026-03-01', 1, 'g', [1, 5]),
      measured('2026-02-01', 1, 'g', [1, 4]),
      measured('2026-01-01', 1, 'g', [1, 4]),
    ]);
    expect(rangeSteps(series?.points ?? [])).to.deep.equal([
      { low: 1, high: 4, first: 0, last: 1 },
      { low: 1, high: 5, first: 2, last: 2 },
      { low: 1, high: 5, first: 4, last: 4 },
      { low: 2, high: null, first: 5, last: 5 },
    ]);
  });
});

describe('the least and the greatest of a trend', () => {
  const comparators = [null, '<', '<=', '>=', '>'] as const;
  const amounts = fc.array(
    fc.record({
      value: fc.integer({ min: 1, max: 6 }),
      comparator: fc.constantFrom(...comparators),
    }),
    { minLength: 1, maxLength: 6 },
  );
  const pointsOf = (of: readonly Amount[]) =>
    seriesOf(
      of.map(({ value, comparator }, n) => ({
        ...measured(`202${n}-01-01`, value),
        value: { kind: 'quantity', value, comparator, unit: null },
      })),
    ).flatMap(({ points }) => points);
  /** Whether a value may be what was measured. */
  const isOf = ({ value, comparator }: Amount, real: number) => {
    if (real === value) return comparator !== '<' && comparator !== '>';
    return comparator !== null && comparator.startsWith(real < value ? '<' : '>');
  };
  const beyond = ({ comparator }: Amount) =>
    comparator === null ? 0 : comparator.startsWith('<') ? -1 : 1;

  it('are true of whatever was measured', () => {
    const reals = fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(amounts, reals, (of, drawn) => {
        const points = pointsOf(of);
        const real = points.map((point, n) => {
          const any = drawn[n] ?? 0;
          return isOf(point, any) ? any : point.value + beyond(point);
        });
        for (const [extreme, pick] of [
          [leastOf(points), Math.min],
          [greatestOf(points), Math.max],
        ] as const) {
          expect(isOf(extreme, pick(...real)), JSON.stringify(extreme)).to.equal(true);
          if (extreme.point) {
            expect(real[points.indexOf(extreme.point)]).to.equal(pick(...real));
          }
        }
      }),
    );
  });

  it('are known where all others lie on one side', () => {
    const points = pointsOf([
      { value: 5, comparator: null },
      { value: 2, comparator: '<=' },
      { value: 6, comparator: '>' },
      { value: 2, comparator: null },
    ]);
    expect(leastOf(points).point?.comparator).to.equal('<=');
    expect(greatestOf(points).point?.comparator).to.equal('>');
  });
});

describe('an extreme of several that are alike', () => {
  it('is the earliest of them', () => {
    const days = ['2026-03-01', '2026-02-01', '2026-01-01'];
    const points = seriesOf(days.map((day) => measured(day, 5))).flatMap(({ points: of }) => of);
    expect(leastOf(points).point).to.equal(points[0]);
    expect(greatestOf(points).point).to.equal(points[0]);
  });
});

describe('axes of a trend', () => {
  const number = fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1000);

  it('have a few round numbers, with every value between the first and the last', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 1 }), (values) => {
        const { ticks, place } = numberScale(values, [300, 20], 5);
        expect(ticks.length).to.be.within(2, 12);
        for (const value of values) expect(place(value)).to.be.within(20 - 1e-6, 300 + 1e-6);
        if (Math.min(...values) >= 0) expect(ticks[0]).to.be.at.least(0);
        expect([...ticks].sort((a, b) => a - b)).to.deep.equal(ticks);
      }),
    );
    expect(numberScale([3.5, 5.4], [0, 1], 5).ticks).to.deep.equal([3.5, 4, 4.5, 5, 5.5]);
    expect(numberScale([0.1, 0.3], [0, 1], 2).ticks).to.deep.equal([0.1, 0.2, 0.3]);
    expect(numberScale([7], [0, 1], 5).ticks).to.include(7);
    expect(numberScale([0, 0], [0, 1], 5).ticks).to.deep.equal([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  const at = (day: string) => Date.parse(`${day}T15:00:00Z`);
  const shown = (from: string, to: string, most: number) => {
    const { unit, ticks } = timeScale(at(from), at(to), [0, 100], most);
    return [unit, ...ticks.map((tick) => new Date(tick).toISOString().slice(0, 10))];
  };

  it('tell years, months or days, as many as find room', () => {
    expect(shown('2018-10-03', '2026-11-20', 20)).to.deep.equal([
      'year',
      ...Array.from({ length: 8 }, (_, n) => `${2019 + n}-01-01`),
    ]);
    expect(shown('2018-10-03', '2026-11-20', 2)).to.deep.equal([
      'year',
      '2020-01-01',
      '2025-01-01',
    ]);
    expect(shown('2025-11-03', '2026-03-20', 6)).to.deep.equal([
      ...['month', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'],
    ]);
    expect(shown('2026-03-02', '2026-03-05', 6)).to.deep.equal([
      ...['day', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'],
    ]);
  });

  it('always have room for their labels, and at least one', () => {
    const instant = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2050, 0) });
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 2, max: 20 }),
        (from, span, most) => {
          const { ticks } = timeScale(from, from + span, [0, 100], most);
          expect(ticks.length).to.be.within(1, Math.max(2, most * 1.6));
          for (const tick of ticks) expect(tick).to.be.within(from, from + span);
        },
      ),
    );
  });
});
