import { expect } from 'chai';
import { importBundle } from '../../../mocks/people/imported-person.js';
import { imported, observation, patient, report, type Json } from '../support/fhir-bundles.js';

/** A report with one result in a bundle where each resource has a full URL. */
function importedByUrl(fullUrls: readonly [string, string, string], reference: Json) {
  const resources = [
    patient(),
    observation('glucose', { subject: reference['subject'] }),
    report('panel', [String(reference['result'])], { subject: reference['subject'] }),
  ];
  return importBundle({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource, index) => ({ fullUrl: fullUrls[index], resource })),
  });
}

const uuids = ['urn:uuid:a1', 'urn:uuid:b2', 'urn:uuid:c3'] as const;
const urls = [
  'https://one.example/fhir/Patient/ana',
  'https://one.example/fhir/Observation/glucose',
  'https://one.example/fhir/DiagnosticReport/panel',
] as const;

describe('references in a bundle', () => {
  const found: readonly (readonly [
    how: string,
    fullUrls: readonly [string, string, string],
    subject: string,
    result: string,
  ])[] = [
    ['by urn:uuid', uuids, 'urn:uuid:a1', 'urn:uuid:b2'],
    ['by type and id beside urn:uuid', uuids, 'Patient/ana', 'Observation/glucose'],
    ['relative to the server', urls, 'Patient/ana', 'Observation/glucose'],
    ['by full URL', urls, urls[0], urls[1]],
    ['of a version', urls, 'Patient/ana/_history/3', `${urls[1]}/_history/1`],
  ];
  for (const [how, fullUrls, subject, result] of found) {
    it(`are followed ${how}`, () => {
      const { person, skipped } = importedByUrl(fullUrls, {
        subject: { reference: subject },
        result,
      });
      expect(person.reports.map(({ observations }) => observations.length)).to.deep.equal([1]);
      expect(skipped).to.deep.equal({});
    });
  }

  it('are followed by urn:uuid to an id where entries have no full URL', () => {
    const { reports, skipped } = imported(
      observation('b2', { subject: { reference: 'urn:uuid:ana' } }),
      report('c3', ['urn:uuid:b2']),
    );
    expect(reports).to.have.lengthOf(1);
    expect(skipped).to.deep.equal({});
  });

  it('do not lead to a namesake on another server', () => {
    const other = 'https://two.example/fhir/Patient/ana';
    const { person, skipped } = importedByUrl(urls, {
      subject: { reference: other },
      result: urls[1],
    });
    expect(person.reports).to.deep.equal([]);
    expect(skipped).to.deep.equal({
      'DiagnosticReport (not about this patient)': 1,
      'Observation (not about this patient)': 1,
    });
    const elsewhere = ['https://two.example/fhir/Patient/ana', urls[1], urls[2]] as const;
    const relative = importedByUrl(elsewhere, {
      subject: { reference: 'Patient/ana' },
      result: urls[1],
    });
    expect(relative.person.reports).to.deep.equal([]);
  });

  it('are followed into contained resources', () => {
    const contained = [observation('glucose'), observation('unused')];
    const { reports, skipped } = imported(report('panel', ['#glucose'], { contained }));
    expect(reports.map(({ observations }) => observations.length)).to.deep.equal([1]);
    expect(skipped).to.deep.equal({ 'Observation (laboratory)': 1 });
  });

  it('that lead nowhere are counted', () => {
    const { reports, skipped } = imported(
      observation('glucose'),
      report('panel', ['Observation/glucose', 'Observation/lost', '#lost']),
      observation('group', { hasMember: [{ reference: 'Observation/lost' }] }),
    );
    expect(reports.map(({ observations }) => observations.length)).to.deep.equal([1, 0]);
    expect(skipped).to.deep.equal({
      'DiagnosticReport.result (not in the file)': 2,
      'Observation.hasMember (not in the file)': 1,
    });
  });

  it('to another subject keep a result out', () => {
    const subject = { reference: 'Patient/ben' };
    const { reports, skipped } = imported(
      observation('of-ben', { subject }),
      observation('of-ana'),
      report('of-ana', ['Observation/of-ben', 'Observation/of-ana']),
      report('of-ben', [], { subject }),
      observation('lone-of-ben', { subject }),
    );
    expect(reports.map(({ observations }) => observations.length)).to.deep.equal([1]);
    expect(skipped).to.deep.equal({
      'DiagnosticReport (not about this patient)': 1,
      'Observation (not about this patient)': 2,
    });
  });

  it('may be missing: the file is about one patient', () => {
    const { reports } = imported(
      observation('one', { subject: undefined }),
      observation('two', { subject: { display: 'Ana' } }),
    );
    expect(reports).to.have.lengthOf(2);
  });

  it('name who ordered it, where it was done and what was taken', () => {
    const practitioner = {
      resourceType: 'Practitioner',
      id: 'lee',
      name: [{ given: ['Ann', 'B.'], family: 'Lee' }],
    };
    const { reports, skipped } = imported(
      practitioner,
      {
        resourceType: 'PractitionerRole',
        id: 'role',
        practitioner: { reference: 'Practitioner/lee' },
      },
      { resourceType: 'Organization', id: 'lab', name: 'Bay Laboratory' },
      {
        resourceType: 'ServiceRequest',
        id: 'order',
        requester: { reference: 'PractitionerRole/role' },
      },
      { resourceType: 'Specimen', id: 'tube', type: { text: 'Blood' } },
      observation('glucose'),
      report('panel', ['Observation/glucose'], {
        basedOn: [{ reference: 'ServiceRequest/order' }],
        performer: [{ reference: 'Practitioner/lee' }, { reference: 'Organization/lab' }],
        specimen: [{ reference: 'Specimen/tube' }],
      }),
    );
    expect(reports[0]).to.deep.include({
      orderedBy: 'Ann B. Lee',
      laboratory: 'Bay Laboratory',
      specimen: 'Blood',
    });
    expect(skipped).to.deep.equal({});
  });

  it('name by their own words what is not in the file', () => {
    const { reports } = imported(
      observation('glucose', {
        basedOn: [{ reference: 'ServiceRequest/lost' }],
        performer: [{ reference: 'Organization/lost', display: 'Bay Laboratory' }],
        specimen: { reference: 'Specimen/lost', display: 'Urine' },
      }),
    );
    expect(reports[0]).to.deep.include({
      orderedBy: null,
      laboratory: 'Bay Laboratory',
      specimen: 'Urine',
    });
  });

  it('that go in a circle end', () => {
    const { reports } = imported(
      observation('a', { hasMember: [{ reference: 'Observation/b' }] }),
      observation('b', { hasMember: [{ reference: 'Observation/a' }], valueString: 'x' }),
      report('panel', ['Observation/a']),
    );
    expect(reports.map(({ observations }) => observations.length)).to.deep.equal([1]);
  });
});
