import { expect } from 'chai';
import { importedRecord, type Json } from '../support/fhir-bundles.js';

const prescription = (id: string, more: Json): Json => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'active',
  intent: 'order',
  subject: { reference: 'Patient/ana' },
  medicationCodeableConcept: { text: 'Methotrexate 2.5 mg' },
  ...more,
});

const directions = (...dosageInstruction: readonly Json[]) => {
  const { medications, skipped } = importedRecord(prescription('one', { dosageInstruction }));
  return [medications[0]?.directions, skipped];
};

const dose = (value: number, unit: string): Json => ({
  doseAndRate: [{ doseQuantity: { value, unit } }],
});
const every = (repeat: Json): Json => ({ timing: { repeat } });
const daily = { frequency: 1, period: 1, periodUnit: 'd' };

describe('the directions of a structured dosage', () => {
  const dosages: readonly (readonly [words: string, ...dosages: readonly Json[]])[] = [
    ['4 tablets, every Monday', { ...dose(4, 'tablets'), ...every({ dayOfWeek: ['mon'] }) }],
    [
      '2 tablets, once every 4 to 6 hours, as needed, at most 8 tablets a day',
      {
        ...dose(2, 'tablets'),
        ...every({ frequency: 1, period: 4, periodMax: 6, periodUnit: 'h' }),
        asNeededBoolean: true,
        maxDosePerPeriod: {
          numerator: { value: 8, unit: 'tablets' },
          denominator: { value: 1, unit: 'd' },
        },
      },
    ],
    [
      '1 capsule, 3 times a day, for 7 days',
      {
        ...dose(1, 'capsule'),
        ...every({
          boundsDuration: { value: 7, unit: 'days', code: 'd' },
          ...{ frequency: 3, period: 1, periodUnit: 'd' },
        }),
      },
    ],
    ['5 mg, at bedtime', { ...dose(5, 'mg'), ...every({ when: ['HS'] }) }],
    [
      '1 to 2 tablets, once every 6 hours, as needed for pain',
      {
        doseAndRate: [
          {
            doseRange: {
              low: { value: 1, unit: 'tablet' },
              high: { value: 2, unit: 'tablets' },
            },
          },
        ],
        ...every({ frequency: 1, period: 6, periodUnit: 'h' }),
        asNeededCodeableConcept: { text: 'pain' },
      },
    ],
    [
      '1 tablet, once a week, on Sunday. Stay upright for 30 minutes',
      {
        ...dose(1, 'tablet'),
        ...every({ frequency: 1, period: 1, periodUnit: 'wk', dayOfWeek: ['sun'] }),
        additionalInstruction: [{ text: 'Stay upright for 30 minutes' }],
      },
    ],
    [
      '40 mg a day for 5 days; then 20 mg a day for 5 days',
      { sequence: 2, text: 'then 20 mg a day for 5 days' },
      { sequence: 1, text: '40 mg a day for 5 days' },
    ],
    [
      '20 units, once a day, at 10:00 PM',
      { ...dose(20, 'units'), ...every({ ...daily, timeOfDay: ['22:00:00'] }) },
    ],
    [
      '1 to 2 times a day, 30 minutes before meals, 6 times in all',
      every({
        ...{ frequency: 1, frequencyMax: 2, period: 1, periodUnit: 'd' },
        ...{ when: ['AC'], offset: 30, count: 6 },
      }),
    ],
    ['Twice a day', { timing: { code: { coding: [{ code: 'BID' }] } } }],
    [
      'As told. With food',
      { text: 'As told', patientInstruction: 'With food', asNeededBoolean: true },
    ],
  ];
  for (const [words, ...sources] of dosages) {
    it(`say every part: ${words}`, () => {
      const [read, skipped] = directions(...sources);
      expect(read).to.equal(words);
      expect(skipped).to.deep.equal({});
    });
  }

  const unsayable: readonly (readonly [what: string, dosage: Json])[] = [
    ['a unit of time', every({ ...daily, periodUnit: 'lustrum' })],
    ['an event', every({ when: ['FULLMOON'] })],
    ['a part', { ...dose(1, 'tablet'), invented: true }],
    ['a part of a timing', every({ ...daily, boundsRange: {} })],
    ['a wrong number', every({ ...daily, frequency: '2' })],
    ['a meaning', { text: 'One a day', modifierExtension: [{ url: 'urn:x' }] }],
    ['a dose of several', { doseAndRate: [{}, {}] }],
  ];
  for (const [what, dosage] of unsayable) {
    it(`are none, and told to be missing, where ${what} is unknown`, () => {
      const [read, skipped] = directions({ text: 'One a day' }, dosage);
      expect(read).to.equal(null);
      expect(skipped).to.deep.equal({ 'MedicationRequest.dosageInstruction': 1 });
    });
  }
});

describe('what is no medicine to take', () => {
  for (const doNotPerform of [true, 'yes']) {
    it(`is not listed: doNotPerform ${JSON.stringify(doNotPerform)}`, () => {
      const { medications, skipped } = importedRecord(prescription('one', { doNotPerform }));
      expect(medications).to.deep.equal([]);
      expect(skipped).to.deep.equal({ 'MedicationRequest (not to be taken)': 1 });
    });
  }
});

describe('the refills of a prescription', () => {
  const fill = (id: string, status = 'completed'): Json => ({
    resourceType: 'MedicationDispense',
    id,
    status,
    subject: { reference: 'Patient/ana' },
    authorizingPrescription: [{ reference: 'MedicationRequest/one' }],
  });
  const refills = (dispenseRequest: Json | undefined, ...fills: readonly Json[]) => {
    const { medications } = importedRecord(prescription('one', { dispenseRequest }), ...fills);
    return [medications[0]?.refillsRemaining, medications[0]?.refillsUntil];
  };

  it('are those allowed less those dispensed: the first fill is none', () => {
    const allowed = { numberOfRepeatsAllowed: 2 };
    expect(refills(allowed, fill('a'))).to.deep.equal([2, null]);
    expect(refills(allowed, fill('a'), fill('b'))).to.deep.equal([1, null]);
    expect(refills(allowed, fill('a'), fill('b'), fill('c'), fill('d'))).to.deep.equal([0, null]);
    expect(refills(allowed, fill('a'), fill('b', 'cancelled'))).to.deep.equal([2, null]);
  });

  it('are not known where nobody tells how often it was filled, or how many are allowed', () => {
    expect(refills({ numberOfRepeatsAllowed: 11 })).to.deep.equal([null, null]);
    expect(refills(undefined, fill('a'))).to.deep.equal([null, null]);
    expect(refills({ numberOfRepeatsAllowed: 0 })).to.deep.equal([0, null]);
  });

  it('end with the time for which it is valid', () => {
    const validityPeriod = { start: '2019-01-01', end: '2020-01-01' };
    const [, until] = refills({ numberOfRepeatsAllowed: 11, validityPeriod });
    expect(until).to.equal('2020-01-01');
  });
});

describe('what is known to be taken', () => {
  const statement = (more: Json): Json => ({
    resourceType: 'MedicationStatement',
    id: 'insulin',
    status: 'active',
    subject: { reference: 'Patient/ana' },
    medicationCodeableConcept: { text: 'Insulin, long-acting' },
    dosage: [{ text: '20 units at bedtime' }],
    effectivePeriod: { start: '2025-01' },
    ...more,
  });

  it('is listed, with how and since when', () => {
    const [read] = importedRecord(statement({})).medications;
    expect(read).to.deep.include({
      name: 'Insulin, long-acting',
      directions: '20 units at bedtime',
      status: 'active',
      prescribedHere: false,
      documentedHere: true,
      prescribedOn: null,
      takenSince: '2025-01',
      refillsRemaining: null,
    });
  });

  it('is one entry with its prescription, as are orders to fill it', () => {
    const basedOn = [{ reference: 'MedicationRequest/one' }];
    const { medications, skipped } = importedRecord(
      prescription('one', {}),
      prescription('two', { intent: 'filler-order', basedOn }),
      statement({ basedOn }),
    );
    expect(medications.map(({ name }) => name)).to.deep.equal(['Methotrexate 2.5 mg']);
    expect(skipped).to.deep.equal({
      'MedicationRequest (part of a prescription)': 1,
      'MedicationStatement (part of a prescription)': 1,
    });
  });

  it('is not what is not taken', () => {
    expect(importedRecord(statement({ status: 'not-taken' })).medications).to.deep.equal([]);
  });
});
