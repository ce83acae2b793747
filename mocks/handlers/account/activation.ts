import type { Contract } from '../../../src/contract/index.js';
import type { AccountRecord, ActivationCodeRecord, PatientRecord } from '../../db/records/index.js';
import { normalUsername } from '../../db/tables.js';
import { digest } from '../../digest.js';
import { randomToken } from '../../tokens.js';
import {
  decideCode,
  decideNewAccount,
  normalCode,
  worksThrough,
} from '../../rules/account/activation.js';
import { decidePassword, decideUsername } from '../../rules/account/credentials.js';
import { allowed, type Decision } from '../../rules/decision.js';
import { decideFirstEmail } from '../../rules/account/email.js';
import { attemptsAfter, noAttempts } from '../../rules/account/login.js';
import { decideFirstQuestion } from '../../rules/account/security-question.js';
import type { Answer, Call } from '../http/call.js';
import { admit } from '../http/guards.js';
import { hashedQuestion, saveEmail } from './own-account.js';

export const checkActivationCode: Answer<Contract['checkActivationCode']> = async (call) => {
  const proof = await provePatient(call, call.body);
  return proof.ok ? allowed({ worksThrough: worksThrough(proof.value.code, call.policy) }) : proof;
};

export const signUp: Answer<Contract['signUp']> = async (call) => {
  const { tables, policy, hashes, body } = call;
  const proof = await provePatient(call, body);
  if (!proof.ok) return proof;
  const { code, patient } = proof.value;

  const taken = tables.accounts.by('username', normalUsername(body.username)).length > 0;
  const username = decideUsername(body.username, { code: body.code, taken });
  if (!username.ok) return username;
  const chooser = { username: username.value, code: body.code };
  const password = decidePassword(body.password, chooser, policy);
  if (!password.ok) return password;
  const email = decideFirstEmail(body, policy);
  if (!email.ok) return email;
  const question = decideFirstQuestion(body.securityQuestion ?? null, policy);
  if (!question.ok) return question;

  const account: AccountRecord = {
    id: randomToken(),
    patientId: patient.id,
    username: username.value,
    passwordHash: hashes.of(password.value),
    email: null,
    securityQuestion: question.value && hashedQuestion(question.value, hashes),
  };
  tables.accounts.put(account);
  tables.activationCodes.put({ ...code, used: true });
  // Wrong tries at this name were made while it was nobody's.
  tables.signInAttempts.delete(normalUsername(account.username));
  if (email.value !== null) saveEmail(call, account, email.value);
  return allowed(undefined);
};

/** Who gives a code and the date of birth that goes with it, if that patient may sign up now. */
const provePatient = async (
  call: Call,
  typed: { readonly code: string; readonly birthDate: string },
): Promise<Decision<{ code: ActivationCodeRecord; patient: PatientRecord }>> => {
  const { tables, policy, now } = call;
  const admitted = admit(call);
  if (!admitted.ok) return admitted;

  const id = await digest(normalCode(typed.code));
  const found = tables.activationCodes.get(id);
  const patient = found && tables.patients.get(found.patientId);
  const right = patient?.birthDate === typed.birthDate;
  const { failures, locked } = attemptsAfter(
    tables.codeAttempts.get(id) ?? noAttempts,
    right,
    policy,
  );
  tables.codeAttempts.put({ id, failures, locked });
  const code = decideCode(right ? found : undefined, { failures, locked }, policy, now);
  if (!code.ok) return code;
  if (!patient) throw new Error('A code without a patient.');
  const hasAccount = tables.accounts.by('patientId', patient.id).length > 0;
  const eligible = decideNewAccount(patient, hasAccount, policy);
  return eligible.ok ? allowed({ code: code.value, patient }) : eligible;
};
