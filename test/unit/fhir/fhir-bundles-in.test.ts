import { expect } from 'chai';
import { importPeople, ImportError } from '../../../mocks/people/imported-person.js';
import { bundlesIn } from '../../../src/fhir/bundle/bundles-in.js';
import { bundle, observation, patient, type Json } from '../support/fhir-bundles.js';

const linesOf = (...resources: readonly Json[]) =>
  resources.map((resource) => JSON.stringify(resource)).join('\n');

describe('the text of a file', () => {
  it('may be NDJSON, of several patients', () => {
    const ben = patient({ id: 'ben' });
    const bundles = bundlesIn(`\uFEFF${linesOf(patient(), ben, observation('one'))}\n`);
    const counts = importPeople(bundles).map(({ person }) => person.reports.length);
    expect(counts).to.deep.equal([1, 0]);
  });

  it('may be one bundle', () => {
    expect(bundlesIn(JSON.stringify(bundle([])))).to.deep.equal([bundle([])]);
  });

  for (const [what, text, message] of [
    [
      'XML of FHIR',
      '<Bundle xmlns="http://hl7.org/fhir"/>',
      /This is FHIR as XML\. Expected FHIR R4/,
    ],
    ['C-CDA', '<?xml version="1.0"?><ClinicalDocument/>', /This is a C-CDA document/],
    ['HL7 v2', 'MSH|^~\\&|LAB', /This is an HL7 v2 message/],
    ['anything else', 'name,value', /This is not JSON/],
    ['JSON that is cut', '{"resourceType":"Bundle","entry":[', /This is not JSON/],
  ] as const) {
    it(`is named where it is ${what}`, () => {
      expect(() => bundlesIn(text)).to.throw(ImportError, message);
    });
  }
});

describe('another version of FHIR', () => {
  const subject = { reference: 'Patient/ana' };
  for (const [version, resource] of [
    ['DSTU2', { resourceType: 'MedicationOrder' }],
    ['DSTU2', { resourceType: 'Condition', patient: subject, verificationStatus: 'confirmed' }],
    ['STU3', { resourceType: 'Condition', subject, clinicalStatus: 'active' }],
    ['R5', { resourceType: 'MedicationRequest', subject, medication: { concept: {} } }],
    ['R5', { resourceType: 'Encounter', subject, class: [{ coding: [] }] }],
  ] as const) {
    it(`is named: ${version}, by ${JSON.stringify(resource)}`, () => {
      expect(() => importPeople([bundle([patient(), resource])])).to.throw(
        ImportError,
        new RegExp(`looks like FHIR ${version} .*Expected FHIR R4`),
      );
    });
  }

  it('is not one wrong resource among those of R4', () => {
    const right = {
      resourceType: 'Encounter',
      subject,
      class: { code: 'AMB' },
      status: 'finished',
    };
    const wrong = { resourceType: 'Condition', subject, clinicalStatus: 'active' };
    const [outcome] = importPeople([bundle([patient(), right, wrong])]);
    expect(outcome?.person.patient.notShown).to.deep.include({ conditions: 1 });
  });
});
