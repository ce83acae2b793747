import { expect } from 'chai';
import { allergy, condition, immunization, vital } from '../../../src/contract/record/record.js';
import {
  concept,
  importedRecord,
  loinc,
  observation,
  observationCategory,
  type Json,
} from '../support/fhir-bundles.js';

const about = { subject: { reference: 'Patient/ana' } };
const ben = { subject: { reference: 'Patient/ben' } };
const clinical = (code: string): Json =>
  concept('http://terminology.hl7.org/CodeSystem/condition-clinical', code);
const snomed = (code: string, display: string): Json =>
  concept('http://snomed.info/sct', code, display);

const conditionOf = (more: Json): Json => ({
  resourceType: 'Condition',
  id: 'asthma',
  clinicalStatus: clinical('active'),
  code: snomed('195967001', 'Asthma (disorder)'),
  ...about,
  onsetDateTime: '1999-05-24T23:30:00-05:00',
  ...more,
});

describe('a condition from a FHIR bundle', () => {
  it('has its name without the kind of thing that it is, its code and day', () => {
    const { conditions, skipped } = importedRecord(conditionOf({}));
    expect(conditions[0]).to.deep.include({
      name: 'Asthma',
      code: { system: 'http://snomed.info/sct', code: '195967001', display: 'Asthma (disorder)' },
      status: 'active',
      onsetOn: '1999-05-24',
      resolvedOn: null,
    });
    expect(condition.safeParse(conditions[0]).success).to.equal(true);
    expect(skipped).to.deep.equal({});
  });

  it('keeps brackets that belong to its name, and is coded by ICD-10-CM first', () => {
    const coding = [
      { system: 'http://snomed.info/sct', code: '1' },
      { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'E11.9' },
    ];
    const code = { text: 'Diabetes (type 2)', coding };
    const [read] = importedRecord(conditionOf({ code })).conditions;
    expect(read?.name).to.equal('Diabetes (type 2)');
    expect(read?.code?.code).to.equal('E11.9');
  });

  for (const [status, more, expected] of [
    ['resolved', { abatementDateTime: '2020-01-02' }, ['resolved', '2020-01-02']],
    ['remission', {}, ['resolved', null]],
    ['inactive', {}, ['resolved', null]],
    ['recurrence', {}, ['active', null]],
    [null, {}, ['active', null]],
    [null, { abatementDateTime: '2020-01-02' }, ['resolved', '2020-01-02']],
  ] as const) {
    it(`of status ${String(status)} is ${expected[0]}`, () => {
      const clinicalStatus = status === null ? undefined : clinical(status);
      const [read] = importedRecord(conditionOf({ clinicalStatus, ...more })).conditions;
      expect([read?.status, read?.resolvedOn]).to.deep.equal(expected);
    });
  }

  for (const [why, more] of [
    ['social', { code: snomed('160903007', 'Full-time employment (finding)') }],
    ['social', { code: snomed('73595000', 'Stress (finding)') }],
    ['social', { category: [concept('urn:any', 'sdoh')] }],
    ['situation', { code: snomed('314529007', 'Medication review due (situation)') }],
    ['not so', { verificationStatus: clinical('entered-in-error') }],
    ['not so', { verificationStatus: clinical('refuted') }],
    ['without a name', { code: undefined }],
    ['not about this patient', ben],
  ] as const) {
    it(`is none, and counted, if it is ${why}: ${JSON.stringify(more)}`, () => {
      const { conditions, skipped } = importedRecord(conditionOf(more));
      expect(conditions).to.deep.equal([]);
      expect(skipped).to.deep.equal({ [`Condition (${why})`]: 1 });
    });
  }

  it('is one where a finding or a disorder is of the body', () => {
    const { conditions } = importedRecord(
      conditionOf({ code: snomed('162864005', 'Body mass index 30+ - obesity (finding)') }),
      conditionOf({
        id: 'ptsd',
        code: snomed('47505003', 'Posttraumatic stress disorder (disorder)'),
      }),
    );
    expect(conditions.map(({ name }) => name)).to.deep.equal([
      'Body mass index 30+ - obesity',
      'Posttraumatic stress disorder',
    ]);
  });
});

const allergyOf = (more: Json): Json => ({
  resourceType: 'AllergyIntolerance',
  id: 'peanuts',
  clinicalStatus: clinical('active'),
  code: snomed('91935009', 'Allergy to peanuts'),
  patient: { reference: 'Patient/ana' },
  recordedDate: '1959-11-22T09:52:22+00:00',
  ...more,
});

describe('an allergy from a FHIR bundle', () => {
  it('is to a substance, with what happened and the worst that it was', () => {
    const manifestation = [{ text: 'Hives' }, snomed('271807003', 'Rash (finding)')];
    const reaction = [
      { severity: 'mild', manifestation },
      { severity: 'severe', manifestation: [{ text: 'Hives' }] },
    ];
    const { allergies, skipped } = importedRecord(
      allergyOf({ reaction }),
      allergyOf({ id: 'b', code: { text: 'Shellfish allergy' }, recordedDate: undefined }),
    );
    expect(allergies[0]).to.deep.include({
      substance: 'Peanuts',
      reactions: ['Hives', 'Rash'],
      severity: 'severe',
      notedOn: '1959-11-22',
    });
    expect(allergies[1]).to.deep.include({
      substance: 'Shellfish',
      code: null,
      reactions: [],
      severity: null,
      notedOn: null,
    });
    for (const each of allergies) expect(allergy.safeParse(each).success).to.equal(true);
    expect(skipped).to.deep.equal({});
  });

  for (const [why, more] of [
    ['over', { clinicalStatus: clinical('resolved') }],
    ['not so', { verificationStatus: clinical('refuted') }],
    ['none known', { code: snomed('716186003', 'No known allergy (situation)') }],
    ['not about this patient', { patient: { reference: 'Patient/ben' } }],
  ] as const) {
    it(`is none, and counted, if it is ${why}`, () => {
      const { allergies, skipped } = importedRecord(allergyOf(more));
      expect(allergies).to.deep.equal([]);
      expect(skipped).to.deep.equal({ [`AllergyIntolerance (${why})`]: 1 });
    });
  }
});

describe('an immunization from a FHIR bundle', () => {
  const shot = (more: Json): Json => ({
    resourceType: 'Immunization',
    id: 'tdap',
    status: 'completed',
    vaccineCode: concept('http://hl7.org/fhir/sid/cvx', '115', 'Tdap'),
    patient: { reference: 'Patient/ana' },
    occurrenceDateTime: '2011-09-07T09:52:22+00:00',
    ...more,
  });

  it('has its CVX code and day', () => {
    const { immunizations } = importedRecord(shot({}));
    expect(immunizations[0]).to.deep.include({
      name: 'Tdap',
      code: { system: 'http://hl7.org/fhir/sid/cvx', code: '115', display: 'Tdap' },
      givenOn: '2011-09-07',
    });
    expect(immunization.safeParse(immunizations[0]).success).to.equal(true);
  });

  it('is none if it was not given', () => {
    const { immunizations, skipped } = importedRecord(shot({ status: 'not-done' }));
    expect(immunizations).to.deep.equal([]);
    expect(skipped).to.deep.equal({ 'Immunization (not-done)': 1 });
  });

  it('has a year or a month where the source names no more', () => {
    for (const occurrenceDateTime of ['2011', '2011-09']) {
      const { immunizations, skipped } = importedRecord(shot({ occurrenceDateTime }));
      expect(immunizations[0]?.givenOn).to.equal(occurrenceDateTime);
      expect(immunization.safeParse(immunizations[0]).success).to.equal(true);
      expect(skipped).to.deep.equal({});
    }
  });
});

describe('a vital sign from a FHIR bundle', () => {
  const category = [observationCategory('vital-signs')];
  const part = (code: string, value: number): Json => ({
    code: loinc(code, code),
    valueQuantity: { value, unit: 'mm[Hg]' },
  });

  it('is one number, as it was sent', () => {
    const valueQuantity = { value: 27.6182, unit: 'kg/m2' };
    const code = loinc('39156-5', 'Body Mass Index');
    const { vitals, skipped } = importedRecord(
      observation('bmi', { category, code, valueQuantity }),
    );
    expect(vitals[0]).to.deep.include({
      name: 'Body Mass Index',
      takenAt: '2024-05-06T12:30:00Z',
      values: [27.6182],
      unit: 'kg/m²',
    });
    expect(vital.safeParse(vitals[0]).success).to.equal(true);
    expect(skipped).to.deep.equal({});
  });

  it('is two numbers of a blood pressure, systolic first, in whatever order they come', () => {
    const { vitals } = importedRecord(
      observation('pressure', {
        category,
        code: loinc('85354-9', 'Blood pressure'),
        component: [part('8462-4', 77.41), part('8480-6', 130.77)],
      }),
    );
    expect(vitals[0]).to.deep.include({ values: [130.77, 77.41], unit: 'mmHg' });
  });

  it('is said part by part where it is no plain number', () => {
    const code = loinc('85354-9', 'Blood pressure');
    const { vitals, skipped } = importedRecord(
      observation('half', { category, code, component: [part('8480-6', 130)] }),
      observation('rhythm', { category, code, valueString: 'Regular' }),
      observation('fast', {
        category,
        code,
        valueQuantity: { value: 200, comparator: '>', unit: '/min' },
      }),
      observation('saturation', {
        category,
        code,
        valueQuantity: { value: 95, unit: '%' },
        component: [{ code: { text: 'Oxygen flow' }, valueQuantity: { value: 6, unit: 'L/min' } }],
      }),
    );
    const quantity = (value: number, unit: string, comparator: string | null = null) => ({
      ...{ kind: 'quantity', value, comparator, unit },
    });
    expect(vitals.map(({ values, components }) => [values, components])).to.deep.equal([
      [[], [{ name: '8480-6', value: quantity(130, 'mmHg') }]],
      [[], [{ name: null, value: { kind: 'text', text: 'Regular' } }]],
      [[], [{ name: null, value: quantity(200, '/min', '>') }]],
      [[95], [{ name: 'Oxygen flow', value: quantity(6, 'L/min') }]],
    ]);
    for (const each of vitals) expect(vital.safeParse(each).success).to.equal(true);
    expect(skipped).to.deep.equal({});
  });

  for (const [why, more] of [
    ['nobody says that it is final', { status: 'preliminary' }],
    ['it has no date', { effectiveDateTime: undefined }],
  ] as const) {
    it(`is none, and counted, if ${why}`, () => {
      const { vitals, skipped } = importedRecord(observation('one', { category, ...more }));
      expect(vitals).to.deep.equal([]);
      expect(skipped).to.deep.equal({ 'Observation (vital-signs)': 1 });
    });
  }
});
