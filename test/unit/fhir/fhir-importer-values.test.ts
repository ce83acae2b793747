import { expect } from 'chai';
import {
  imported,
  importedObservation,
  interpretation,
  loinc,
  observation,
  type Json,
} from '../support/fhir-bundles.js';

const quantity = (value: number, unit: string | null, comparator: string | null = null) => ({
  kind: 'quantity',
  value,
  comparator,
  unit,
});
const text = (words: string) => ({ kind: 'text', text: words });

describe('the value of an observation', () => {
  const values: readonly (readonly [source: Json, value: unknown])[] = [
    [
      { valueQuantity: { value: 73.59218735391619, unit: 'mg/dL' } },
      quantity(73.59218735391619, 'mg/dL'),
    ],
    [
      { valueQuantity: { value: 0.01, comparator: '<', unit: 'ng/mL' } },
      quantity(0.01, 'ng/mL', '<'),
    ],
    [{ valueQuantity: { value: 0, code: 'mmol/L' } }, quantity(0, 'mmol/L')],
    [{ valueQuantity: { value: 2.5 } }, quantity(2.5, null)],
    [{ valueQuantity: { value: 2.5, unit: ' ', code: '1' } }, quantity(2.5, null)],
    [{ valueQuantity: { unit: 'mg/dL' } }, null],
    [{ valueInteger: 0 }, quantity(0, null)],
    [{ valueString: 'Yellow' }, text('Yellow')],
    [{ valueString: '' }, null],
    [
      { valueCodeableConcept: { text: 'Not seen', coding: [{ display: 'Absent' }] } },
      text('Not seen'),
    ],
    [{ valueCodeableConcept: { coding: [{ code: 'x' }, { display: 'Absent' }] } }, text('Absent')],
    [{ valueCodeableConcept: { coding: [{ code: '2667000' }] } }, text('2667000')],
    [{ valueBoolean: true }, text('Yes')],
    [{ valueBoolean: false }, text('No')],
    [{ valueRange: { low: { value: 2 }, high: { value: 5, unit: '/HPF' } } }, text('2 to 5 /HPF')],
    [{ valueRange: { high: { value: 5, unit: '/HPF' } } }, text('up to 5 /HPF')],
    [{ valueRange: { low: { value: 50, unit: '/HPF' } } }, text('50 /HPF or more')],
    [{ valueRatio: { numerator: { value: 1 }, denominator: { value: 160 } } }, text('1:160')],
    [{ valueDateTime: '2024-05-06' }, text('2024-05-06')],
    [{ valueTime: '08:30:00' }, text('08:30:00')],
    [{ valuePeriod: { start: '2024-05-06', end: '2024-05-07' } }, text('2024-05-06 to 2024-05-07')],
  ];
  for (const [source, value] of values) {
    it(`is read from ${JSON.stringify(source)}`, () => {
      expect(importedObservation(source).value).to.deep.equal(value);
    });
  }

  it('that cannot be shown is said to be so, and counted', () => {
    const { reports, skipped } = imported(
      observation('ecg', { valueSampledData: { dimensions: 1 } }),
    );
    expect(reports[0]?.observations[0]).to.deep.include({
      value: null,
      absentReason: 'This kind of value cannot be shown here',
    });
    expect(skipped).to.deep.equal({ 'Observation.valueSampledData': 1 });
  });

  it('may be absent for a reason', () => {
    const coding = [{ code: 'not-performed', display: 'Not Performed' }];
    const { value, absentReason } = importedObservation({
      valueQuantity: undefined,
      dataAbsentReason: { coding },
    });
    expect(value).to.equal(null);
    expect(absentReason).to.equal('Not Performed');
    expect(importedObservation({ valueQuantity: undefined }).absentReason).to.equal(null);
  });
});

describe('the parts of an observation', () => {
  const part = (value: number, more: Json = {}): Json => ({
    code: loinc('8480-6', `Part ${value}`),
    valueQuantity: { value, unit: 'mm[Hg]' },
    ...more,
  });

  it('are observations, and the whole only if it says something itself', () => {
    const component = [part(120), part(80, { interpretation: [interpretation('L')] })];
    const parts = imported(observation('one', { component })).reports[0]?.observations;
    expect(parts?.map(({ name, interpretation: flag }) => [name, flag])).to.deep.equal([
      ['Part 120', null],
      ['Part 80', 'low'],
    ]);
    expect(new Set(parts?.map(({ id }) => id)).size).to.equal(2);
    const whole = imported(observation('one', { component, valueString: 'Sitting' }));
    expect(whole.reports[0]?.observations).to.have.lengthOf(3);
  });

  it('have its comments after them', () => {
    const note = [{ text: 'Specimen slightly hemolyzed.' }];
    const parts = imported(observation('one', { note })).reports[0]?.observations;
    expect(parts).to.have.lengthOf(2);
    expect(parts?.[1]?.name).to.equal('Glucose [Mass/volume] in Serum or Plasma: comment');
    expect(parts?.[1]?.value).to.deep.equal(text('Specimen slightly hemolyzed.'));
  });
});

const limits = (low: number, high: number, unit?: string): Json => ({
  low: { value: low, ...(unit === undefined ? {} : { unit }) },
  high: { value: high, ...(unit === undefined ? {} : { unit }) },
});

describe('the reference range', () => {
  const range = (...referenceRange: readonly Json[]) =>
    importedObservation({ valueQuantity: { value: 90, unit: 'mg/dL' }, referenceRange })
      .referenceRange;

  it('has limits, words or both, as the source has', () => {
    expect(range(limits(65, 99, 'mg/dL'))).to.deep.equal({ low: 65, high: 99, text: null });
    expect(range(limits(65, 99))).to.deep.equal({ low: 65, high: 99, text: null });
    expect(range({ high: { value: 99 }, text: 'fasting' })).to.deep.equal({
      low: null,
      high: 99,
      text: 'fasting',
    });
    expect(range({ text: 'Negative' })).to.deep.equal({ low: null, high: null, text: 'Negative' });
  });

  it('is none where the source has none', () => {
    expect(range()).to.equal(null);
    expect(range({})).to.equal(null);
    expect(importedObservation({}).referenceRange).to.equal(null);
  });

  it('stays in words if its unit is not that of the value', () => {
    expect(range(limits(3.6, 5.5, 'mmol/L'))).to.deep.equal({
      low: null,
      high: null,
      text: '3.6 to 5.5 mmol/L',
    });
  });

  it('stays in words if it is not for everyone, or one of several', () => {
    const women = { ...limits(12, 16, 'g/dL'), appliesTo: [{ text: 'Women' }] };
    const men = { ...limits(13, 17, 'g/dL'), appliesTo: [{ text: 'Men' }] };
    const old = { ...limits(10, 20, 'g/dL'), age: { low: { value: 65, unit: 'years' } } };
    expect(range(women)?.text).to.equal('Women: 12 to 16 g/dL');
    expect(range(old)?.text).to.equal('age 65 years or more: 10 to 20 g/dL');
    expect(range(women, men)).to.deep.equal({
      low: null,
      high: null,
      text: 'Women: 12 to 16 g/dL; Men: 13 to 17 g/dL',
    });
  });

  it('has limits if it means what is good, and words if it means something else', () => {
    const meaning = (code: string, display: string) => ({
      ...limits(65, 99, 'mg/dL'),
      type: { coding: [{ code, display }] },
    });
    expect(range(meaning('therapeutic', 'Therapeutic'))?.low).to.equal(65);
    expect(range(meaning('endocrine', 'Endocrine'))).to.deep.equal({
      low: null,
      high: null,
      text: 'Endocrine: 65 to 99 mg/dL',
    });
  });
});

describe('the flag of an observation', () => {
  const flag = (value: number, codes: readonly string[], ...referenceRange: readonly Json[]) =>
    importedObservation({
      valueQuantity: { value, unit: 'mg/dL' },
      interpretation: codes.map((code) => interpretation(code)),
      referenceRange,
    }).interpretation;

  const flags: readonly (readonly [code: string, flag: string])[] = [
    ['N', 'normal'],
    ['L', 'low'],
    ['H', 'high'],
    ['LL', 'critical-low'],
    ['HH', 'critical-high'],
    ['LU', 'low'],
    ['HU', 'high'],
    ['A', 'abnormal'],
    ['AA', 'abnormal'],
  ];
  for (const [code, expected] of flags) {
    it(`${code} is ${expected}`, () => {
      expect(flag(90, [code])).to.equal(expected);
    });
  }

  it('is the gravest of several', () => {
    expect(flag(90, ['A', 'H', 'HH'])).to.equal('critical-high');
  });

  it('AA is critical on the side where the value is out of range', () => {
    expect(flag(20, ['AA'], limits(65, 99))).to.equal('critical-low');
    expect(flag(500, ['AA'], limits(65, 99))).to.equal('critical-high');
    expect(flag(90, ['AA'], limits(65, 99))).to.equal('abnormal');
  });

  it('is the laboratory’s even against its own range', () => {
    expect(flag(120, ['N'], limits(65, 99))).to.equal('normal');
  });

  it('follows from the range where the laboratory gave none', () => {
    expect(flag(90, [], limits(65, 99))).to.equal('normal');
    expect(flag(64, [], limits(65, 99, 'mg/dL'))).to.equal('low');
    expect(flag(100, [], { high: { value: 99 } })).to.equal('high');
  });

  it('is none where it would be guessed', () => {
    expect(flag(500, [])).to.equal(null);
    expect(flag(500, [], limits(3.6, 5.5, 'mmol/L'))).to.equal(null);
    expect(flag(500, [], limits(65, 99), limits(70, 110))).to.equal(null);
    expect(flag(500, [], limits(99, 65))).to.equal(null);
    expect(flag(500, [], { text: '65-99' })).to.equal(null);
    const words = { valueString: 'Positive', referenceRange: [{ text: 'Negative' }] };
    expect(importedObservation(words).interpretation).to.equal(null);
  });

  it('is not read from codes of a system that has other meanings', () => {
    const local = { coding: [{ system: 'http://lab.example/flags', code: 'H' }] };
    const { reports, skipped } = imported(observation('one', { interpretation: [local] }));
    expect(reports[0]?.observations[0]?.interpretation).to.equal(null);
    expect(skipped).to.deep.equal({ 'Observation.interpretation': 1 });
    const version2 = {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0078', code: 'H' }],
    };
    expect(importedObservation({ interpretation: [version2] }).interpretation).to.equal('high');
  });
});

describe('an interpretation that is no flag', () => {
  const answer = (code: string, display: string, value: Json) =>
    importedObservation({ interpretation: [interpretation(code, display)], ...value });

  it('is the result itself if there is no other', () => {
    const none = { valueQuantity: undefined };
    expect(answer('POS', 'Positive', none).value).to.deep.equal(text('Positive'));
    expect(answer('S', 'Susceptible', none).value).to.deep.equal(text('Susceptible'));
  });

  it('says how a germ answers to a drug, with the concentration', () => {
    const { value, interpretation: flag } = answer('R', 'Resistant', {
      valueQuantity: { value: 32, comparator: '>=', unit: 'ug/mL' },
    });
    expect(value).to.deep.equal(text('Resistant (>=32 ug/mL)'));
    expect(flag).to.equal(null);
    const words = answer('S', 'Susceptible', { valueString: 'susceptible' });
    expect(words.value).to.deep.equal(text('susceptible'));
  });

  it('is counted if there is another', () => {
    const { reports, skipped } = imported(
      observation('one', { interpretation: [interpretation('EX', 'Outside threshold')] }),
    );
    expect(reports[0]?.observations[0]?.value).to.deep.equal(quantity(90, 'mg/dL'));
    expect(skipped).to.deep.equal({ 'Observation.interpretation': 1 });
  });
});
