import type { ReadonlyTables } from '../../db/tables.js';
import { normalUsername } from '../../db/tables.js';
import type { PatientRecord } from '../../db/records/index.js';
import { pageOf } from '../../handlers/queries/pages.js';
import { searchable } from '../../rules/words.js';
import { fullName } from '../../handlers/queries/subjects.js';
import { decideCode, worksThrough } from '../../rules/activation.js';
import { allowed } from '../../rules/decision.js';
import { noAttempts } from '../../rules/login.js';
import type { DeskPatient } from '../contract/patients.js';
import { DeskError } from '../desk-error.js';
import type { Hospital } from '../hospital.js';
import { givePassword as give } from '../give-password.js';
import { issueCode as issue } from '../issue-code.js';
import { processReleaseOfInformation as process } from '../process-release-of-information.js';
import { takeOverEmail as takeOver } from '../take-over-email.js';
import { turnOffSecondStep as turnOff } from '../turn-off-second-step.js';
import { unlockAccount as unlock } from '../unlock-account.js';
import { done, type DeskAnswer } from './answer.js';

export const searchPatients: DeskAnswer<'searchPatients'> = ({ hospital, body }) => {
  const words = searchable(body.text ?? '').split(/\s+/);
  const found = [...hospital.db.tables.patients.values()]
    .filter((patient) => words.every((word) => searchable(fullName(patient)).includes(word)))
    .sort(byName)
    .map((patient, index) => ({ at: -index, id: patient.id, patient })); // pages go by this order
  const page = pageOf(found, body);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const patients = entries.map(({ patient }) => patientOf(hospital, patient));
  return allowed({ patients, total, nextCursor });
};

export const getPatient: DeskAnswer<'getPatient'> = ({ hospital, params }) =>
  allowed(patientOf(hospital, knownPatient(hospital, params.patient)));

export const issueCode: DeskAnswer<'issueCode'> = async ({ hospital, params }) =>
  allowed({ code: await issue(hospital, params.patient) });

export const unlockAccount: DeskAnswer<'unlockAccount'> = ({ hospital, params }) => {
  const [account] = hospital.db.tables.accounts.by('patientId', params.patient);
  if (!account) throw new DeskError('not-found', 'There is no such account.');
  return done(unlock(hospital, account.username));
};

export const givePassword: DeskAnswer<'givePassword'> = async ({ hospital, params }) =>
  allowed(await give(hospital, params.patient));

export const turnOffSecondStep: DeskAnswer<'turnOffSecondStep'> = ({ hospital, params }) =>
  done(turnOff(hospital, params.patient));

export const takeOverEmail: DeskAnswer<'takeOverEmail'> = ({ hospital, params }) =>
  done(takeOver(hospital, params.patient));

export const processReleaseOfInformation: DeskAnswer<'processReleaseOfInformation'> = ({
  hospital,
  params,
}) => done(process(hospital, params.patient));

/** @throws DeskError for an unknown one */
export const knownPatient = ({ db }: Hospital, id: string): PatientRecord => {
  const patient = db.tables.patients.get(id);
  if (!patient) throw new DeskError('not-found', 'There is no such patient.');
  return patient;
};

const byName = (a: PatientRecord, b: PatientRecord): number =>
  a.familyName.localeCompare(b.familyName, 'en') || a.givenName.localeCompare(b.givenName, 'en');

const patientOf = (hospital: Hospital, patient: PatientRecord): DeskPatient => ({
  id: patient.id,
  name: fullName(patient),
  birthDate: patient.birthDate,
  account: accountOf(hospital.db.tables, patient),
  activationCode: codeOf(hospital, patient),
  email: patient.contact.email,
  releaseOfInformation: patient.releaseOfInformation,
});

const accountOf = (tables: ReadonlyTables, { id }: PatientRecord): DeskPatient['account'] => {
  const [account] = tables.accounts.by('patientId', id);
  if (!account) return null;
  const locked = [
    tables.signInAttempts.get(normalUsername(account.username)),
    tables.answerAttempts.get(account.id),
  ].some((attempts) => attempts?.locked);
  const { username, email } = account;
  return {
    username,
    email,
    state: locked ? 'locked' : 'active',
    secondStep: tables.authenticatorApps.get(account.id) !== undefined,
    passkeys: tables.passkeys.by('accountId', account.id).length,
  };
};

/** What each rule that refuses a code says of it; without a refusal it works. */
const codeStates = {
  'activation.single-use': 'used',
  'activation.expires': 'expired',
  'activation.issued-at-visit': 'tried-too-often',
} as const;

const codeOf = (
  { db: { tables }, policy, clock }: Hospital,
  { id }: PatientRecord,
): DeskPatient['activationCode'] => {
  const [code] = [...tables.activationCodes.by('patientId', id)].sort(
    (a, b) => b.issuedAt - a.issuedAt,
  );
  if (!code) return null;
  const attempts = tables.codeAttempts.get(code.id) ?? noAttempts;
  const decision = decideCode(code, attempts, policy, clock.now());
  const rule = decision.ok ? undefined : (decision.rule as keyof typeof codeStates);
  return {
    state: rule === undefined ? 'works' : codeStates[rule],
    issuedAt: new Date(code.issuedAt).toISOString(),
    worksThrough: worksThrough(code, policy),
  };
};
