import { Collection, type Document, type OnChange, type ReadonlyCollection } from './collection.js';
import { withoutHidden } from '../../src/shape/typed-text.js';
import type * as records from './records/index.js';

/**
 * The version of what is stored: count it up when a record's shape changes. What another version
 * has stored is dropped.
 */
export const schemaVersion = 7;

/** Every collection, and what it can be searched by. */
const collections = () => ({
  patients: new Collection<records.PatientRecord>({}),
  accounts: new Collection<records.AccountRecord, 'username' | 'patientId' | 'email'>({
    username: (account) => normalUsername(account.username),
    patientId: (account) => account.patientId,
    email: (account) => account.email && normalEmail(account.email),
  }),
  activationCodes: new Collection<records.ActivationCodeRecord, 'patientId'>({
    patientId: (code) => code.patientId,
  }),
  passwordResets: new Collection<records.PasswordResetRecord, 'accountId'>({
    accountId: (reset) => reset.accountId,
  }),
  authenticatorApps: new Collection<records.AuthenticatorAppRecord>({}),
  recoveryCodes: new Collection<records.RecoveryCodeRecord, 'accountId'>({
    accountId: (code) => code.accountId,
  }),
  passkeys: new Collection<records.PasskeyRecord, 'accountId' | 'credentialId'>({
    accountId: (passkey) => passkey.accountId,
    credentialId: (passkey) => passkey.credentialId,
  }),
  emails: new Collection<records.EmailRecord, 'to' | 'accountId'>({
    to: (email) => normalEmail(email.to),
    accountId: (email) => email.accountId,
  }),
  reports: new Collection<records.ReportRecord, 'patientId'>({
    patientId: (report) => report.patientId,
  }),
  careTeamMembers: new Collection<records.CareTeamMemberRecord, 'patientId'>({
    patientId: (member) => member.patientId,
  }),
  medications: new Collection<records.MedicationRecord, 'patientId'>({
    patientId: (medication) => medication.patientId,
  }),
  renewals: new Collection<records.RenewalRecord, 'patientId' | 'medicationId' | 'status'>({
    patientId: (renewal) => renewal.patientId,
    medicationId: (renewal) => renewal.medicationId,
    status: (renewal) => renewal.status,
  }),
  threads: new Collection<records.ThreadRecord, 'patientId'>({
    patientId: (thread) => thread.patientId,
  }),
  attachments: new Collection<records.AttachmentRecord, 'unsentBy'>({
    unsentBy: ({ threadId, accountId }) => (threadId === null ? accountId : null),
  }),
  drafts: new Collection<records.DraftRecord, 'accountId'>({
    accountId: (draft) => draft.accountId,
  }),
  appointments: new Collection<records.AppointmentRecord, 'patientId'>({
    patientId: (appointment) => appointment.patientId,
  }),
  appointmentRequests: new Collection<records.AppointmentRequestRecord, 'patientId'>({
    patientId: (request) => request.patientId,
  }),
  healthSummaries: new Collection<records.HealthSummaryRecord>({}),
  demographics: new Collection<records.DemographicsRecord>({}),
  proxies: new Collection<records.ProxyRecord, 'patientId' | 'proxyPatientId'>({
    patientId: (proxy) => proxy.patientId,
    proxyPatientId: (proxy) => proxy.proxyPatientId,
  }),
  consentForms: new Collection<records.ConsentFormRecord, 'patientId' | 'proxyPatientId'>({
    patientId: (form) => form.patientId,
    proxyPatientId: (form) => form.proxyPatientId,
  }),
  invitations: new Collection<records.InvitationRecord, 'patientId'>({
    patientId: (invitation) => invitation.patientId,
  }),
  auditEvents: new Collection<records.AuditEventRecord, 'patientId'>({
    patientId: (event) => event.patientId,
  }),
  sessions: new Collection<records.SessionRecord, 'accountId'>({
    accountId: (session) => session.accountId,
  }),
  answeredRequests: new Collection<records.AnsweredRequestRecord>({}),
  signInAttempts: new Collection<records.AttemptsRecord>({}),
  codeAttempts: new Collection<records.AttemptsRecord>({}),
  answerAttempts: new Collection<records.AttemptsRecord>({}),
  browsers: new Collection<records.BrowserRecord>({}),
  settings: new Collection<records.SettingsRecord>({}),
});

/** How usernames are compared: without regard to letter case, to space around them, and to hidden characters. */
export const normalUsername = (username: string): string =>
  withoutHidden(username.normalize('NFKC')).trim().toLowerCase();

/** How e-mail addresses are compared. */
export const normalEmail = (email: string): string => email.normalize('NFKC').toLowerCase();

export type Tables = ReturnType<typeof collections>;
export type TableName = keyof Tables;
export const tableNames = Object.keys(collections()) as readonly TableName[];

/** Told of a change in the collection of that name. */
export type OnTableChange = (table: TableName, ...change: Parameters<OnChange>) => void;

/** The collections, empty, each of which tells of its changes. */
export const createTables = (onChange: OnTableChange): Tables => {
  const tables = collections();
  for (const [name, table] of Object.entries(tables) as [TableName, Tables[TableName]][]) {
    table.observe((...change) => {
      onChange(name, ...change);
    });
  }
  return tables;
};

/** The collection that a stored document of this table belongs to. */
export const collectionOf = (tables: Tables, name: TableName): Collection<Document> =>
  // What is stored under a table's name is what its collection has written there.
  tables[name] as unknown as Collection<Document>;

/** The collections as they may be used outside of a transaction. */
export type ReadonlyTables = {
  readonly [Name in TableName]: Tables[Name] extends Collection<infer Doc, infer Index>
    ? ReadonlyCollection<Doc, Index>
    : never;
};
