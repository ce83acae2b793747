import type { PostalAddress } from '../../src/contract/preferences.js';
import type { Observation } from '../../src/contract/results.js';
import type { MedicationRecord, Person, ReportRecord } from '../../mocks/db/records/index.js';

/** Password of everybody here. */
export const password = 'a right password';

/** Everybody's, with its answer. */
export const securityQuestion = { question: 'What was the first street?', answer: 'Elm Street' };

export const homeAddress: PostalAddress = {
  line1: '12 Harbor Road',
  line2: null,
  city: 'Camden',
  state: 'NJ',
  postalCode: '08103',
};

export const loinc = (code: string) => ({ system: 'http://loinc.org', code, display: 'A test' });

export const makeObservation = (parts: Partial<Observation> = {}): Observation => ({
  id: 'observation',
  name: 'Glucose',
  code: loinc('2345-7'),
  value: { kind: 'quantity', value: 90, comparator: null, unit: 'mg/dL' },
  absentReason: null,
  referenceRange: { low: 70, high: 99, text: null },
  interpretation: 'normal',
  previousValue: null,
  ...parts,
});

/** A reviewed laboratory report, unless told otherwise. */
export const makeReport = (parts: Partial<ReportRecord> = {}): ReportRecord => ({
  id: 'report',
  patientId: 'ann',
  name: 'Metabolic panel',
  code: loinc('24323-8'),
  category: 'laboratory',
  status: 'final',
  collectedAt: '2026-02-01T14:00:00Z',
  reportedAt: '2026-02-02T14:00:00Z',
  reviewed: true,
  reviewedAt: '2026-02-03T14:00:00Z',
  orderedBy: 'Dana Lee, MD',
  laboratory: 'Main Laboratory',
  specimen: 'Blood',
  observations: [makeObservation()],
  note: null,
  correction: null,
  ...parts,
});

/** Prescribed here, taken now, no refills left: one that can be renewed, unless told otherwise. */
export const makeMedication = (parts: Partial<MedicationRecord> = {}): MedicationRecord => ({
  id: 'medication',
  patientId: 'ann',
  name: 'Lisinopril 20 mg tablet',
  code: {
    system: 'http://www.nlm.nih.gov/research/umls/rxnorm',
    code: '314077',
    display: 'lisinopril 20 MG Oral Tablet',
  },
  directions: 'Take one tablet by mouth every morning.',
  status: 'active',
  prescriber: 'Dana Lee, MD',
  prescribedHere: true,
  documentedHere: true,
  prescribedOn: '2025-06-02',
  endedOn: null,
  supplyDays: 30,
  refillsRemaining: 0,
  pharmacy: { name: 'Quay Pharmacy', phone: '1-555-555-0111' },
  ...parts,
});

export const makePerson = (
  id: string,
  username: string,
  reports: readonly ReportRecord[] = [],
): Person => ({
  patient: {
    id,
    givenName: 'Ann',
    familyName: 'Example',
    birthDate: '1980-01-01',
    sex: 'female',
    contact: { email: `${id}@example.org`, phone: '1-555-555-0100', address: homeAddress },
    releaseOfInformation: true,
  },
  account: { username, password, securityQuestion },
  reports,
});

/** A patient with a code who has not signed up yet. */
export const makeNewPatient = (
  id: string,
  activationCode: NonNullable<Person['activationCode']>,
): Person => {
  const { patient } = makePerson(id, '');
  const contact = { ...patient.contact, email: null };
  return { patient: { ...patient, contact }, activationCode, reports: [] };
};
