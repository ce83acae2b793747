import * as z from 'zod/mini';
import {
  partialDay,
  day,
  emailAddress,
  id,
  instant,
  pageAnswer,
  pageRequest,
  typed,
} from '../../src/contract/fields.js';
import type { PatientRecord } from '../db/records/index.js';
import { pageOf } from '../handlers/queries/pages.js';
import { fullName } from '../handlers/queries/subjects.js';
import { decideCode, worksThrough } from '../rules/account/activation.js';
import { allowed } from '../rules/decision.js';
import { noAttempts } from '../rules/account/login.js';
import { searchable } from '../rules/words.js';
import { isLocked } from './accounts.js';
import { deskAct, type DeskCall } from './act.js';
import { ofPatient } from './fields.js';
import { noSuchPatient } from './refusals.js';

/** A patient as staff see them. */
export const deskPatient = z.object({
  id,
  name: z.string(),
  birthDate: z.nullable(partialDay),
  /** Null: this patient has no account. */
  account: z.nullable(
    z.object({
      username: z.string(),
      state: z.enum(['active', 'locked']),
      email: z.nullable(emailAddress),
      /** Whether a code of an authenticator app is asked for at sign-in. */
      secondStep: z.boolean(),
      passkeys: z.int().check(z.minimum(0)),
    }),
  ),
  /** The code that was issued last; null: none ever was. */
  activationCode: z.nullable(
    z.object({
      state: z.enum(['works', 'used', 'expired', 'tried-too-often']),
      issuedAt: instant,
      /** The last day on which it works. */
      worksThrough: day,
    }),
  ),
  /** In the medical record, which may know another address than the account (`email.instant-update`). */
  email: z.nullable(emailAddress),
  /** Whether the signed Release of Information request is there. */
  releaseOfInformation: z.boolean(),
});
export type DeskPatient = z.infer<typeof deskPatient>;

export const searchPatients = deskAct(
  {
    id: 'searchPatients',
    summary: 'Everybody with a record here, by name.',
    method: 'POST',
    path: '/desk/patients/search',
    request: {
      body: z.object({
        /** Words of the name; letter case and accents do not matter. */
        text: z.optional(typed(100, 0)),
        ...pageRequest,
      }),
    },
    response: z.object({ patients: z.array(deskPatient), ...pageAnswer }),
    safe: true,
  },
  (call) => {
    const { tables, body } = call;
    const words = searchable(body.text ?? '').split(/\s+/);
    const found = [...tables.patients.values()]
      .filter((patient) => words.every((word) => searchable(fullName(patient)).includes(word)))
      .sort(byName)
      .map((patient, index) => ({ at: -index, id: patient.id, patient })); // pages go by this order
    const page = pageOf(found, body);
    if (!page.ok) return page;
    const { entries, total, nextCursor } = page.value;
    const patients = entries.map(({ patient }) => patientOf(call, patient));
    return allowed({ patients, total, nextCursor });
  },
);

export const getPatient = deskAct(
  {
    id: 'getPatient',
    summary: 'One patient.',
    method: 'GET',
    path: '/desk/patients/{patient}',
    request: { params: ofPatient },
    response: deskPatient,
    safe: true,
  },
  (call) => {
    const patient = call.tables.patients.get(call.params.patient);
    return patient ? allowed(patientOf(call, patient)) : noSuchPatient;
  },
);

const byName = (a: PatientRecord, b: PatientRecord): number =>
  a.familyName.localeCompare(b.familyName, 'en') || a.givenName.localeCompare(b.givenName, 'en');

const patientOf = (call: DeskCall, patient: PatientRecord): DeskPatient => ({
  id: patient.id,
  name: fullName(patient),
  birthDate: patient.birthDate,
  account: accountOf(call, patient),
  activationCode: codeOf(call, patient),
  email: patient.contact.email,
  releaseOfInformation: patient.releaseOfInformation,
});

const accountOf = (
  { tables }: DeskCall,
  { id: patientId }: PatientRecord,
): DeskPatient['account'] => {
  const [account] = tables.accounts.by('patientId', patientId);
  if (!account) return null;
  const { username, email } = account;
  return {
    username,
    email,
    state: isLocked(tables, account) ? 'locked' : 'active',
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
  { tables, policy, now }: DeskCall,
  { id: patientId }: PatientRecord,
): DeskPatient['activationCode'] => {
  const [code] = [...tables.activationCodes.by('patientId', patientId)].sort(
    (a, b) => b.issuedAt - a.issuedAt,
  );
  if (!code) return null;
  const attempts = tables.codeAttempts.get(code.id) ?? noAttempts;
  const decision = decideCode(code, attempts, policy, now);
  const rule = decision.ok ? undefined : (decision.rule as keyof typeof codeStates);
  return {
    state: rule === undefined ? 'works' : codeStates[rule],
    issuedAt: new Date(code.issuedAt).toISOString(),
    worksThrough: worksThrough(code, policy),
  };
};
