import * as z from 'zod/mini';
import {
  day,
  emailAddress,
  id,
  instant,
  pageAnswer,
  pageRequest,
  typed,
} from '../../../src/contract/fields.js';
import { deskEndpoint } from './desk-endpoint.js';

/** A patient as staff see them. */
export const deskPatient = z.object({
  id,
  name: z.string(),
  birthDate: z.nullable(day),
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

const patient = z.object({ patient: id });

export const searchPatients = deskEndpoint({
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
});

export const getPatient = deskEndpoint({
  id: 'getPatient',
  summary: 'One patient.',
  method: 'GET',
  path: '/desk/patients/{patient}',
  request: { params: patient },
  response: deskPatient,
  safe: true,
});

export const issueCode = deskEndpoint({
  id: 'issueCode',
  summary: 'A new activation code; those before it stop working. It is told this once.',
  method: 'POST',
  path: '/desk/patients/{patient}/activation-codes',
  request: { params: patient },
  response: z.object({ code: z.string() }),
  safe: false,
});

export const unlockAccount = deskEndpoint({
  id: 'unlockAccount',
  summary: 'Unlocks the account of a patient who has called or come in, and leaves the password.',
  method: 'POST',
  path: '/desk/patients/{patient}/account/unlock',
  request: { params: patient },
  response: null,
  safe: false,
});

export const givePassword = deskEndpoint({
  id: 'givePassword',
  summary:
    'A one-time password, which unlocks, too; the one before ends with every session. It is told this once.',
  method: 'POST',
  path: '/desk/patients/{patient}/account/one-time-passwords',
  request: { params: patient },
  response: z.object({ password: z.string(), expiresAt: instant }),
  safe: false,
});

export const turnOffSecondStep = deskEndpoint({
  id: 'turnOffSecondStep',
  summary:
    'Turns off the second step and removes the passkeys of a patient who has lost the phone.',
  method: 'POST',
  path: '/desk/patients/{patient}/account/turn-off-second-step',
  request: { params: patient },
  response: null,
  safe: false,
});

export const takeOverEmail = deskEndpoint({
  id: 'takeOverEmail',
  summary: 'Takes the e-mail address of the account over into the medical record.',
  method: 'POST',
  path: '/desk/patients/{patient}/account/take-over-email',
  request: { params: patient },
  response: null,
  safe: false,
});

export const processReleaseOfInformation = deskEndpoint({
  id: 'processReleaseOfInformation',
  summary: 'Takes in the signed Release of Information request.',
  method: 'POST',
  path: '/desk/patients/{patient}/release-of-information',
  request: { params: patient },
  response: null,
  safe: false,
});
