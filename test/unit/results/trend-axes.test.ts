import { expect } from 'chai';
import { numberScale, timeScale } from '../../../src/widgets/test-results/trend/scale.js';

describe('the axis of values', () => {
  const ticks = (values: readonly number[], count = 5) => numberScale(values, [0, 1], count).ticks;

  it('has steps of 1, 2, 5 or 10 times a power of ten: the least that is not below', () => {
    expect(ticks([0, 5])).to.deep.equal([0, 1, 2, 3, 4, 5]);
    expect(ticks([0, 6])).to.deep.equal([0, 2, 4, 6]);
    expect(ticks([0, 10])).to.deep.equal([0, 2, 4, 6, 8, 10]);
    expect(ticks([0, 11])).to.deep.equal([0, 5, 10, 15]);
    expect(ticks([0, 26])).to.deep.equal([0, 10, 20, 30]);
    expect(ticks([0, 400])).to.deep.equal([0, 100, 200, 300, 400]);
    expect(ticks([0.001, 0.0015], 3)).to.deep.equal([0.001, 0.0012, 0.0014, 0.0016]);
  });

  it('gives a value that stands alone a tenth of room on both sides, and none below zero', () => {
    expect(ticks([100])).to.deep.equal([90, 95, 100, 105, 110]);
    expect(ticks([-100])).to.deep.equal([-110, -105, -100, -95, -90]);
    expect(ticks([0])).to.deep.equal([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticks([100, 100])).to.deep.equal(ticks([100]));
  });

  it('goes below zero only where a value is', () => {
    expect(ticks([-3, 4])).to.deep.equal([-4, -2, 0, 2, 4]);
    expect(ticks([1, 4])).to.deep.equal([1, 2, 3, 4]);
  });

  it('places a value between start and end, in proportion', () => {
    const { place } = numberScale([0, 10], [300, 20], 5);
    expect([0, 5, 10].map(place)).to.deep.equal([300, 160, 20]);
  });
});

describe('the axis of time', () => {
  const shown = (from: string, to: string, most: number) => {
    const { unit, ticks } = timeScale(Date.parse(from), Date.parse(to), [0, 100], most);
    return [unit, ...ticks.map((tick) => new Date(tick).toISOString().replace(':00:00.000Z', ''))];
  };
  const noons = (unit: string, ...days: readonly string[]) => [
    unit,
    ...days.map((day) => `${day}T12`),
  ];
  const noon = 'T12:00:00Z';

  it('has a label at the start of each month, as long as there is room', () => {
    const months = ['2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'];
    const span = ['2025-11-03T15:00:00Z', '2026-03-20T15:00:00Z'] as const;
    expect(shown(...span, 4)).to.deep.equal(noons('month', ...months));
    expect(shown(...span, 3)).to.deep.equal(noons('month', '2026-01-01', '2026-03-01'));
  });

  it('goes from every second to every third month, to half a year', () => {
    const span = ['2024-12-15T00:00:00Z', '2026-12-20T00:00:00Z'] as const;
    expect(shown(...span, 8)).to.deep.equal(
      noons(
        'month',
        ...['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01'],
        ...['2026-01-01', '2026-04-01', '2026-07-01', '2026-10-01'],
      ),
    );
    expect(shown(...span, 7)).to.deep.equal(
      noons('month', '2025-01-01', '2025-07-01', '2026-01-01', '2026-07-01'),
    );
    expect(shown(...span, 3)).to.deep.equal(noons('month', '2025-01-01', '2026-01-01'));
    expect(shown('2025-01-01T00:00:00Z', '2025-12-31T00:00:00Z', 6)).to.deep.equal(
      noons(
        'month',
        ...['2025-01-01', '2025-03-01', '2025-05-01', '2025-07-01', '2025-09-01', '2025-11-01'],
      ),
    );
  });

  it('has the first and the last month, where the axis begins and ends with them', () => {
    expect(shown(`2025-11-01${noon}`, `2026-01-01${noon}`, 6)).to.deep.equal(
      noons('month', '2025-11-01', '2025-12-01', '2026-01-01'),
    );
    expect(shown('2025-11-01T12:00:01Z', '2026-01-01T11:59:59Z', 6)[0]).to.equal('day');
  });

  it('tells years from three of them on, and every second where there is no room', () => {
    expect(shown(`2024-01-01${noon}`, `2026-01-01${noon}`, 6)).to.deep.equal(
      noons('year', '2024-01-01', '2025-01-01', '2026-01-01'),
    );
    expect(shown('2024-01-02T00:00:00Z', `2026-06-01${noon}`, 6)[0]).to.equal('month');
    // A year is shorter: where five months find room, so do eight years.
    const years = ['2019-01-01', '2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01'];
    const span = ['2018-06-01T00:00:00Z', '2026-06-01T00:00:00Z'] as const;
    expect(shown(...span, 5)).to.deep.equal(
      noons('year', ...years, '2024-01-01', '2025-01-01', '2026-01-01'),
    );
    expect(shown(...span, 4)).to.deep.equal(
      noons('year', '2020-01-01', '2022-01-01', '2024-01-01', '2026-01-01'),
    );
  });

  it('goes on to 10, 20 and 50 years', () => {
    expect(shown('1950-06-01T00:00:00Z', '2026-06-01T00:00:00Z', 5)).to.deep.equal(
      noons(
        'year',
        '1960-01-01',
        '1970-01-01',
        '1980-01-01',
        '1990-01-01',
        '2000-01-01',
        '2010-01-01',
        '2020-01-01',
      ),
    );
    expect(shown('1950-06-01T00:00:00Z', '2026-06-01T00:00:00Z', 3)).to.deep.equal(
      noons('year', '1960-01-01', '1980-01-01', '2000-01-01', '2020-01-01'),
    );
    expect(shown('1930-06-01T00:00:00Z', '2026-06-01T00:00:00Z', 2)).to.deep.equal(
      noons('year', '1950-01-01', '2000-01-01'),
    );
  });

  it('tells days, each or every so many, from the first value on', () => {
    expect(shown('2026-03-02T15:00:00Z', '2026-03-05T15:00:00Z', 4)).to.deep.equal([
      'day',
      '2026-03-02T15',
      '2026-03-03T15',
      '2026-03-04T15',
      '2026-03-05T15',
    ]);
    expect(shown('2026-03-02T15:00:00Z', '2026-03-22T15:00:00Z', 6)).to.deep.equal([
      'day',
      '2026-03-02T15',
      '2026-03-06T15',
      '2026-03-10T15',
      '2026-03-14T15',
      '2026-03-18T15',
      '2026-03-22T15',
    ]);
    expect(shown('2026-03-02T15:00:00Z', '2026-03-02T18:00:00Z', 6)).to.deep.equal([
      'day',
      '2026-03-02T15',
    ]);
    expect(shown('2026-03-02T15:00:00Z', '2026-03-02T15:00:00Z', 1)).to.deep.equal([
      'day',
      '2026-03-02T15',
    ]);
  });

  it('places an instant in proportion, and a single one in the middle', () => {
    const { place } = timeScale(0, 1000, [10, 110], 5);
    expect([0, 500, 1000].map(place)).to.deep.equal([10, 60, 110]);
    expect(timeScale(7, 7, [10, 110], 5).place(7)).to.equal(60);
    for (const [unit, from, to] of [
      ['year', '2020-01-01T00:00:00Z', '2026-01-01T00:00:00Z'],
      ['month', '2026-01-01T00:00:00Z', '2026-05-01T00:00:00Z'],
      ['day', '2026-01-02T00:00:00Z', '2026-01-06T00:00:00Z'],
    ] as const) {
      const [start, end] = [Date.parse(from), Date.parse(to)];
      const scale = timeScale(start, end, [10, 110], 6);
      expect(scale.unit).to.equal(unit);
      expect([start, (start + end) / 2, end].map(scale.place)).to.deep.equal([10, 60, 110]);
    }
  });
});
