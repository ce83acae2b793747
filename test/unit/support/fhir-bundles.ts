import type { Person, ReportRecord } from '../../../mocks/db/records/index.js';
import { importBundle } from '../../../mocks/people/imported-person.js';
import type { Observation } from '../../../src/contract/record/results.js';

/** As JSON has it. */
export type Json = Readonly<Record<string, unknown>>;

export const concept = (system: string, code: string, display?: string): Json => ({
  coding: [{ system, code, ...(display === undefined ? {} : { display }) }],
});
export const loinc = (code: string, display: string): Json =>
  concept('http://loinc.org', code, display);
export const section = (code: string): Json =>
  concept('http://terminology.hl7.org/CodeSystem/v2-0074', code);
export const observationCategory = (code: string): Json =>
  concept('http://terminology.hl7.org/CodeSystem/observation-category', code);
export const interpretation = (code: string, display?: string): Json =>
  concept('http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation', code, display);

export const patient = (more: Json = {}): Json => ({
  resourceType: 'Patient',
  id: 'ana',
  name: [{ use: 'official', family: 'Rivera', given: ['Ana'] }],
  gender: 'female',
  birthDate: '1980-02-03',
  ...more,
});

/** A final glucose of 90 mg/dL of Ana, `more` apart. */
export const observation = (id: string, more: Json = {}): Json => ({
  resourceType: 'Observation',
  id,
  status: 'final',
  category: [observationCategory('laboratory')],
  code: loinc('2345-7', 'Glucose [Mass/volume] in Serum or Plasma'),
  subject: { reference: 'Patient/ana' },
  effectiveDateTime: '2024-05-06T08:30:00-04:00',
  issued: '2024-05-06T14:00:00-04:00',
  ...(Object.keys(more).some((key) => /^value|component|hasMember/.test(key))
    ? {}
    : { valueQuantity: { value: 90, unit: 'mg/dL' } }),
  ...more,
});

/** A final panel of Ana with these results (references). */
export const report = (id: string, results: readonly string[], more: Json = {}): Json => ({
  resourceType: 'DiagnosticReport',
  id,
  status: 'final',
  category: [section('LAB')],
  code: loinc('24323-8', 'Comprehensive metabolic 2000 panel - Serum or Plasma'),
  subject: { reference: 'Patient/ana' },
  effectiveDateTime: '2024-05-06T08:30:00-04:00',
  issued: '2024-05-06T14:00:00-04:00',
  result: results.map((reference) => ({ reference })),
  ...more,
});

export const bundle = (resources: readonly Json[], type = 'collection'): Json => ({
  resourceType: 'Bundle',
  type,
  entry: resources.map((resource) => ({ resource })),
});

/** What is read of a bundle with Ana and these resources. */
export function imported(...resources: readonly Json[]): {
  readonly reports: readonly ReportRecord[];
  readonly skipped: Readonly<Record<string, number>>;
} {
  const { person, skipped } = importBundle(bundle([patient(), ...resources]));
  return { reports: person.reports, skipped };
}

/** Everything that is read of a bundle with Ana and these resources, sections that are missing empty. */
export function importedRecord(...resources: readonly Json[]) {
  const { person, skipped } = importBundle(bundle([patient(), ...resources]));
  const { medications, appointments, careTeam, healthSummary }: Partial<Person> = person;
  if (!medications || !appointments || !careTeam || !healthSummary) {
    throw new Error('The importer has left out a section of the record.');
  }
  return { ...healthSummary, medications, appointments, careTeam, skipped };
}

/** The only observation of a bundle with Ana and a laboratory observation like this. */
export function importedObservation(more: Json): Observation {
  const [first, ...others] = imported(observation('one', more)).reports.flatMap(
    ({ observations }) => observations,
  );
  if (!first || others.length > 0) throw new Error('There is not exactly one observation.');
  return first;
}
