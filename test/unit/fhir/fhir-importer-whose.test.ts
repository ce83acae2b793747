import { expect } from 'chai';
import { importBundle } from '../../../mocks/people/imported-person.js';
import {
  bundle,
  imported,
  observation,
  patient,
  report,
  type Json,
} from '../support/fhir-bundles.js';

const numbered = patient({ identifier: [{ system: 'urn:oid:1.2.3', value: '111' }] });
const reads = (...resources: readonly Json[]) => {
  const { person, skipped } = importBundle(bundle([numbered, ...resources]));
  return { count: person.reports.length, skipped, notShown: person.patient.notShown };
};
const identified = (value: string): Json => ({
  subject: { identifier: { system: 'urn:oid:1.2.3', value }, display: 'Somebody' },
});

describe('an entry that is somebody else’s', () => {
  const others: readonly (readonly [how: string, more: Json])[] = [
    ['by an identifier', identified('999')],
    ['by a name', { subject: { display: 'Somebody Else' } }],
    ['by its type', { subject: { reference: 'Group/ana', type: 'Group' } }],
    ['as nobody can tell', { subject: 7 }],
  ];
  for (const [how, more] of others) {
    it(`${how} is kept out, and counted`, () => {
      const { count, skipped, notShown } = reads(observation('one', more));
      expect(count).to.equal(0);
      expect(skipped).to.deep.equal({ 'Observation (not about this patient)': 1 });
      expect(notShown).to.deep.equal({});
    });
  }

  it('is the patient’s own by an own identifier or name', () => {
    const { count } = reads(
      observation('one', identified('111')),
      observation('two', { subject: { display: 'Rivera, Ana' } }),
    );
    expect(count).to.equal(2);
  });

  it('by its focus, or of a meaning that is unknown, is kept out, counted and told', () => {
    const modifierExtension = [{ url: 'https://example.org/not', valueBoolean: true }];
    const { count, skipped, notShown } = reads(
      observation('baby', { focus: [{ display: 'Baby' }], valueString: 'O positive' }),
      observation('not', { modifierExtension }),
      report('not', [], { modifierExtension }),
    );
    expect(count).to.equal(0);
    expect(skipped).to.deep.equal({
      'DiagnosticReport (with a meaning that is not known here)': 1,
      'Observation (about somebody or something else)': 1,
      'Observation (with a meaning that is not known here)': 1,
    });
    expect(notShown).to.deep.equal({ results: 3 });
  });
});

describe('a version of a resource', () => {
  const versions = [
    observation('one', { meta: { versionId: '2' }, valueString: 'new' }),
    observation('one', { meta: { versionId: '1' }, valueString: 'old' }),
  ];
  for (const [order, resources] of [
    ['last', versions.toReversed()],
    ['first', versions],
  ] as const) {
    it(`that is the newest is read, and comes ${order}`, () => {
      const { reports } = imported(...resources);
      expect(
        reports.flatMap(({ observations }) => observations.map(({ value }) => value)),
      ).to.deep.equal([{ kind: 'text', text: 'new' }]);
    });
  }

  it('that says entered in error takes the entry out', () => {
    const wrong = observation('one', { status: 'entered-in-error' });
    for (const resources of [
      [observation('one'), wrong],
      [wrong, observation('one')],
    ]) {
      expect(imported(...resources).reports).to.deep.equal([]);
    }
  });
});

describe('what must not be told to the patient', () => {
  const security = [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'NOPAT' }];

  it('leaves no trace, nor do the parts of a report', () => {
    const { count, skipped, notShown } = reads(
      observation('gene', { meta: { security } }),
      observation('part'),
      report('panel', ['Observation/part'], { meta: { security } }),
      observation('other'),
    );
    expect([count, skipped, notShown]).to.deep.equal([1, {}, {}]);
  });

  it('is not told for other labels', () => {
    const label = [{ code: 'R' }];
    expect(reads(observation('one', { meta: { security: label } })).count).to.equal(1);
  });
});
