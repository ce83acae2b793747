import { expect } from 'chai';
import JSONSchemaValidator from '@asymmetrik/fhir-json-schema-validator';
import { Fhir } from 'fhir';
import type { Person, ReportRecord } from '../../mocks/db/records/index.js';
import { importBundle } from '../../mocks/people/imported-person.js';
import { people } from '../../mocks/people/index.js';
import type { Observation, Result, ResultStatus } from '../../src/contract/record/results.js';
import { bundleOf } from '../../src/widgets/test-results/export/fhir.js';
import { isUcum } from '../../src/widgets/test-results/export/ucum.js';

const now = Date.parse('2026-05-04T13:30:00Z');

/** The report as a patient would get it, released or not: what is withheld must be well-formed, too. */
const resultOf = (report: ReportRecord): Result => ({
  ...report,
  status: report.status as ResultStatus,
  observations: [...report.observations],
  documents: [{ id: 'doc', name: 'Report.pdf', type: 'application/pdf', size: 8 }],
  observationCount: report.observations.length,
  abnormalCount: 0,
});

const isComplete = ({ status }: ReportRecord) =>
  status !== 'registered' && status !== 'preliminary';

const exported = (results: readonly Result[], name = 'Pat Doe') => {
  let count = 0;
  const uuid = () => `00000000-0000-4000-8000-${String((count += 1)).padStart(12, '0')}`;
  const bundle = bundleOf(results, { patient: { id: 'pat_1', name }, now, uuid });
  return JSON.parse(JSON.stringify(bundle)) as {
    readonly entry: readonly { readonly fullUrl: string; readonly resource: FhirResource }[];
  };
};

interface FhirResource {
  readonly resourceType: string;
  readonly [member: string]: unknown;
}

const schema = new JSONSchemaValidator();
const fhir = new Fhir();
const grave: readonly string[] = ['fatal', 'error'];

/** What the schema of FHIR R4 and its structure definitions say against a resource. */
const mistakesIn = (resource: object): unknown[] => [
  ...schema.validate(resource),
  ...fhir
    .validate(resource, { errorOnUnexpected: true })
    .messages.filter(({ severity }) => grave.includes(severity ?? '')),
];

const shapeOf = (resource: FhirResource): string =>
  JSON.stringify(resource, (_, value: unknown) => {
    if (typeof value === 'number') return 0;
    return typeof value === 'string' && /^(urn:|\d{4}-)/.test(value)
      ? value.replace(/\d/g, '0')
      : value;
  });

const nameOf = ({ patient }: Person) => `${patient.givenName} ${patient.familyName}`;

describe('results as FHIR R4', () => {
  for (const person of people(now)) {
    it(`are valid: everything of ${nameOf(person)}`, () => {
      const results = person.reports.filter(isComplete).map(resultOf);
      const bundle = exported(results, nameOf(person));
      const { entry, ...rest } = bundle;
      expect(entry.length).to.equal(
        1 + results.reduce((sum, { observations }) => sum + 1 + observations.length, 0),
      );
      // The whole bundle of a few, and each resource that differs in more than numbers.
      expect(mistakesIn({ ...rest, entry: entry.slice(0, 30) })).to.deep.equal([]);
      const seen = new Set<string>();
      for (const { resource } of entry) {
        const shape = shapeOf(resource);
        if (seen.has(shape)) continue;
        seen.add(shape);
        expect(mistakesIn(resource), JSON.stringify(resource)).to.deep.equal([]);
      }
    });
  }

  it('refer to each other within the bundle, each address once', () => {
    const { entry } = exported(people(now)[0]?.reports.filter(isComplete).map(resultOf) ?? []);
    const addresses = entry.map(({ fullUrl }) => fullUrl);
    expect(new Set(addresses).size).to.equal(addresses.length);
    const references = [...JSON.stringify(entry).matchAll(/"reference":"([^"]*)"/g)].map(
      ([, reference]) => reference ?? '',
    );
    expect(references.length).to.be.greaterThan(100);
    expect(
      references.filter((reference) => reference !== '#order' && !addresses.includes(reference)),
    ).to.deep.equal([]);
  });

  // FHIR R4 has no place of their own for a note and a correction: they come back as further words.
  it('come back as they were when a portal reads them in again', () => {
    for (const person of people(now)) {
      const reports = person.reports
        .filter((report) => isComplete(report) && !report.note && !report.correction)
        .slice(0, 60);
      if (reports.length === 0) continue;
      const bundle = exported(reports.map(resultOf), nameOf(person));
      const name = [{ given: [person.patient.givenName], family: person.patient.familyName }];
      Object.assign(bundle.entry[0]?.resource ?? {}, { name });
      const read = importBundle(bundle).person.reports;
      expect(read.map(factsOf)).to.deep.equal(reports.map(factsOf));
    }
  });

  it('are valid where the source told almost nothing, or strange things', () => {
    const bare: Observation = {
      id: 'o_1',
      name: 'Sodium',
      code: null,
      value: null,
      absentReason: null,
      referenceRange: null,
      interpretation: null,
      previousValue: null,
    };
    const strange: Observation = {
      ...bare,
      id: 'o_2',
      code: { system: 'http://loinc.org', code: '2951-2', display: '' },
      value: { kind: 'quantity', value: -2.5e-7, comparator: '<', unit: ' odd unit ' },
      referenceRange: { low: null, high: null, text: '' },
      previousValue: { kind: 'text', text: '' },
    };
    const empty = { ...bare, id: 'o_3', value: { kind: 'text', text: '  ' } } as const;
    const result: Result = {
      id: 'r_1',
      name: 'Salts',
      category: 'pathology',
      status: 'corrected',
      collectedAt: null,
      orderedBy: null,
      observationCount: 3,
      abnormalCount: 0,
      code: null,
      specimen: null,
      laboratory: '',
      reportedAt: null,
      observations: [bare, strange, empty],
      note: null,
      correction: { text: '', correctedAt: null },
    };
    const cancelled: Result = { ...result, status: 'cancelled', observations: [] };
    for (const one of [result, cancelled]) {
      expect(mistakesIn(exported([one]))).to.deep.equal([]);
    }
  });

  it('name a unit as UCUM only where it surely is', () => {
    for (const unit of [
      'mg/dL',
      '10*3/uL',
      'mL/min/{1.73_m2}',
      '%',
      'm[IU]/L',
      'u[iU]/mL',
      "[arb'U]/mL",
      '{INR}',
      '[pH]',
      'mm[Hg]',
      '/[HPF]',
      'ug/mg',
      '1',
    ]) {
      expect(isUcum(unit), unit).to.be.true;
    }
    for (const unit of [
      ...['', 'Units', 'odd unit', 'mg/', 'mg//dL', 'cells', 'mL/min/1.73m2'],
      ...['[foo]', 'k[pH]'],
    ]) {
      expect(isUcum(unit), unit).to.be.false;
    }
  });
});

/** What an export must keep, whatever ids a reader gives. */
const factsOf = (report: ReportRecord) => ({
  name: report.name,
  code: report.code?.code,
  category: report.category,
  status: report.status,
  collectedAt: report.collectedAt && Date.parse(report.collectedAt),
  reportedAt: report.reportedAt && Date.parse(report.reportedAt),
  orderedBy: report.orderedBy,
  observations: report.observations
    .filter(({ value }) => value !== null)
    .map(({ name, code, value, referenceRange, interpretation }) => ({
      name,
      code: code?.code,
      value,
      referenceRange,
      interpretation,
    })),
});
