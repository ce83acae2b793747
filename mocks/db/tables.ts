import { Collection, type Document, type OnChange, type ReadonlyCollection } from './collection.js';
import type * as records from './records/index.js';

/**
 * The version of what is stored: count it up when a record's shape changes. What another version
 * has stored is dropped.
 */
export const schemaVersion = 2;

/** Told of a change in the collection of that name. */
export type OnTableChange = (table: TableName, ...change: Parameters<OnChange<Document>>) => void;

/** Every collection, and what it can be searched by. */
export const createTables = (onChange: OnTableChange) => {
  const changes =
    (table: TableName) =>
    (...change: Parameters<OnChange<Document>>) => {
      onChange(table, ...change);
    };
  return {
    patients: new Collection<records.PatientRecord>({}, changes('patients')),
    accounts: new Collection<records.AccountRecord, 'username' | 'patientId' | 'email'>(
      {
        username: (account) => normalUsername(account.username),
        patientId: (account) => account.patientId,
        email: (account) => account.email && normalEmail(account.email),
      },
      changes('accounts'),
    ),
    activationCodes: new Collection<records.ActivationCodeRecord, 'patientId'>(
      { patientId: (code) => code.patientId },
      changes('activationCodes'),
    ),
    passwordResets: new Collection<records.PasswordResetRecord, 'accountId'>(
      { accountId: (reset) => reset.accountId },
      changes('passwordResets'),
    ),
    emails: new Collection<records.EmailRecord, 'to'>(
      { to: (email) => normalEmail(email.to) },
      changes('emails'),
    ),
    reports: new Collection<records.ReportRecord, 'patientId'>(
      { patientId: (report) => report.patientId },
      changes('reports'),
    ),
    sessions: new Collection<records.SessionRecord, 'accountId'>(
      { accountId: (session) => session.accountId },
      changes('sessions'),
    ),
    answeredRequests: new Collection<records.AnsweredRequestRecord, 'sessionId'>(
      { sessionId: (answered) => answered.sessionId },
      changes('answeredRequests'),
    ),
    signInAttempts: new Collection<records.AttemptsRecord>({}, changes('signInAttempts')),
    codeAttempts: new Collection<records.AttemptsRecord>({}, changes('codeAttempts')),
    answerAttempts: new Collection<records.AttemptsRecord>({}, changes('answerAttempts')),
    browsers: new Collection<records.BrowserRecord>({}, changes('browsers')),
    settings: new Collection<records.SettingsRecord>({}, changes('settings')),
  };
};

/** How usernames are compared: without regard to letter case and to space around them. */
export const normalUsername = (username: string): string =>
  username.trim().normalize('NFKC').toLowerCase();

/** How e-mail addresses are compared. */
export const normalEmail = (email: string): string => email.normalize('NFKC').toLowerCase();

export type Tables = ReturnType<typeof createTables>;
export type TableName =
  | 'patients'
  | 'accounts'
  | 'activationCodes'
  | 'passwordResets'
  | 'emails'
  | 'reports'
  | 'sessions'
  | 'answeredRequests'
  | 'signInAttempts'
  | 'codeAttempts'
  | 'answerAttempts'
  | 'browsers'
  | 'settings';

/** The collections as they may be used outside of a transaction. */
export type ReadonlyTables = {
  readonly [Name in TableName]: Tables[Name] extends Collection<infer Doc, infer Index>
    ? ReadonlyCollection<Doc, Index>
    : never;
};
