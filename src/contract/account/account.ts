import * as z from 'zod/mini';
import { endpoint } from '../endpoint.js';
import { day, emailAddress, emailAddressAgain, instant, typed } from '../fields.js';
import { idempotencyKey } from '../headers.js';
import { nextStep } from '../problems.js';

/** A question that only this person can answer, and the answer: that is never told again. */
export const securityQuestion = z.object({ question: typed(200), answer: typed(200) });

const activationCode = typed(40);

/** What an e-mail brought, as it stands in its link. */
const resetToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,100}$/));

/** The same whether there is such a person or not. */
const sentIfOnFile = z.object({
  /** What to do if no e-mail comes, best first. */
  next: z.array(nextStep),
});

/** Endpoints for people who are not signed in share how they are called. */
const forAnybody = {
  method: 'POST',
  access: 'public',
  safe: false,
  activity: true,
  rateLimited: true,
} as const;

export const checkActivationCode = endpoint({
  ...forAnybody,
  id: 'checkActivationCode',
  summary: 'Whether a code can be used to sign up. Checking does not use it up.',
  path: '/activation',
  request: { body: z.object({ code: activationCode, birthDate: day }) },
  response: z.object({
    /** The last day on which it works, in the portal's time zone. */
    worksThrough: day,
  }),
  refusals: [
    'login.cookies-required',
    'activation.issued-at-visit/no-match',
    'activation.issued-at-visit/tried-too-often',
    'activation.single-use',
    'activation.expires',
    'account.one-per-adult',
    'account.release-of-information',
  ],
});

export const signUp = endpoint({
  ...forAnybody,
  id: 'signUp',
  summary: 'Create the account of the patient who was given a code. Nobody is signed in by it.',
  path: '/accounts',
  request: {
    headers: idempotencyKey,
    body: z.object({
      code: activationCode,
      /** A second proof, beside the code, that this is the patient. */
      birthDate: day,
      username: typed(254),
      password: typed(256),
      /** Null: none. Not where the policy asks for one. */
      email: z.nullable(emailAddress),
      /** The address typed once more, where the policy asks for that. */
      emailAgain: z.optional(z.nullable(emailAddressAgain)),
      /** Kept where the policy asks for one. */
      securityQuestion: z.optional(z.nullable(securityQuestion)),
    }),
  },
  response: null,
  refusals: [
    ...checkActivationCode.refusals,
    'activation.not-a-username',
    'signup.own-credentials',
    'signup.email-required',
    'signup.security-question',
    'email.entered-twice',
  ],
});

export const recoverUsername = endpoint({
  ...forAnybody,
  id: 'recoverUsername',
  summary: 'Send the username to the e-mail address on file. Never tells whether there is one.',
  path: '/account/username-recovery',
  request: {
    headers: idempotencyKey,
    body: z.object({ email: emailAddress, birthDate: day }),
  },
  response: sentIfOnFile,
  refusals: ['login.cookies-required'],
});

export const requestPasswordReset = endpoint({
  ...forAnybody,
  id: 'requestPasswordReset',
  summary: 'Send a link for a new password to the e-mail address on file. It works once.',
  path: '/account/password-resets',
  request: { headers: idempotencyKey, body: z.object({ username: typed(254) }) },
  response: sentIfOnFile,
  refusals: ['login.cookies-required', 'password.self-reset/not-online'],
});

export const readPasswordReset = endpoint({
  ...forAnybody,
  id: 'readPasswordReset',
  summary: 'What a link asks for. A POST, so that no token stands in a URL.',
  path: '/account/password-resets/read',
  request: { body: z.object({ token: resetToken }) },
  response: z.object({
    /** To be answered first; null: the policy asks no question. */
    securityQuestion: z.nullable(z.string()),
    expiresAt: instant,
  }),
  refusals: [
    'login.cookies-required',
    'password.self-reset/not-online',
    'password.self-reset/invalid-link',
    'password.reset-question/no-question',
    'password.locked-reset',
    'login.lockout',
  ],
});

export const resetPassword = endpoint({
  ...forAnybody,
  id: 'resetPassword',
  summary: 'Set a new password by a link. Ends every session of the account.',
  path: '/account/password-resets/perform',
  request: {
    headers: idempotencyKey,
    body: z.object({
      token: resetToken,
      /** Null: no question is asked. */
      securityAnswer: z.nullable(typed(200)),
      password: typed(256),
    }),
  },
  response: z.object({
    /** Sign in; or, where the account stays locked, what unlocks it. */
    next: z.array(nextStep),
  }),
  refusals: [
    ...readPasswordReset.refusals,
    'password.reset-question/wrong-answer',
    'signup.own-credentials',
  ],
});
