import { expect } from 'chai';
import { importBundle, importPeople, ImportError } from '../../../mocks/people/imported-person.js';
import { bundle, observation, patient, type Json } from '../support/fhir-bundles.js';

const read = (more: Json) => {
  const { person } = importBundle(bundle([patient(more)]));
  const { givenName, familyName } = person.patient;
  return [givenName, familyName, person.account?.username];
};

describe('a person’s name from a FHIR bundle', () => {
  const names: readonly (readonly [what: string, name: unknown, expected: readonly string[]])[] = [
    ['one name only', [{ given: ['Sukarno'] }], ['Sukarno', '', 'sukarno']],
    ['a family name only', [{ family: 'Testfall' }], ['', 'Testfall', 'testfall']],
    ['a text only', [{ text: 'Una Testfall' }], ['Una Testfall', '', 'una.testfall']],
    [
      'null in the place of a masked name',
      [{ family: 'Testfall', given: ['Una', null], _given: [null, { extension: [] }] }],
      ['Una', 'Testfall', 'una.testfall'],
    ],
    [
      'one that has ended, and a current one',
      [
        { use: 'official', given: ['Una'], family: 'Before', period: { end: '2001-02-03' } },
        { given: ['Una'], family: 'Now' },
      ],
      ['Una', 'Now', 'una.now'],
    ],
  ];
  for (const [what, name, expected] of names) {
    it(`may be ${what}`, () => {
      expect(read({ name })).to.deep.equal(expected);
    });
  }

  it('is said not to be given where there is none, and lets them sign in', () => {
    for (const name of [undefined, [], 'Ana']) {
      const [given, family, username] = read({ name });
      expect([given, family]).to.deep.equal(['Name not given', '']);
      expect(username).to.match(/^patient\.[0-9a-z]{6}$/);
    }
  });
});

describe('how a person is reached', () => {
  const contactOf = (more: Json) => importBundle(bundle([patient(more)])).person.patient.contact;

  it('is the current way before one that has ended, and that of the first rank', () => {
    const telecom = [
      { system: 'phone', value: '555-555-0100', period: { end: '2001-02-03' } },
      { system: 'phone', value: '555-555-0101', rank: 2 },
      { system: 'phone', value: '555-555-0102', rank: 1, use: 'work' },
    ];
    expect(contactOf({ telecom }).phone).to.equal('555-555-0102');
  });

  it('has a state that is written out', () => {
    const address = [
      { line: ['1 Main St', null], city: 'Camden', state: 'New Jersey', postalCode: '08103' },
    ];
    expect(contactOf({ address }).address?.state).to.equal('NJ');
  });

  it('has no address that settings could not show, and that is counted', () => {
    const long = { line: ['x'.repeat(101)], city: 'Camden', state: 'NJ', postalCode: '08103' };
    const { person, skipped } = importBundle(bundle([patient({ address: [long] })]));
    expect(person.patient.contact.address).to.equal(null);
    expect(skipped).to.deep.equal({ 'Patient: address': 1 });
  });
});

describe('several people and several bundles', () => {
  const of = (id: string): Json => ({ subject: { reference: `Patient/${id}` } });

  it('have each their own entries', () => {
    const outcomes = importPeople([
      bundle([patient(), observation('one', of('ana')), observation('two', of('ben'))]),
      bundle([patient({ id: 'ben', name: [{ given: ['Ben'], family: 'Rivera' }] })]),
    ]);
    expect(
      outcomes.map(({ person, skipped }) => [
        person.account?.username,
        person.reports.length,
        skipped,
      ]),
    ).to.deep.equal([
      ['ana.rivera', 1, {}],
      ['ben.rivera', 1, {}],
    ]);
  });

  it('have no entry that does not say whose it is', () => {
    const lost = observation('lost', { subject: undefined });
    const outcomes = importPeople([bundle([patient(), patient({ id: 'ben' }), lost])]);
    expect(outcomes.map(({ person }) => person.reports.length)).to.deep.equal([0, 0]);
  });

  const page = (
    number: number,
    resources: readonly Json[],
    ...relations: readonly string[]
  ): Json => ({
    ...bundle(resources, 'searchset'),
    total: 1200,
    link: relations.map((relation) => ({
      relation,
      url: `https://hospital.example/fhir?page=${relation === 'next' ? number + 1 : number}`,
    })),
  });

  it('are not read from the first page of a search', () => {
    const first = page(1, [patient(), observation('one')], 'next');
    expect(() => importPeople([first])).to.throw(
      ImportError,
      /only a part of a search: 2 entries of 1200.*fetch the pages that follow/,
    );
  });

  it('are read from all the pages of a search', () => {
    const outcomes = importPeople([
      page(1, [patient()], 'self', 'next'),
      page(2, [observation('one')], 'self'),
    ]);
    expect(outcomes.map(({ person }) => person.reports.length)).to.deep.equal([1]);
  });
});
