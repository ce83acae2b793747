import type { PostalAddress } from '../../src/contract/preferences.js';
import type { Observation } from '../../src/contract/results.js';
import type {
  CareTeamMemberRecord,
  Message,
  Person,
  ReportRecord,
  ThreadRecord,
} from '../../mocks/db/records/index.js';

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

/** A child of ten without an account, by this given name. */
export const makeChild = (givenName: string, parts: Partial<Person> = {}): Person => {
  const { patient, reports } = makePerson(givenName.toLowerCase(), '');
  return { patient: { ...patient, givenName, birthDate: '2016-01-01' }, reports, ...parts };
};

/** That somebody may open a child's record. */
export const asParentOf = (
  patientId: string,
  access: 'full' | 'view' = 'full',
): NonNullable<Person['proxyFor']>[number] => ({
  patientId,
  relationship: 'parent',
  access,
  since: Date.parse('2024-01-01T15:00:00Z'),
});

export const makeCareTeamMember = (
  parts: Partial<CareTeamMemberRecord> = {},
): CareTeamMemberRecord => ({
  id: 'dr-lee',
  patientId: 'ann',
  name: 'Dana Lee, MD',
  role: 'Primary care',
  phone: null,
  ...parts,
});

/** From the care team, unless told otherwise. */
export const makeMessage = (parts: Partial<Message> = {}): Message => ({
  id: 'message',
  sentAt: Date.parse('2026-02-10T15:00:00Z'),
  from: { side: 'care-team', name: 'Dana Lee, MD' },
  text: 'Your numbers look fine.',
  attachmentIds: [],
  expectedBy: null,
  ...parts,
});

/** One unread message of the care team, unless told otherwise. */
export const makeThread = (parts: Partial<ThreadRecord> = {}): ThreadRecord => ({
  id: 'thread',
  patientId: 'ann',
  title: 'About your visit',
  topic: 'question',
  careTeamMember: { id: 'dr-lee', name: 'Dana Lee, MD', role: 'Primary care' },
  messages: [makeMessage()],
  readCount: 0,
  archived: false,
  closed: false,
  ...parts,
});
