import { expect } from 'chai';
import type {
  Interpretation,
  ReferenceRange,
  ResultValue,
} from '../../../src/contract/record/results.js';
import { rangeWords } from '../../../src/widgets/test-results/reference-range.js';
import { unitWords } from '../../../src/widgets/test-results/units.js';
import {
  flagWords,
  numberWords,
  valueWords,
} from '../../../src/widgets/test-results/value-words.js';

const quantity = (
  value: number,
  unit: string | null,
  comparator: '<' | '<=' | '>=' | '>' | null = null,
): ResultValue => ({ kind: 'quantity', value, comparator, unit });

const range = (
  low: number | null,
  high: number | null,
  text: string | null = null,
): ReferenceRange => ({ low, high, text });

describe('units of test results', () => {
  const cases: Readonly<Record<string, string>> = {
    'mg/dL': 'mg/dL',
    '10*3/uL': '×10³/µL',
    '10^6/uL': '×10⁶/µL',
    '10*-3': '×10⁻³',
    '10*12/L': '×10¹²/L',
    'mm[Hg]': 'mmHg',
    'ug/dL': 'µg/dL',
    'umol/L': 'µmol/L',
    'u[IU]/mL': 'µIU/mL',
    'm[IU]/L': 'mIU/L',
    '[IU]/L': 'IU/L',
    'u[iU]/mL': 'µIU/mL',
    'U/L': 'U/L',
    'kg/m2': 'kg/m²',
    'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
    'mL/min/1.73m2': 'mL/min/1.73m²',
    '{ratio}': '',
    '{score}': '',
    '{INR}': '',
    '[pH]': '',
    '1': '',
    '%': '%',
    '%{hemoglobin}': '% hemoglobin',
    'mg/g{creat}': 'mg/g creat',
    '{copies}/mL': 'copies/mL',
    '/[HPF]': '/HPF',
    'meq/L': 'mEq/L',
    'kg.m/s': 'kg·m/s',
    Cel: '°C',
    '[degF]': '°F',
    '[in_i]': 'in',
    '[lb_av]': 'lb',
    '[oz_av]': 'oz',
    cm: 'cm',
    Units: 'Units',
  };
  for (const [unit, words] of Object.entries(cases)) {
    it(`${unit} reads "${words}"`, () => {
      expect(unitWords(unit)).to.equal(words);
    });
  }
});

describe('numbers of test results', () => {
  const cases: readonly [value: number, words: string][] = [
    [73.59218735391619, '73.59'],
    [156.34449398295143, '156.34'],
    [0.030451759892991464, '0.0305'],
    [0.15993303031862593, '0.16'],
    [0.0042, '0.0042'],
    [0.00012, '0.00012'],
    [1.5e-7, '0.00000015'],
    [1.015, '1.015'],
    [1.0301, '1.0301'],
    [4.2, '4.2'],
    [7, '7'],
    [0, '0'],
    [-2.5, '-2.5'],
    [-73.59218735391619, '-73.59'],
    [1100, '1,100'],
  ];
  for (const [value, words] of cases) {
    it(`${value} reads "${words}"`, () => {
      expect(numberWords(value, 'en')).to.equal(words);
    });
  }

  it('are written as the language writes them', () => {
    expect(numberWords(4.25, 'de')).to.equal('4,25');
  });

  it('have the decimals of the laboratory up to four; more come from a division', () => {
    expect(numberWords(1.2345, 'en')).to.equal('1.2345');
    expect(numberWords(1.23456, 'en')).to.equal('1.23');
  });

  it('have twenty decimals at most', () => {
    expect(numberWords(1.23456e-19, 'en')).to.equal('0.00000000000000000012');
  });

  it('are in Spanish as in the United States: 12,400 is never 12.400', () => {
    expect(numberWords(12_400, 'es')).to.equal('12,400');
    expect(numberWords(29.3, 'es')).to.equal('29.3');
  });
});

describe('values of test results', () => {
  it('have their unit', () => {
    expect(valueWords(quantity(4.2, 'mmol/L'), 'en')).to.equal('4.2 mmol/L');
    expect(valueWords(quantity(5.8, '%'), 'en')).to.equal('5.8%');
    expect(valueWords(quantity(6.5, '[pH]'), 'en')).to.equal('6.5');
    expect(valueWords(quantity(3, null), 'en')).to.equal('3');
  });

  it('tell in words what lies beyond the measurable', () => {
    expect(valueWords(quantity(0.01, 'ng/mL', '<'), 'en')).to.equal('less than 0.01 ng/mL');
    expect(valueWords(quantity(5, 'mg/L', '<='), 'en')).to.equal('5 mg/L or less');
    expect(valueWords(quantity(90, null, '>='), 'en')).to.equal('90 or more');
    expect(valueWords(quantity(60, '%', '>'), 'en')).to.equal('more than 60%');
  });

  it('are the laboratory’s own where they are text', () => {
    expect(valueWords({ kind: 'text', text: 'No growth\nin 48 hours' }, 'en')).to.equal(
      'No growth\nin 48 hours',
    );
  });

  it('have every flag in words, and a mark where it is not normal', () => {
    const words: Readonly<Record<Interpretation, string>> = {
      normal: 'Normal',
      low: 'Low',
      high: 'High',
      'critical-low': 'Critically low',
      'critical-high': 'Critically high',
      abnormal: 'Abnormal',
      positive: 'Positive',
    };
    for (const [flag, expected] of Object.entries(words)) {
      const { words: told } = flagWords(flag as Interpretation);
      expect(told).to.equal(expected);
    }
  });

  it('have a mark for the eye, more of it the further out they are; what is normal has none', () => {
    const flags = [
      ...(['critical-low', 'low', 'normal', 'high', 'critical-high'] as const),
      ...(['abnormal', 'positive'] as const),
    ];
    expect(flags.map((flag) => flagWords(flag).mark)).to.deep.equal([
      ...['▼▼', '▼', '', '▲', '▲▲', '◆', '+'],
    ]);
  });
});

describe('reference ranges of test results', () => {
  it('name both limits, the unit once', () => {
    expect(rangeWords(range(3.5, 5.1), 'mmol/L', 'en')).to.equal('3.5 to 5.1 mmol/L');
    expect(rangeWords(range(0, 0.2), '10*3/uL', 'en')).to.equal('0 to 0.2 ×10³/µL');
  });

  it('include their one limit', () => {
    expect(rangeWords(range(null, 199), 'mg/dL', 'en')).to.equal('199 mg/dL or lower');
    expect(rangeWords(range(60, null), null, 'en')).to.equal('60 or higher');
    expect(rangeWords(range(null, 0), null, 'en')).to.equal('0 or lower');
  });

  it('may be words, and lose none beside limits', () => {
    expect(rangeWords(range(null, null, 'Negative'), null, 'en')).to.equal('Negative');
    expect(rangeWords(range(4, 12, 'taking the medicine'), 'ug/mL', 'en')).to.equal(
      '4 to 12 µg/mL (taking the medicine)',
    );
  });

  it('say so where the laboratory gave none', () => {
    for (const none of [null, range(null, null), range(null, null, '')]) {
      expect(rangeWords(none, 'mg/dL', 'en')).to.equal('No range from the lab');
    }
  });
});
