import * as z from 'zod/mini';
import { proxyRelationships } from '../../policy/portal-policy.js';
import { endpoint } from '../endpoint.js';
import { proxyAccess } from '../family/family.js';
import { id, typed } from '../fields.js';

/** A person whose record can be opened (FHIR Patient), and as what: as oneself, or as a proxy. */
export const subject = z.object({
  id,
  displayName: z.string(),
  /** What the one who has signed in is to this person. */
  relationship: z.enum(['self', ...proxyRelationships]),
  /** What may be done in the record; in one's own, everything. */
  access: proxyAccess,
});
export type Subject = z.infer<typeof subject>;

const csrfToken = z.string();

const signedOut = z.object({
  status: z.literal('signed-out'),
  /** To be sent back as `X-CSRF-Token` with every request that is not a GET. Whoever signs in gets a new one. */
  csrfToken,
  /** Why there is no session now, where there was one. */
  ended: z.nullable(z.enum(['idle', 'sign-out'])),
});

export const signedIn = z.object({
  status: z.literal('signed-in'),
  csrfToken,
  account: z.object({ id, displayName: z.string() }),
  /** At least one; the first is the record that opens. */
  subjects: z.array(subject).check(z.minLength(1)),
  idle: z.object({
    /** Seconds without activity that end the session (`session.idle-logout`). */
    limitSeconds: z.int().check(z.minimum(1)),
    remainingSeconds: z.int().check(z.minimum(0)),
  }),
});
export type SignedIn = z.infer<typeof signedIn>;

/**
 * The password was right, and a code is asked for before anybody is signed in (`finishSignIn`). Whose
 * password it was is not told.
 */
const secondStepRequired = z.object({
  status: z.literal('second-step-required'),
  csrfToken,
});

/** The password was a one-time one: before anybody is signed in, another is chosen (`chooseNewPassword`). */
const newPasswordRequired = z.object({
  status: z.literal('new-password-required'),
  csrfToken,
});

export const sessionAnswer = z.discriminatedUnion('status', [
  signedOut,
  secondStepRequired,
  newPasswordRequired,
  signedIn,
]);
export type SessionAnswer = z.infer<typeof sessionAnswer>;

export const getSession = endpoint({
  id: 'getSession',
  summary: 'The session of this browser. Asking does not count as activity.',
  method: 'GET',
  path: '/session',
  request: {},
  response: sessionAnswer,
  access: 'public',
  safe: true,
  activity: false,
  refusals: [],
});

export const signIn = endpoint({
  id: 'signIn',
  summary:
    'Sign in with username and password; a second step may follow. The session gets a new id.',
  method: 'POST',
  path: '/session',
  request: { body: z.object({ username: typed(254), password: typed(256) }) },
  response: sessionAnswer,
  access: 'public',
  safe: false,
  activity: true,
  rateLimited: true,
  refusals: ['login.cookies-required', 'login.no-hints/password', 'login.lockout', 'login.unlock'],
});

export const chooseNewPassword = endpoint({
  id: 'chooseNewPassword',
  summary:
    'Choose a password in place of the one-time one, and sign in; a second step may follow. Ends every other session.',
  method: 'POST',
  path: '/session/new-password',
  request: { body: z.object({ password: typed(256) }) },
  response: sessionAnswer,
  access: 'public',
  safe: false,
  activity: true,
  rateLimited: true,
  refusals: ['login.cookies-required', 'signup.own-credentials', 'login.lockout', 'login.unlock'],
});

export const signOut = endpoint({
  id: 'signOut',
  summary: 'End the session. Also succeeds where there is none.',
  method: 'DELETE',
  path: '/session',
  request: {},
  response: null,
  access: 'public',
  safe: false,
  activity: false,
  refusals: [],
});

export const keepSessionAlive = endpoint({
  id: 'keepSessionAlive',
  summary: 'Tell that the user was active. Sent at most once a minute.',
  method: 'PUT',
  path: '/session/activity',
  request: {
    body: z.object({
      /** Seconds since the last input, so that browser and server count from the same moment. */
      idleSeconds: z.int().check(z.minimum(0), z.maximum(86_400)),
    }),
  },
  response: signedIn,
  access: 'session',
  safe: false,
  activity: false,
  refusals: [],
});
