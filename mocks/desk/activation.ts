import * as z from 'zod/mini';
import { digest } from '../digest.js';
import { randomCode } from '../tokens.js';
import { normalCode } from '../rules/account/activation.js';
import { allowed } from '../rules/decision.js';
import { deskAct } from './act.js';
import { ofPatient } from './fields.js';
import { conflict, noSuchPatient } from './refusals.js';
import { recordStaffAction } from './staff-action.js';

/** Codes given before and not used stop working (`activation.issued-at-visit`). */
export const issueCode = deskAct(
  {
    id: 'issueCode',
    summary: 'A new activation code; those before it stop working. It is told this once.',
    method: 'POST',
    path: '/desk/patients/{patient}/activation-codes',
    request: { params: ofPatient },
    response: z.object({ code: z.string() }),
    safe: false,
  },
  async (call) => {
    const { tables, now } = call;
    const { patient: patientId } = call.params;
    if (!tables.patients.get(patientId)) return noSuchPatient;
    if (tables.accounts.by('patientId', patientId).length > 0) return accountThere;
    for (const earlier of tables.activationCodes.by('patientId', patientId)) {
      if (!earlier.used) tables.activationCodes.delete(earlier.id);
    }
    const code = randomCode();
    const id = await digest(normalCode(code)); // which alone is stored
    tables.activationCodes.put({ id, patientId, issuedAt: now, used: false });
    recordStaffAction(call, { patientId, action: 'issued-code' });
    return allowed({ code });
  },
);

/** By `account.one-per-adult`. */
const accountThere = conflict('This patient already has an account.');

/** Without it there is no account, where the policy asks for it (`account.release-of-information`). */
export const processReleaseOfInformation = deskAct(
  {
    id: 'processReleaseOfInformation',
    summary: 'Takes in the signed Release of Information request.',
    method: 'POST',
    path: '/desk/patients/{patient}/release-of-information',
    request: { params: ofPatient },
    response: null,
    safe: false,
  },
  (call) => {
    const { tables } = call;
    const { patient: patientId } = call.params;
    const patient = tables.patients.get(patientId);
    if (!patient) return noSuchPatient;
    if (patient.releaseOfInformation) return conflict('The signed form is already on file.');
    tables.patients.put({ ...patient, releaseOfInformation: true });
    recordStaffAction(call, { patientId, action: 'processed-release-of-information' });
    return allowed(undefined);
  },
);
