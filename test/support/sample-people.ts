import type { PostalAddress } from '../../src/contract/account/preferences.js';
import type { Observation } from '../../src/contract/record/results.js';
import type {
  AppointmentRecord,
  AppointmentRequestRecord,
  CareTeamMemberRecord,
  MedicationRecord,
  PasskeyRecord,
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

/** One that nobody can sign with. */
export const makePasskey = (parts: Partial<PasskeyRecord> = {}): PasskeyRecord => ({
  id: 'passkey',
  accountId: 'account',
  name: 'My phone',
  credentialId: 'made-up',
  publicKey: 'made-up',
  counter: 0,
  transports: [],
  addedAt: Date.UTC(2026, 1, 1),
  lastUsedAt: null,
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

const visit = {
  title: 'Office visit',
  startsAt: '2026-03-16T14:30:00Z',
  minutes: 30,
  practitioner: 'Dana Lee, MD',
  mode: 'in-person',
  location: {
    name: 'Harbor Street Family Medicine',
    address: '40 Harbor Street, Camden, NJ 08103',
    phone: '1-555-555-0121',
  },
  instructions: 'Bring a list of your medications.',
} as const;

/** What the desk books an appointment with. */
export const booking: Omit<AppointmentRecord, 'id' | 'status'> = { ...visit, patientId: 'ann' };

/** The same as a request to the desk that answers none of the patient's. */
export const deskBooking = { ...visit, request: null };

/** Booked, and to come, unless told otherwise. */
export const makeAppointment = (parts: Partial<AppointmentRecord> = {}): AppointmentRecord => ({
  ...booking,
  id: 'appointment',
  status: 'booked',
  ...parts,
});

/** Waits for its answer, unless told otherwise. */
export const makeAppointmentRequest = (
  parts: Partial<AppointmentRequestRecord> = {},
): AppointmentRequestRecord => ({
  id: 'request',
  patientId: 'ann',
  requestedAt: Date.parse('2026-03-01T15:00:00Z'),
  requestedBy: 'Ann Example',
  reason: 'A cough that does not go away',
  practitioner: { id: 'dr-lee', name: 'Dana Lee, MD' },
  mode: 'in-person',
  days: [1, 3],
  times: ['morning'],
  note: null,
  expectedBy: '2026-03-03',
  status: 'pending',
  appointmentId: null,
  answer: null,
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

/** Somebody with a name of their own, who signs in as `<id>.example`; the one result names its patient. */
export const makeRelative = (id: string, parts: Partial<Person['patient']> = {}): Person => {
  const report = makeReport({ id: `report-of-${id}`, patientId: id, name: `Panel of ${id}` });
  const { patient, ...rest } = makePerson(id, `${id}.example`, [report]);
  const givenName = id.charAt(0).toUpperCase() + id.slice(1);
  return { ...rest, patient: { ...patient, givenName, ...parts } };
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
