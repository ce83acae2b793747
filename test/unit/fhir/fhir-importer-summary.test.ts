import { expect } from 'chai';
import { concept, importedRecord, type Json } from '../support/fhir-bundles.js';

const subject = { reference: 'Patient/ana' };
const ips = (code: string): Json =>
  concept('http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips', code, code);
const snomed = (code: string, display: string): Json =>
  concept('http://snomed.info/sct', code, display);

const condition = (code: Json, more: Json = {}): Json => ({
  ...{ resourceType: 'Condition', subject, code },
  ...more,
});
const allergy = (code: Json, more: Json = {}): Json => ({
  ...{ resourceType: 'AllergyIntolerance', patient: subject, code },
  ...more,
});
const verified = (code: string): Json => ({ verificationStatus: { coding: [{ code }] } });

describe('a condition', () => {
  for (const code of [
    { text: 'Post-traumatic stress disorder (PTSD)' },
    snomed('161503006', 'History of myocardial infarction (situation)'),
    { text: 'Employment-related asthma (occupational)' },
  ]) {
    it(`is not left out because of a word: ${JSON.stringify(code)}`, () => {
      expect(importedRecord(condition(code)).conditions).to.have.lengthOf(1);
    });
  }

  it('tells how sure it is, and how severe', () => {
    const cancer = { text: 'Lung cancer' };
    const certainties = ['differential', 'provisional', 'unconfirmed', 'confirmed'].map((code) => {
      const [read] = importedRecord(condition(cancer, verified(code))).conditions;
      return read?.certainty;
    });
    expect(certainties).to.deep.equal(['differential', 'provisional', 'unconfirmed', undefined]);
    const severity = snomed('24484000', 'Severe (severity modifier)');
    const [read] = importedRecord(condition(cancer, { severity })).conditions;
    expect(read?.severity).to.equal('Severe (severity modifier)');
  });

  it('has a year or a month where the source names no more', () => {
    const onsetDateTime = '1999-05';
    const [read] = importedRecord(condition({ text: 'Asthma' }, { onsetDateTime })).conditions;
    expect(read?.onsetOn).to.equal('1999-05');
  });
});

describe('what a condition began with, where there is no date', () => {
  const years = { value: 12, unit: 'years', system: 'http://unitsofmeasure.org', code: 'a' };
  for (const [source, words] of [
    [{ onsetAge: years }, 'age 12 years'],
    [{ onsetAge: { value: 1, code: 'mo' } }, 'age 1 month'],
    [
      { onsetRange: { low: { value: 30, code: 'a' }, high: { value: 40, code: 'a' } } },
      'age 30 years to 40 years',
    ],
    [{ onsetString: 'in childhood' }, 'in childhood'],
  ] as const) {
    it(`is said in its words: ${words}`, () => {
      const { conditions, skipped } = importedRecord(condition({ text: 'Asthma' }, source));
      expect(conditions.map(({ onset, onsetOn }) => [onset, onsetOn])).to.deep.equal([
        [words, null],
      ]);
      expect(skipped).to.deep.equal({});
    });
  }
});

describe('an allergy', () => {
  it('tells how sure it is, how dangerous, and to what where only a reaction says so', () => {
    const reaction = [{ substance: { text: 'Penicillin' }, manifestation: [{ text: 'Hives' }] }];
    const [read] = importedRecord(
      allergy({}, { ...verified('unconfirmed'), criticality: 'high', reaction }),
    ).allergies;
    expect(read).to.deep.include({
      substance: 'Penicillin',
      certainty: 'unconfirmed',
      criticality: 'high',
      reactions: ['Hives'],
    });
  });
});

describe('a list of which there is nothing', () => {
  const absent = (...resources: readonly Json[]) => {
    const { conditions, allergies, medications, immunizations, absences, skipped } = importedRecord(
      ...resources,
    );
    expect([conditions, allergies, medications, immunizations].flat()).to.deep.equal([]);
    return { absences, skipped };
  };
  const noneKnown = { kind: 'none-known', parts: [] };

  for (const code of [
    ips('no-known-allergies'),
    snomed('160244002', 'No known allergies'),
    snomed('716186003', 'No known allergy (situation)'),
    { text: 'No Known Allergies' },
    { text: 'NKA' },
  ]) {
    it(`has none that is known: ${JSON.stringify(code)}`, () => {
      expect(absent(allergy(code))).to.deep.equal({
        absences: { allergies: noneKnown },
        skipped: { 'AllergyIntolerance (none known)': 1 },
      });
    });
  }

  for (const [code, words] of [
    [{ text: 'NKDA' }, 'No known drug allergies'],
    [snomed('716184000', 'No known latex allergy'), 'No known latex allergy'],
    [snomed('428607008', 'No known environmental allergy'), 'No known environmental allergy'],
    [{ text: 'No known allergy to eggs' }, 'No known allergy to eggs'],
  ] as const) {
    it(`has none of one kind, which is not none at all: ${words}`, () => {
      const { absences } = absent(allergy(code));
      expect(absences?.allergies).to.deep.equal({ kind: null, parts: [words] });
    });
  }

  it('is known to have none of each kind of list', () => {
    const { absences } = absent(
      condition(snomed('160245001', 'No current problems or disability')),
      {
        ...{ resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject },
        medicationCodeableConcept: ips('no-known-medications'),
      },
    );
    expect(absences).to.deep.equal({ conditions: noneKnown, medications: noneKnown });
  });

  it('may be one of which nobody knows', () => {
    const unknown = { kind: 'no-information', parts: [] };
    const { absences } = absent(
      condition(ips('no-problem-info')),
      allergy(ips('no-allergy-info')),
      {
        ...{ resourceType: 'Immunization', status: 'completed', patient: subject },
        vaccineCode: ips('no-immunization-info'),
      },
    );
    expect(absences).to.deep.equal({
      conditions: unknown,
      allergies: unknown,
      immunizations: unknown,
    });
  });

  it('is not made of words that only begin like that', () => {
    const { allergies } = importedRecord(allergy({ text: 'No-rinse shampoo' }));
    expect(allergies).to.have.lengthOf(1);
  });
});
