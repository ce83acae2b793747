import { expect } from 'chai';
import type { Observation, Result } from '../../../src/contract/record/results.js';
import { bundleOf } from '../../../src/widgets/test-results/export/fhir.js';
import { isUcum } from '../../../src/widgets/test-results/export/ucum.js';
import { observationWith } from '../../../stories/fixtures/support/reports.js';

const now = Date.parse('2026-05-04T13:30:00Z');
const terminology = 'http://terminology.hl7.org/CodeSystem';
const ucum = 'http://unitsofmeasure.org';
const loinc = 'http://loinc.org';
const subject = { reference: 'urn:uuid:1' };

const result: Result = {
  id: 'r_1',
  name: 'Salts',
  code: { system: loinc, code: '24326-1', display: 'Electrolytes' },
  category: 'laboratory',
  status: 'final',
  collectedAt: '2026-05-01T12:00:00Z',
  reportedAt: '2026-05-02T12:00:00Z',
  orderedBy: 'Dana Lee, MD',
  laboratory: 'Quay Street Lab',
  specimen: 'Serum',
  observations: [],
  observationCount: 0,
  abnormalCount: 0,
  note: null,
  correction: null,
};

type Resource = Readonly<Record<string, unknown>>;

/** What a file has: the resources of these results, the patient's first. */
const resourcesOf = (...results: readonly Result[]): readonly Resource[] => {
  let count = 0;
  const patient = { id: 'pat_1', name: 'Pat Doe' };
  const bundle = bundleOf(results, { patient, now, uuid: () => String((count += 1)) });
  const { entry, ...rest } = JSON.parse(JSON.stringify(bundle)) as {
    readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
  };
  expect(rest).to.deep.equal({
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: '2026-05-04T13:30:00.000Z',
  });
  const addresses = entry.map(({ fullUrl }) => fullUrl);
  expect(new Set(addresses).size).to.equal(entry.length);
  expect(addresses[0]).to.equal(subject.reference);
  return entry.map(({ resource }) => resource);
};

const reportOf = (parts: Partial<Result>): Resource =>
  resourcesOf({ ...result, ...parts })[1] ?? {};

const observationOf = (parts: Partial<Observation>, of: Partial<Result> = {}): Resource =>
  resourcesOf({ ...result, ...of, observations: [observationWith(parts)] })[2] ?? {};

describe('a file of results in FHIR R4', () => {
  it('says what a value is a part of, and its own time', () => {
    const takenAt = '2026-05-01T14:30:00Z';
    const { code, effectiveDateTime } = observationOf({
      ...{ name: '500 Hz', code: null, group: 'Left ear', takenAt },
    });
    expect([code, effectiveDateTime]).to.deep.equal([{ text: 'Left ear: 500 Hz' }, takenAt]);
  });

  it('says whose they are, and what was measured, in full', () => {
    const sodium = observationWith({
      id: 'o_1',
      code: { system: loinc, code: '2951-2', display: 'Sodium' },
      value: { kind: 'quantity', value: 148, comparator: '>=', unit: 'mmol/L' },
      referenceRange: { low: 136, high: 145, text: ' at rest ' },
      interpretation: 'high',
    });
    const [patient, report, observation, ...none] = resourcesOf({
      ...result,
      observations: [sodium],
      note: { author: 'Ada Wong, MD', text: 'Drink more.', writtenAt: '2026-05-03T00:00:00Z' },
    });
    expect(none).to.deep.equal([]);
    expect(patient).to.deep.equal({
      resourceType: 'Patient',
      identifier: [{ value: 'pat_1' }],
      name: [{ text: 'Pat Doe' }],
    });
    const whenAndWhere = {
      subject,
      effectiveDateTime: '2026-05-01T12:00:00Z',
      issued: '2026-05-02T12:00:00Z',
      performer: [{ display: 'Quay Street Lab' }],
    };
    const order = {
      resourceType: 'ServiceRequest',
      id: 'order',
      status: 'completed',
      intent: 'order',
      subject,
      requester: { display: 'Dana Lee, MD' },
    };
    expect(report).to.deep.equal({
      resourceType: 'DiagnosticReport',
      contained: [order],
      basedOn: [{ reference: '#order' }],
      identifier: [{ value: 'r_1' }],
      status: 'final',
      category: [
        { coding: [{ system: `${terminology}/v2-0074`, code: 'LAB', display: 'Laboratory' }] },
      ],
      code: {
        coding: [{ system: loinc, code: '24326-1', display: 'Electrolytes' }],
        text: 'Salts',
      },
      ...whenAndWhere,
      resultsInterpreter: [{ display: 'Ada Wong, MD' }],
      specimen: [{ display: 'Serum' }],
      result: [{ reference: 'urn:uuid:2' }],
      conclusion: 'Drink more.',
    });
    const quantity = (value: number) => ({ value, unit: 'mmol/L', system: ucum, code: 'mmol/L' });
    expect(observation).to.deep.equal({
      resourceType: 'Observation',
      identifier: [{ value: 'o_1' }],
      status: 'final',
      category: [
        { coding: [{ system: `${terminology}/observation-category`, code: 'laboratory' }] },
      ],
      code: { coding: [{ system: loinc, code: '2951-2', display: 'Sodium' }], text: 'Sodium' },
      ...whenAndWhere,
      valueQuantity: { ...quantity(148), comparator: '>=' },
      interpretation: [
        {
          coding: [
            { system: `${terminology}/v3-ObservationInterpretation`, code: 'H', display: 'High' },
          ],
        },
      ],
      referenceRange: [{ low: quantity(136), high: quantity(145), text: 'at rest' }],
    });
  });

  it('leaves out whatever nobody has told', () => {
    const untold = {
      code: null,
      collectedAt: null,
      reportedAt: null,
      orderedBy: null,
      laboratory: ' ',
      specimen: null,
    } as const;
    expect(Object.keys(reportOf(untold))).to.deep.equal([
      ...['resourceType', 'identifier', 'status', 'category', 'code', 'subject'],
    ]);
    const value = { kind: 'text', text: ' ' } as const;
    expect(observationOf({ value, id: 'o_1' }, untold)).to.deep.equal({
      resourceType: 'Observation',
      identifier: [{ value: 'o_1' }],
      status: 'final',
      category: [
        { coding: [{ system: `${terminology}/observation-category`, code: 'laboratory' }] },
      ],
      code: { text: 'Sodium' },
      subject,
      valueString: '-',
    });
  });

  it('has no empty words for a code that the source has not named', () => {
    const code = { system: loinc, code: '24326-1', display: ' ' };
    expect(reportOf({ code })['code']).to.deep.equal({
      coding: [{ system: loinc, code: '24326-1' }],
      text: 'Salts',
    });
  });

  it('says of what kind a result is', () => {
    for (const [category, code, display, of] of [
      ['laboratory', 'LAB', 'Laboratory', 'laboratory'],
      ['microbiology', 'MB', 'Microbiology', 'laboratory'],
      ['pathology', 'PAT', 'Pathology (gross & histopath, not surgical)', 'laboratory'],
      ['imaging', 'RAD', 'Radiology', 'imaging'],
    ] as const) {
      expect(reportOf({ category })['category']).to.deep.equal([
        { coding: [{ system: `${terminology}/v2-0074`, code, display }] },
      ]);
      expect(observationOf({}, { category })['category']).to.deep.equal([
        { coding: [{ system: `${terminology}/observation-category`, code: of }] },
      ]);
    }
  });

  it('says how a value stands to its range', () => {
    for (const [interpretation, code, display] of [
      ['normal', 'N', 'Normal'],
      ['low', 'L', 'Low'],
      ['high', 'H', 'High'],
      ['critical-low', 'LL', 'Critical low'],
      ['critical-high', 'HH', 'Critical high'],
      ['abnormal', 'A', 'Abnormal'],
      ['positive', 'POS', 'Positive'],
    ] as const) {
      const system = `${terminology}/v3-ObservationInterpretation`;
      expect(observationOf({ interpretation })['interpretation']).to.deep.equal([
        { coding: [{ system, code, display }] },
      ]);
    }
  });

  it('says why there is no value, and gives a text as it is', () => {
    const reason = (of: Partial<Result>) =>
      observationOf({ absentReason: 'Hemolyzed' }, of)['dataAbsentReason'];
    const absent = (code: string) => ({
      coding: [{ system: `${terminology}/data-absent-reason`, code }],
      text: 'Hemolyzed',
    });
    expect(reason({})).to.deep.equal(absent('unknown'));
    expect(reason({ status: 'cancelled' })).to.deep.equal(absent('not-performed'));
    const negative = observationOf({ value: { kind: 'text', text: ' Negative ' } });
    expect(negative)
      .to.include({ valueString: 'Negative' })
      .and.not.have.property('dataAbsentReason');
  });

  it('says what was corrected: only values that were, with what stood there before', () => {
    const corrected = {
      status: 'corrected',
      correction: { text: 'Mixed up.', correctedAt: '2026-05-03T00:00:00Z' },
    } as const;
    const said = { time: '2026-05-03T00:00:00Z', text: 'Mixed up.' };
    const before = (text: string) => ({ text: `Before the correction: ${text}` });
    const quantity = { kind: 'quantity', value: 5, comparator: null, unit: null } as const;
    for (const [previousValue, text] of [
      [{ kind: 'text', text: 'Negative' }, 'Negative'],
      [quantity, '5'],
      [{ ...quantity, comparator: '<', unit: 'mg/dL' }, '<5 mg/dL'],
    ] as const) {
      expect(observationOf({ previousValue }, corrected)).to.deep.include({
        status: 'corrected',
        note: [before(text), said],
      });
    }
    expect(observationOf({}, corrected)).to.deep.include({ status: 'final', note: [said] });
    expect(observationOf({}, { status: 'amended' })['status']).to.equal('amended');
    const wordless = { correction: { text: ' ', correctedAt: null } };
    expect(observationOf({}, wordless)).not.to.have.property('note');
    const dateless = { correction: { text: 'Mixed up.', correctedAt: null } };
    expect(observationOf({}, dateless)['note']).to.deep.equal([{ text: 'Mixed up.' }]);
  });

  it('gives each side of a range, or its words alone', () => {
    const range = (low: number | null, high: number | null, text: string | null = null) =>
      observationOf({ referenceRange: { low, high, text } })['referenceRange'];
    expect(range(1, null)).to.deep.equal([{ low: { value: 1 } }]);
    expect(range(null, 2)).to.deep.equal([{ high: { value: 2 } }]);
    expect(range(null, null, 'Negative')).to.deep.equal([{ text: 'Negative' }]);
    expect(range(null, null, ' ')).to.equal(undefined);
  });

  it('has the code of a unit only where that is surely one of UCUM', () => {
    const unit = (text: string | null) =>
      observationOf({ value: { kind: 'quantity', value: 1, comparator: null, unit: text } })[
        'valueQuantity'
      ];
    expect(unit('mg/dL')).to.deep.equal({ value: 1, unit: 'mg/dL', system: ucum, code: 'mg/dL' });
    expect(unit(' cells ')).to.deep.equal({ value: 1, unit: 'cells' });
    expect(unit(null)).to.deep.equal({ value: 1 });
  });
});

describe('units of UCUM', () => {
  it('are those that laboratories use, multiplied and divided, with anything in an annotation', () => {
    for (const unit of [
      ...['1', '%', '{INR}', '{score}', 'g', 'mg/dL', 'mmol/L', 'mL/min', 'mL/min/{1.73_m2}'],
      ...['10*3/uL', '10^9/L', '10*-6', '/[HPF]', '/uL', 'u[iU]/mL', 'm[IU]/L', 'mm[Hg]', 'kPa'],
      ...['[pH]', '[degF]', 'Cel', '[lb_av]', "[arb'U]/mL", 'mosm/kg', 'g.m', 'mg/g{creat}'],
      ...['m2', 's', 'min', 'h', 'd', 'wk', 'mo', 'a', 'ng/mL/h', 'ukat/L', '{copies}/mL'],
    ]) {
      expect(isUcum(unit), unit).to.equal(true);
    }
  });

  it('are no others: a word, a slip, a prefix where none is taken', () => {
    for (const unit of [
      ...['', ' ', '2', 'Units', 'odd unit', 'cells', 'mg/', 'mg//dL', '//dL', '.', 'mg.', '.mg'],
      ...['mL/min/1.73m2', '[foo]', 'k[pH]', 'k%', 'mmin', '10*', '10*x', '{a b}', 'mg{', 'dl '],
    ]) {
      expect(isUcum(unit), unit).to.equal(false);
    }
  });
});
