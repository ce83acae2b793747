import { expect } from 'chai';
import type { ReportRecord } from '../../../mocks/db/records/index.js';
import { june } from '../../../mocks/people/june/june.js';

const now = Date.UTC(2026, 10, 23);
const year = 365.25 * 86_400_000;
const { reports } = june(now);

const collected = ({ collectedAt }: ReportRecord): number => Date.parse(collectedAt ?? '');
const called = (name: string): readonly ReportRecord[] =>
  reports
    .filter((report) => report.name === name)
    .sort((one, other) => collected(one) - collected(other));
const number = (report: ReportRecord | undefined, name: string): number => {
  const value = report?.observations.find((part) => part.name.startsWith(name))?.value;
  if (value?.kind !== 'quantity') throw new Error(`There is no ${name}.`);
  return value.value;
};
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the history of June', () => {
  it('is 1,200 results, all released', () => {
    expect(reports).to.have.lengthOf(1_200);
    for (const { status, reviewed } of reports) {
      expect(status).to.equal('final');
      expect(reviewed).to.equal(true);
    }
  });

  it('goes back 15 years, without a gap of more than two weeks', () => {
    const days = reports.map(collected).sort((one, other) => one - other);
    expect((now - (days[0] ?? now)) / year).to.be.within(14.9, 15.1);
    const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
    expect(Math.max(...gaps)).to.be.below(14 * 86_400_000);
  });

  it('has the blood thinning checked most, then kidneys and blood, then the rest', () => {
    const counts = ['INR', 'Basic metabolic panel', 'Complete blood count', 'Hemoglobin A1c'].map(
      (name) => called(name).length,
    );
    expect(counts).to.deep.equal([606, 182, 91, 61]);
  });

  it('has kidneys that lose strength over the years, by the equation of each time', () => {
    const panels = called('Basic metabolic panel');
    const rates = panels.map((panel) => number(panel, 'Kidney filtration estimate'));
    expect(mean(rates.slice(0, 12))).to.be.within(58, 72);
    expect(mean(rates.slice(-12))).to.be.within(28, 38);
    const codes = panels.map(
      ({ observations }) =>
        observations.find(({ name }) => name.startsWith('Kidney filtration'))?.code?.code,
    );
    const changes = codes.filter((code, index) => code !== codes[index - 1]);
    expect(changes).to.deep.equal(['33914-3', '62238-1', '98979-8']);
  });

  it('has a higher goal for the INR since the valve was replaced', () => {
    const goals = called('INR').map(({ observations }) => observations[0]?.referenceRange);
    const changes = goals.filter((goal, index) => goal?.low !== goals[index - 1]?.low);
    expect(changes).to.deep.equal([
      { low: 2, high: 3, text: null },
      { low: 2.5, high: 3.5, text: null },
    ]);
  });

  it('has the INR at its goal most of the time, and advice where it is far off', () => {
    const inrs = called('INR');
    const atGoal = inrs.filter(({ observations }) => observations[0]?.interpretation === 'normal');
    expect(atGoal.length / inrs.length).to.be.within(0.6, 0.9);
    for (const report of inrs) {
      const value = number(report, 'INR');
      expect(value).to.be.within(1.2, 6);
      expect(report.note !== null, `INR ${value}`).to.equal(value >= 4.5 || value <= 1.7);
    }
  });

  it('says which unit the urine ratio had before the laboratory changed it', () => {
    const units = called('Urine albumin').map(({ observations }) => {
      const value = observations.at(-1)?.value;
      return value?.kind === 'quantity' ? value.unit : null;
    });
    expect(units.filter((unit, index) => unit !== units[index - 1])).to.deep.equal([
      'ug/mg',
      'mg/g',
    ]);
  });

  it('has no value that a body does not have', () => {
    const limits: readonly (readonly [name: string, least: number, most: number])[] = [
      ['Sodium', 133, 147],
      ['Potassium', 3.4, 5.9],
      ['Chloride', 93, 112],
      ['Carbon dioxide', 17, 31],
      ['Calcium', 8.2, 10.4],
      ['Anion gap', 6, 17],
    ];
    for (const panel of called('Basic metabolic panel')) {
      for (const [name, least, most] of limits) {
        expect(number(panel, name), name).to.be.within(least, most);
      }
    }
    for (const panel of called('Hemoglobin A1c')) {
      expect(number(panel, 'Hemoglobin A1c')).to.be.within(6, 10.5);
    }
  });
});
