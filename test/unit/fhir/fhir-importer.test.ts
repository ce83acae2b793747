import { expect } from 'chai';
import { importBundle, ImportError } from '../../../mocks/people/imported-person.js';
import { id } from '../../../src/contract/fields.js';
import { result } from '../../../src/contract/record/results.js';
import {
  bundle,
  imported,
  observation,
  patient,
  report,
  section,
} from '../support/fhir-bundles.js';

const person = (more: Record<string, unknown>) => importBundle(bundle([patient(more)])).person;
const username = (given: readonly string[], family: string) =>
  person({ name: [{ given, family }] }).account?.username;

describe('a person from a FHIR bundle', () => {
  it('signs in as first.last with the password of the demo', () => {
    const { patient: record, account } = person({});
    expect(record).to.deep.include({
      givenName: 'Ana',
      familyName: 'Rivera',
      birthDate: '1980-02-03',
      sex: 'female',
    });
    expect(account).to.deep.equal({ username: 'ana.rivera', password: 'Garden-gate-7' });
  });

  it('has a username of letters only, in lower case, without accents', () => {
    expect(username(['Felipa'], "O'Keefe")).to.equal('felipa.okeefe');
    expect(username(['José Eduardo181', 'Luis'], 'Núñez-Ibáñez9')).to.equal(
      'joseeduardo.nunezibanez',
    );
    expect(username(['Søren'], 'Weiß')).to.equal('soren.weiss');
    expect(username(['민아'], '박')).to.equal('민아.박');
  });

  describe('is reached', () => {
    const home = { line: ['12 Harbor Road', 'Apt 3'], city: 'Camden', state: 'NJ' };
    const contactOf = (more: Record<string, unknown>) => {
      const { person: read, skipped } = importBundle(bundle([patient(more)]));
      return { ...read.patient.contact, skipped };
    };

    it('at home, or by a mobile phone, rather than at work', () => {
      const telecom = [
        { system: 'phone', use: 'work', value: '555-555-0101' },
        { system: 'phone', use: 'old', value: '555-555-0102' },
        { system: 'phone', use: 'mobile', value: ' 555-555-0103 ' },
        { system: 'email', value: 'ana@example.org' },
        { system: 'fax', value: '555-555-0104' },
      ];
      const address = [
        { ...home, use: 'work', postalCode: '08102' },
        { ...home, use: 'home', postalCode: '08103' },
      ];
      expect(contactOf({ telecom, address })).to.deep.equal({
        email: 'ana@example.org',
        phone: '555-555-0103',
        address: {
          line1: '12 Harbor Road',
          line2: 'Apt 3',
          city: 'Camden',
          state: 'NJ',
          postalCode: '08103',
        },
        skipped: { 'Patient: telecom': 3, 'Patient: address': 1 },
      });
    });

    it('in no way that the record has no place for, and that is counted', () => {
      const telecom = [
        { system: 'email', use: 'old', value: 'ana@example.org' },
        { system: 'email', value: 'no address' },
        { system: 'phone', value: 'ask Ben' },
        7,
      ];
      const address = { ...home, state: 'Lower Saxony', postalCode: '30159' };
      expect(contactOf({ telecom, address: [address] })).to.deep.equal({
        email: null,
        phone: null,
        address: null,
        skipped: { 'Patient: telecom': 4, 'Patient: address': 1 },
      });
      expect(contactOf({}).skipped).to.deep.equal({});
    });
  });

  it('keeps the name as it is written', () => {
    const { patient: record } = person({
      name: [{ given: ['Cody889', 'J.'], family: "O'Hara12" }],
    });
    expect(record.givenName).to.equal('Cody889 J.');
    expect(record.familyName).to.equal("O'Hara12");
  });

  it('has the official name, not an old one', () => {
    const names = [
      { use: 'maiden', given: ['Ana'], family: 'Botsford' },
      { use: 'nickname', given: ['Anita'], family: 'Rivera' },
    ];
    expect(person({ name: names }).account?.username).to.equal('anita.rivera');
    const official = { use: 'official', given: ['Ana'], family: 'Rivera' };
    expect(person({ name: [...names, official] }).account?.username).to.equal('ana.rivera');
  });

  it('has no birth date and no sex where the source gives none', () => {
    const { birthDate, sex } = person({ birthDate: undefined, gender: undefined }).patient;
    expect(birthDate).to.equal(null);
    expect(sex).to.equal('unknown');
  });

  for (const birthDate of ['1980-02-30', '0000-01-01', '9990-01-01', 'spring']) {
    it(`has no birth date where the source gives ${birthDate}, and that is counted`, () => {
      const { person: read, skipped } = importBundle(bundle([patient({ birthDate })]));
      expect(read.patient.birthDate).to.equal(null);
      expect(skipped).to.deep.equal({ 'Patient: date that is none': 1 });
    });
  }

  it('is born in a year or a month where the source says no more', () => {
    expect(person({ birthDate: '1980' }).patient.birthDate).to.equal('1980');
    expect(person({ birthDate: '1980-02' }).patient.birthDate).to.equal('1980-02');
  });

  it('has the same opaque ids each time the file is read', () => {
    const source = bundle([patient(), observation('glucose'), report('panel', ['Observation/x'])]);
    const first = importBundle(source);
    expect(importBundle(source)).to.deep.equal(first);
    const { patient: record, reports } = first.person;
    const ids = [record, ...reports, ...reports.flatMap(({ observations }) => observations)].map(
      (each) => each.id,
    );
    expect(new Set(ids).size).to.equal(4);
    for (const each of ids) {
      expect(id.safeParse(each).success).to.equal(true);
      expect(each).not.to.match(/ana|glucose|panel/);
    }
  });

  describe('apart from others', () => {
    const idOf = (fullUrl: string | undefined, more: Record<string, unknown>) => {
      const entry = [{ ...(fullUrl && { fullUrl }), resource: patient({ id: '1', ...more }) }];
      return importBundle({ resourceType: 'Bundle', type: 'collection', entry }).person.patient.id;
    };

    for (const fullUrl of [undefined, 'Patient/1']) {
      it(`has an id of her own where the file names her ${fullUrl ?? 'by no address'}`, () => {
        const others = [
          {},
          { name: [{ given: ['Bertha'], family: 'Beta' }] },
          { birthDate: '1980-02-04' },
          { identifier: [{ system: 'urn:example', value: '7' }] },
          { identifier: [{ system: 'urn:example', value: '8' }] },
        ];
        expect(new Set(others.map((more) => idOf(fullUrl, more))).size).to.equal(others.length);
        for (const more of others) expect(idOf(fullUrl, more)).to.equal(idOf(fullUrl, more));
      });
    }

    it('keeps her id under an address of her own, whatever else changes', () => {
      for (const fullUrl of [
        'urn:uuid:1c5a3f6e-0000-4000-8000-000000000001',
        'https://hospital.example/fhir/Patient/1',
      ]) {
        expect(idOf(fullUrl, { birthDate: '1980-02-04' })).to.equal(idOf(fullUrl, {}));
      }
    });

    it('is not kept out by a malformed identifier', () => {
      expect(idOf(undefined, { identifier: 7 })).to.equal(idOf(undefined, {}));
    });
  });

  it('has results as the contract has them', () => {
    const { reports } = imported(observation('glucose'), report('panel', ['Observation/glucose']));
    for (const { reviewed, reviewedAt, patientId, ...record } of reports) {
      const row = { ...record, observationCount: 1, abnormalCount: 0 };
      expect(result.safeParse(row).error?.message).to.equal(undefined);
      expect([reviewed, reviewedAt, patientId.length]).to.deep.equal([true, null, 14]);
    }
    expect(reports).to.have.lengthOf(1);
  });
});

describe('a bundle', () => {
  for (const type of ['transaction', 'batch', 'collection', 'searchset', 'document']) {
    it(`of type ${type} is read`, () => {
      const source = bundle([patient(), observation('one')], type);
      expect(importBundle(source).person.reports).to.have.lengthOf(1);
    });
  }

  it('has what was not read counted by kind', () => {
    const survey = { category: [{ coding: [{ code: 'survey' }] }] };
    const { reports, skipped } = imported(
      observation('one'),
      observation('two', survey),
      observation('three', survey),
      observation('four', { category: undefined }),
      report('note', ['Observation/two'], { category: [section('PHY')] }),
      { resourceType: 'Claim', id: 'a' },
      { resourceType: 'Claim', id: 'b', contained: [{ resourceType: 'Coverage', id: 'c' }] },
    );
    expect(reports).to.have.lengthOf(1);
    expect(skipped).to.deep.equal({
      Claim: 2,
      'DiagnosticReport (PHY)': 1,
      Observation: 1,
      'Observation (survey)': 2,
    });
  });

  it('has nothing skipped where all was read', () => {
    expect(imported(observation('one')).skipped).to.deep.equal({});
  });

  it('has a wrong member left out and counted, and the rest read', () => {
    const { reports, skipped } = imported(
      observation('good'),
      observation('bad', { valueQuantity: { value: '90', unit: 'mg/dL' } }),
      observation('one coding', {
        code: { coding: [{ code: 7 }, { display: 'Sodium' }, { display: 8 }] },
      }),
      report('bad', [], { status: 3 }),
    );
    expect(
      reports.map(({ observations: [first] }) => [first?.name, first?.absentReason]),
    ).to.deep.equal([
      ['Glucose [Mass/volume] in Serum or Plasma', null],
      ['Glucose [Mass/volume] in Serum or Plasma', 'This kind of value cannot be shown here'],
      ['Sodium', null],
    ]);
    expect(skipped).to.deep.equal({
      'DiagnosticReport (malformed)': 1,
      'Observation.code (malformed)': 1,
      'Observation.valueQuantity (malformed)': 1,
    });
  });

  it('has a resource that comes twice read once', () => {
    const { reports, skipped } = imported(observation('one'), observation('one'));
    expect(reports).to.have.lengthOf(1);
    expect(skipped).to.deep.equal({ 'Observation (repeated)': 1 });
  });

  it('may have entries without a resource', () => {
    const entry = [
      { resource: patient() },
      { request: { method: 'DELETE', url: 'Observation/9' } },
      { resource: 'none' },
    ];
    expect(importBundle({ resourceType: 'Bundle', type: 'batch', entry }).skipped).to.deep.equal({
      'entry that is no resource': 1,
      'entry without a resource': 1,
    });
  });
});

describe('a file that no person can be read from', () => {
  const refusals: readonly (readonly [what: string, json: unknown, message: RegExp])[] = [
    ['null', null, /is no FHIR bundle but null\. Expected a FHIR R4 bundle/],
    ['a list', [], /is no FHIR bundle but a list\. Expected/],
    ['a text', 'Bundle', /is no FHIR bundle but a string\. Expected/],
    ['another object', { name: 'x' }, /but an object without "resourceType"\. Expected/],
    ['another resource', patient(), /but a FHIR resource of type "Patient"\. Expected/],
    [
      'a bundle without type',
      { resourceType: 'Bundle' },
      /cannot be read: .* at "type"\. Expected/,
    ],
    [
      'a bundle with a wrong entry',
      { resourceType: 'Bundle', type: 'batch', entry: [{}, 7] },
      /cannot be read: .* at "entry\.1"\. Expected/,
    ],
    [
      'a history',
      bundle([patient()], 'history'),
      /of type "history"\. Expected one of .*searchset/,
    ],
    ['an empty bundle', bundle([]), /has 0 entries and no resource\. Expected one Patient/],
    [
      'a bundle without Patient',
      bundle([observation('one'), observation('two')]),
      /has no Patient\. Found: Observation 2\. Expected one Patient/,
    ],
    [
      'a bundle of several Patients',
      bundle([patient(), patient({ id: 'ben' })]),
      /has 2 Patients\. Expected one: bring each person in a file of their own/,
    ],
  ];
  for (const [what, json, message] of refusals) {
    it(`is refused with what was found and what is expected: ${what}`, () => {
      expect(() => importBundle(json)).to.throw(ImportError, message);
    });
  }
});
