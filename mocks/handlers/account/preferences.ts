import type { Contract } from '../../../src/contract/index.js';
import type { Preferences } from '../../../src/contract/account/preferences.js';
import type { AccountRecord, PatientRecord } from '../../db/records/index.js';
import { digest } from '../../digest.js';
import { tellOfEmailChange, tellOfSignInChange } from '../../emails.js';
import { decidePassword } from '../../rules/account/credentials.js';
import { allowed, type Decision } from '../../rules/decision.js';
import { decideEmail } from '../../rules/account/email.js';
import { decideContactUpdate, decideMatch } from '../../rules/account/preferences.js';
import { signedOut } from '../../rules/account/session.js';
import {
  decideQuestionChange,
  normalAnswer,
  usesSecurityQuestion,
} from '../../rules/account/security-question.js';
import type { Answer, Call } from '../http/call.js';
import { dropResets, hashedQuestion, saveEmail } from './own-account.js';
import { endSessionsOf } from './sessions.js';
import { checkCurrentPassword, reauthenticate } from './sign-in-tries.js';

export const getPreferences: Answer<Contract['getPreferences']> = (call) => preferencesOf(call);

export const changeEmail: Answer<Contract['changeEmail']> = async (call) => {
  const own = await unchanged(call, call.headers['if-match']);
  if (!own.ok) return own;
  const { account } = own.value;
  const owner = reauthenticate(call, account, call.body.currentPassword);
  if (!owner.ok) return owner;
  const email = decideEmail(call.body, call.policy);
  if (!email.ok) return email;
  if (email.value !== account.email) {
    dropResets(call, account); // they are in the mailbox before
    tellOfEmailChange(call, account, email.value);
  }
  saveEmail(call, account, email.value);
  return preferencesOf(call);
};

export const changePassword: Answer<Contract['changePassword']> = async (call) => {
  const { tables, policy, session, account, body } = call;
  if (!account) return signedOut;
  const owner = checkCurrentPassword(call, account, body.currentPassword);
  if (!owner.ok) return owner;
  const password = decidePassword(body.password, account, policy);
  if (!password.ok) return password;

  const passwordHash = call.hashes.of(password.value);
  tables.accounts.put({ ...account, passwordHash, oneTimeUntil: undefined });
  dropResets(call, account);
  endSessionsOf(tables, account, session);
  tellOfSignInChange(call, account, 'password');
  return preferencesOf(call);
};

export const changeSecurityQuestion: Answer<Contract['changeSecurityQuestion']> = async (call) => {
  const { tables, policy, hashes } = call;
  const own = await unchanged(call, call.headers['if-match']);
  if (!own.ok) return own;
  const wanted = decideQuestionChange(call.body, policy);
  if (!wanted.ok) return wanted;
  const { account } = own.value;
  const owner = reauthenticate(call, account, call.body.currentPassword);
  if (!owner.ok) return owner;
  const before = account.securityQuestion;
  if (before && isSame(call, before, wanted.value)) return preferencesOf(call); // sent once more
  const changes = (before?.changes ?? 0) + 1;
  const securityQuestion = {
    ...hashedQuestion(wanted.value, hashes),
    changes,
  };
  tables.accounts.put({ ...account, securityQuestion });
  tellOfSignInChange(call, account, 'security-question');
  return preferencesOf(call);
};

const isSame = (
  { hashes }: Call,
  { question, answerHash }: NonNullable<AccountRecord['securityQuestion']>,
  wanted: { readonly question: string; readonly answer: string },
): boolean => question === wanted.question && hashes.match(normalAnswer(wanted.answer), answerHash);

export const changeContact: Answer<Contract['changeContact']> = async (call) => {
  const { tables, policy, body } = call;
  const own = await unchanged(call, call.headers['if-match']);
  if (!own.ok) return own;
  const decision = decideContactUpdate(policy);
  if (!decision.ok) return decision;
  const { patient } = own.value;
  tables.patients.put({ ...patient, contact: { ...patient.contact, ...body } });
  return preferencesOf(call);
};

interface Own {
  readonly account: AccountRecord;
  readonly patient: PatientRecord;
}

/** Who is signed in, as stored now. */
const ownOf = ({ tables, account }: Call): Decision<Own> => {
  const current = account && tables.accounts.get(account.id);
  const patient = current && tables.patients.get(current.patientId);
  return patient ? allowed({ account: current, patient }) : signedOut;
};

/** The same, if it is what the request says that it has read. */
const unchanged = async (call: Call, ifMatch: string): Promise<Decision<Own>> => {
  const read = await preferencesOf(call);
  if (!read.ok) return read;
  const match = decideMatch(ifMatch, read.value.etag);
  return match.ok ? ownOf(call) : match;
};

const preferencesOf = async (call: Call): Promise<Decision<Preferences>> => {
  const own = ownOf(call);
  if (!own.ok) return own;
  const { account, patient } = own.value;
  const { address, phone } = patient.contact;
  const used = usesSecurityQuestion(call.policy);
  const read: Omit<Preferences, 'etag'> = {
    username: account.username,
    email: {
      address: account.email,
      inMedicalRecord: account.email !== null && account.email === patient.contact.email,
    },
    securityQuestion: {
      used,
      question: used ? (account.securityQuestion?.question ?? null) : null,
    },
    contact: { address, phone, editable: call.policy.contact.editable },
  };
  // Another answer to the same question is a change too, though none is told.
  const state = JSON.stringify([read, account.securityQuestion?.changes]);
  return allowed({ ...read, etag: `"${await digest(state)}"` });
};
