import { expect } from 'chai';
import { analytes } from '../../../mocks/people/laboratory/analytes.js';
import { flagOf, type Quantity } from '../../../src/fhir/flags.js';
import { people } from '../../../mocks/people/index.js';
import { filtrationRate } from '../../../mocks/people/laboratory/kidney.js';
import {
  measured,
  rounded,
  type Content,
  type Draw,
} from '../../../mocks/people/laboratory/observations.js';
import { opaqueId } from '../../../src/fhir/opaque-id.js';
import {
  bloodCountWithDifferential,
  hemoglobinA1c,
  lipids,
} from '../../../mocks/people/laboratory/panels.js';

const quantity = (value: number, comparator: Quantity['comparator'] = null): Quantity => ({
  kind: 'quantity',
  value,
  comparator,
  unit: 'mg/dL',
});

describe('the flag of a value', () => {
  const range = { low: 3, high: 10 };
  const critical = { low: 1, high: 20 };
  const cases: readonly (readonly [Quantity, ReturnType<typeof flagOf>])[] = [
    [quantity(3), 'normal'],
    [quantity(10), 'normal'],
    [quantity(2.9), 'low'],
    [quantity(10.1), 'high'],
    [quantity(1), 'low'],
    [quantity(0.9), 'critical-low'],
    [quantity(20), 'high'],
    [quantity(20.1), 'critical-high'],
    [quantity(3, '<'), 'low'],
    [quantity(3, '<='), null],
    [quantity(1, '<'), 'critical-low'],
    [quantity(5, '<'), null],
    [quantity(10, '>'), 'high'],
    [quantity(10, '>='), null],
    [quantity(20, '>'), 'critical-high'],
    [quantity(5, '>'), null],
  ];
  for (const [value, flag] of cases) {
    const words = `${value.comparator ?? ''}${value.value}`;
    it(`of ${words} in 3 to 10 is ${flag ?? 'not to be told'}`, () => {
      expect(flagOf(value, range, critical)).to.equal(flag);
    });
  }

  it('is none without a range', () => {
    expect(flagOf(quantity(5), { low: null, high: null }, critical)).to.equal(null);
  });

  it('looks at the side that a range has', () => {
    expect(flagOf(quantity(0.01, '<'), { low: null, high: 0.04 })).to.equal('normal');
    expect(flagOf(quantity(90, '>'), { low: 60, high: null })).to.equal('normal');
    expect(flagOf(quantity(30, '<'), { low: 60, high: null })).to.equal('low');
  });
});

describe('rounding', () => {
  it('is half up, whatever the binary fraction', () => {
    expect(rounded(28.7 * 6 - 46.7, 0)).to.equal(126);
    expect(rounded(1.005, 2)).to.equal(1.01);
    expect(rounded(39.04, 1)).to.equal(39);
  });
});

describe('an opaque id', () => {
  it('differs with any part, and with how the parts are cut', () => {
    const ids = [
      opaqueId('a', 'b'),
      opaqueId('b', 'a'),
      opaqueId('ab'),
      opaqueId('a', 'b', ''),
      opaqueId(''),
    ];
    expect(new Set(ids).size).to.equal(ids.length);
    expect(opaqueId('a', 'b')).to.equal(ids[0]);
  });
});

const woman = (age: number, at: number): Draw => ({ group: 'female', age, at });

describe('the kidney filtration estimate', () => {
  const at = (year: number): number => Date.UTC(year, 6, 1);
  // Values of the National Kidney Foundation's and the MDRD study's calculators.
  const cases: readonly (readonly [Draw, number, string, number])[] = [
    [woman(50, at(2025)), 1, '98979-8', 69],
    [{ group: 'male', age: 50, at: at(2025) }, 1, '98979-8', 92],
    [{ group: 'male', age: 70, at: at(2025) }, 2.1, '98979-8', 33],
    [woman(30, at(2025)), 0.6, '98979-8', 124],
    [woman(50, at(2020)), 1, '62238-1', 66],
    [{ group: 'male', age: 50, at: at(2020) }, 1, '62238-1', 87],
    [woman(50, at(2012)), 1, '33914-3', 59],
  ];
  for (const [draw, creatinine, code, rate] of cases) {
    const year = new Date(draw.at).getUTCFullYear();
    it(`of a ${draw.group} of ${draw.age} with ${creatinine} mg/dL in ${year} is ${rate}`, () => {
      const { analyte, value } = filtrationRate(creatinine, draw);
      expect(analyte.code.code).to.equal(code);
      expect(Math.round(value)).to.equal(rate);
    });
  }
});

const values = (content: Content): Readonly<Record<string, number>> =>
  Object.fromEntries(
    content(woman(46, Date.UTC(2026, 0, 1))).map(({ code, value }) => [
      code?.code ?? '',
      value?.kind === 'quantity' ? value.value : NaN,
    ]),
  );

describe('a panel', () => {
  it('gives LDL by Friedewald, and none where the formula fails', () => {
    const usual = values(lipids({ cholesterol: 214, hdl: 52, triglycerides: 138 }));
    expect(usual['13457-7']).to.equal(134);
    expect(usual['43396-1']).to.equal(162);
    const fat = values(lipids({ cholesterol: 260, hdl: 35, triglycerides: 400 }));
    expect(fat).to.have.keys('2093-3', '2085-9', '2571-8', '43396-1');
  });

  it('gives the average glucose of a hemoglobin A1c', () => {
    expect(values(hemoglobinA1c(7))['27353-2']).to.equal(154);
  });

  it('counts white cells that add up', () => {
    const count = values(
      bloodCountWithDifferential(
        {
          leukocytes: 8,
          erythrocytes: 4.5,
          hemoglobin: 13.5,
          mcv: 90,
          rdw: 13,
          platelets: 250,
        },
        { neutrophils: 60, lymphocytes: 30, monocytes: 6, eosinophils: 3 },
      ),
    );
    const kinds = ['751-8', '731-0', '742-7', '711-2', '704-7'].map((code) => count[code] ?? 0);
    expect(kinds.reduce((sum, cells) => sum + cells)).to.be.closeTo(8, 1e-9);
    expect(count['4544-3']).to.equal(40.5);
    expect(count['785-6']).to.equal(30);
    expect(count['786-4']).to.equal(33.3);
  });

  it('has the range of the person: woman, man, child', () => {
    const ranges = (['female', 'male', 'child'] as const).map(
      (group) => measured({ group, age: 40, at: 0 }, analytes.hemoglobin, 12.5).referenceRange?.low,
    );
    expect(ranges).to.deep.equal([11.7, 13.2, 11.5]);
  });

  it('agrees with itself in every report of everyone', () => {
    for (const { reports } of people(Date.UTC(2026, 10, 23))) {
      for (const { observations } of reports) {
        const of = (code: string): number => {
          const value = observations.find((part) => part.code?.code === code)?.value;
          return value?.kind === 'quantity' ? value.value : NaN;
        };
        const pairs: readonly (readonly [computed: number, printed: number, within: number])[] = [
          [(of('4544-3') * 10) / of('789-8'), of('787-2'), 0.2], // MCV
          [(of('718-7') * 10) / of('789-8'), of('785-6'), 0.051], // MCH
          [(of('718-7') * 100) / of('4544-3'), of('786-4'), 0.051], // MCHC
          [of('2951-2') - of('2075-0') - of('2028-9'), of('33037-3'), 0], // anion gap
          [of('2885-2') - of('1751-7'), of('10834-0'), 0.01], // globulin
          [of('2093-3') - of('2085-9') - of('2571-8') / 5, of('13457-7'), 0.5], // LDL
          [(of('2498-4') / of('2500-7')) * 100, of('2502-3'), 0.5], // iron saturation
          [(of('14957-5') / of('2161-8')) * 100, of('9318-7'), 0.5], // urine ratio
        ];
        for (const [computed, printed, within] of pairs) {
          if (Number.isNaN(computed + printed)) continue;
          expect(computed).to.be.closeTo(printed, within + 1e-9);
        }
      }
    }
  });
});
