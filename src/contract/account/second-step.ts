import * as z from 'zod/mini';
import { endpoint } from '../endpoint.js';
import { instant, typed } from '../fields.js';
import { signedIn } from './session.js';

/** The second step at sign-in: a code, after the password (NIST SP 800-63B, 5.1.3 to 5.1.5). */
export const secondStep = z.object({
  /** The authenticator app that makes the codes (RFC 6238); null: signing in takes one step. */
  app: z.nullable(
    z.object({
      /** As its owner calls it: "My phone". */
      name: z.string(),
      addedAt: instant,
      /** Null: no code of it has been used since it was set up. */
      lastUsedAt: z.nullable(instant),
    }),
  ),
  /** How many recovery codes still work. */
  recoveryCodesLeft: z.int().check(z.minimum(0)),
});
export type SecondStep = z.infer<typeof secondStep>;

/** What somebody calls an app or a passkey of theirs. */
export const ownName = typed(60);

/** Whoever changes how an account is entered gives its password, as for a new one (`password.change`). */
export const withPassword = { currentPassword: typed(256) };

/** The same where it depends on the policy: `password.reauthenticate`. */
export const withPasswordIfAsked = {
  currentPassword: z.optional(z.nullable(withPassword.currentPassword)),
};

/** Codes for when the app is out of reach: told this once, each works once. */
const newCodes = z.object({ recoveryCodes: z.array(z.string()).check(z.minLength(1)) });

/** Endpoints that change the second step share how they are called. */
const change = {
  method: 'POST',
  access: 'session',
  safe: false,
  activity: true,
  refusals: ['password.change/wrong', 'login.lockout'],
} as const;

export const finishSignIn = endpoint({
  id: 'finishSignIn',
  summary: 'The second step of signing in: a code of the app, or a recovery code.',
  method: 'POST',
  path: '/session/second-step',
  request: {
    body: z.object({
      /** Six digits, or a recovery code; dashes and space between do not matter. */
      code: typed(40),
    }),
  },
  response: signedIn,
  access: 'public',
  safe: false,
  activity: true,
  rateLimited: true,
  refusals: [
    'login.cookies-required',
    'login.no-hints/code',
    'login.no-hints/recovery-code',
    'login.lockout',
  ],
});

export const getSecondStep = endpoint({
  id: 'getSecondStep',
  summary: 'How the account that is signed in asks for a second step.',
  method: 'GET',
  path: '/account/second-step',
  request: {},
  response: secondStep,
  access: 'session',
  safe: true,
  activity: true,
  refusals: [],
});

export const startAuthenticatorApp = endpoint({
  ...change,
  id: 'startAuthenticatorApp',
  summary: 'A new secret for an authenticator app. Nothing changes until a code of it is given.',
  path: '/account/second-step/app/setup',
  request: { body: z.object(withPassword) },
  response: z.object({
    /** Base 32 (RFC 4648), for typing it in. */
    secret: z.string(),
    /** The same as apps read it from a QR code: `otpauth://totp/…`. */
    uri: z.string(),
    expiresAt: instant,
  }),
  refusals: [...change.refusals, 'login.other-ways'],
});

export const addAuthenticatorApp = endpoint({
  ...change,
  id: 'addAuthenticatorApp',
  summary: 'Turn the second step on, or over to another app, with a first code of the new one.',
  path: '/account/second-step/app',
  request: { body: z.object({ name: ownName, code: typed(40) }) },
  response: newCodes,
  refusals: ['login.other-ways'],
});

export const removeAuthenticatorApp = endpoint({
  ...change,
  id: 'removeAuthenticatorApp',
  summary: 'Turn the second step off. Its recovery codes stop working.',
  path: '/account/second-step/app/removal',
  request: { body: z.object(withPassword) },
  response: null,
});

export const makeRecoveryCodes = endpoint({
  ...change,
  id: 'makeRecoveryCodes',
  summary: 'New recovery codes. Those before them stop working.',
  path: '/account/second-step/recovery-codes',
  request: { body: z.object(withPassword) },
  response: newCodes,
});
