import { expect } from 'chai';
import { analyteOf } from '../../../src/contract/record/analyte.js';
import {
  imported,
  importedObservation,
  observation,
  report,
  type Json,
} from '../support/fhir-bundles.js';

const glucose = (id: string, value: number, more: Json = {}): Json =>
  observation(id, { code: { text: 'Glucose' }, valueQuantity: { value, unit: 'mg/dL' }, ...more });
const group = (name: string, member: string): Json =>
  observation(name, { code: { text: name }, hasMember: [{ reference: `Observation/${member}` }] });
const partsOf = (...resources: readonly Json[]) =>
  imported(...resources).reports.flatMap(({ observations }) => observations);

describe('a group within a report', () => {
  it('keeps its name, so that its parts are no others of the same name', () => {
    const parts = partsOf(
      ...[glucose('serum', 98), glucose('urine', 500)],
      ...[group('Serum chemistry', 'serum'), group('Urine chemistry', 'urine')],
      report('both', ['Observation/Serum chemistry', 'Observation/Urine chemistry']),
    );
    expect(parts.map(({ group: of, name }) => [of, name])).to.deep.equal([
      ['Serum chemistry', 'Glucose'],
      ['Urine chemistry', 'Glucose'],
    ]);
    expect(new Set(parts.map(analyteOf)).size).to.equal(2);
  });

  it('is an observation whose components are the values', () => {
    const ear = (name: string, value: number): Json =>
      observation(name, {
        code: { text: name },
        component: [{ code: { text: '500 Hz' }, valueQuantity: { value, unit: 'dB' } }],
      });
    const parts = partsOf(
      ...[ear('Left ear', 20), ear('Right ear', 70)],
      report('hearing', ['Observation/Left ear', 'Observation/Right ear']),
    );
    expect(parts.map(analyteOf)).to.deep.equal(['Left ear: 500 Hz', 'Right ear: 500 Hz']);
  });
});

describe('an observation’s own time', () => {
  it('is told where it is not that of its report', () => {
    const parts = partsOf(
      ...[
        glucose('fasting', 90),
        glucose('later', 150, { effectiveDateTime: '2024-05-06T14:30:00Z' }),
      ],
      report('tolerance', ['Observation/fasting', 'Observation/later']),
    );
    expect(parts.map(({ takenAt }) => takenAt)).to.deep.equal([undefined, '2024-05-06T14:30:00Z']);
  });
});

describe('a flag in its usual forms', () => {
  const v3 = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';
  const flags: readonly (readonly [interpretation: Json, flag: string])[] = [
    [{ coding: [{ system: v3, code: 'H*' }], text: 'H*' }, 'critical-high'],
    [{ text: 'H*' }, 'critical-high'],
    [{ text: 'H' }, 'high'],
    [{ text: 'Critical high' }, 'critical-high'],
    [{ text: 'low' }, 'low'],
    [{ coding: [{ system: 'http://lab.example/flags', code: '7', display: 'High' }] }, 'high'],
    [{ coding: [{ system: v3, code: 'POS' }] }, 'positive'],
    [{ text: 'Reactive' }, 'positive'],
  ];
  for (const [interpretation, flag] of flags) {
    it(`is ${flag}: ${JSON.stringify(interpretation)}`, () => {
      expect(importedObservation({ interpretation: [interpretation] }).interpretation).to.equal(
        flag,
      );
    });
  }

  it('says how a germ answers to a drug in words alone', () => {
    const { value } = importedObservation({
      interpretation: [{ text: 'Sensitive' }],
      valueQuantity: { value: 2, comparator: '<=', unit: 'ug/mL' },
    });
    expect(value).to.deep.equal({ kind: 'text', text: 'Sensitive (<=2 ug/mL)' });
  });
});

describe('a range in another spelling of the unit', () => {
  const limits = (unit: string, measured: string) =>
    importedObservation({
      valueQuantity: { value: 12, unit: measured },
      referenceRange: [{ low: { value: 1, unit }, high: { value: 9, unit } }],
    });
  for (const [one, other] of [
    ['μg/mL', 'ug/mL'],
    ['µg/mL', 'mcg/mL'],
    ['mg/dl', 'mg/dL'],
    ['MG/DL', 'mg/dL'],
    ['10*3/uL', 'K/uL'],
    ['x10E3/uL', '10^3/µL'],
  ] as const) {
    it(`is compared: ${one} and ${other}`, () => {
      expect(limits(one, other).interpretation).to.equal('high');
    });
  }

  for (const [one, other] of [
    ['MU/L', 'mU/L'],
    ['mmol/L', 'mg/dL'],
    ['Mmol/L', 'mmol/L'],
  ] as const) {
    it(`is not where it may be another unit: ${one} and ${other}`, () => {
      expect(limits(one, other).interpretation).to.equal(null);
    });
  }

  it('is the one that is typed normal among several', () => {
    const range = (low: number, high: number, code: string): Json => ({
      ...{ low: { value: low }, high: { value: high }, type: { coding: [{ code }], text: code } },
    });
    const { interpretation, referenceRange } = importedObservation({
      valueQuantity: { value: 120, unit: 'mg/dL' },
      referenceRange: [range(40, 400, 'critical'), range(65, 99, 'normal')],
    });
    expect(interpretation).to.equal('high');
    expect(referenceRange).to.deep.equal({ low: 65, high: 99, text: 'critical: 40 to 400' });
  });
});
