import * as z from 'zod/mini';
import { securityQuestion } from './account.js';
import { endpoint } from '../endpoint.js';
import { emailAddress, emailAddressAgain, etag, phoneNumber, typed } from '../fields.js';
import { idempotencyKey, ifMatch } from '../headers.js';
import { withPassword, withPasswordIfAsked } from './second-step.js';

/** A postal address in the United States (FHIR Address). */
export const postalAddress = z.object({
  line1: typed(100),
  line2: z.nullable(typed(100)),
  city: typed(100),
  /** USPS abbreviation: `NJ`. */
  state: z.string().check(z.regex(/^[A-Z]{2}$/)),
  /** ZIP or ZIP+4. */
  postalCode: z.string().check(z.regex(/^\d{5}(-\d{4})?$/)),
});
export type PostalAddress = z.infer<typeof postalAddress>;

const contact = {
  address: z.nullable(postalAddress),
  phone: z.nullable(phoneNumber),
};

/** What the person who is signed in has chosen and may change. */
export const preferences = z.object({
  etag,
  /** What this person signs in with: for password managers, which keep a new password beside it. No page shows it. */
  username: z.string(),
  email: z.object({
    /** Where the portal writes to; null: none on file. */
    address: z.nullable(z.string()),
    /** Whether the medical record has it too (`email.instant-update`). */
    inMedicalRecord: z.boolean(),
  }),
  securityQuestion: z.object({
    /** Whether this portal has one at all (`security-question.change`). */
    used: z.boolean(),
    /** Null: none set. The answer is never told. */
    question: z.nullable(z.string()),
  }),
  contact: z.object({
    ...contact,
    /** Whether it is changed here (`contact.update`). */
    editable: z.boolean(),
  }),
});
export type Preferences = z.infer<typeof preferences>;

/** Endpoints that change preferences share how they are called. */
const change = {
  method: 'PUT',
  response: preferences,
  access: 'session',
  safe: false,
  activity: true,
} as const;

export const getPreferences = endpoint({
  id: 'getPreferences',
  summary: 'The preferences of the account that is signed in.',
  method: 'GET',
  path: '/account/preferences',
  request: {},
  response: preferences,
  access: 'session',
  safe: true,
  activity: true,
  refusals: [],
});

/** Where the policy asks for the current password. */
const reauthentication = [
  'password.change/missing',
  'password.change/wrong',
  'login.lockout',
] as const;

export const changeEmail = endpoint({
  ...change,
  id: 'changeEmail',
  summary: 'Set the e-mail address.',
  path: '/account/email',
  request: {
    headers: ifMatch,
    body: z.object({
      email: emailAddress,
      /** The address typed once more, where the policy asks for that. */
      emailAgain: z.optional(z.nullable(emailAddressAgain)),
      ...withPasswordIfAsked,
    }),
  },
  refusals: [...reauthentication, 'email.entered-twice'],
});

export const changePassword = endpoint({
  ...change,
  id: 'changePassword',
  summary: 'Set a new password, giving the current one. Ends every other session of the account.',
  path: '/account/password',
  request: {
    headers: idempotencyKey,
    body: z.object({ ...withPassword, password: typed(256) }),
  },
  refusals: ['password.change/wrong', 'login.lockout', 'signup.own-credentials'],
});

export const changeSecurityQuestion = endpoint({
  ...change,
  id: 'changeSecurityQuestion',
  summary: 'Set the security question and its answer.',
  path: '/account/security-question',
  request: { headers: ifMatch, body: z.extend(securityQuestion, withPasswordIfAsked) },
  refusals: [...reauthentication, 'security-question.change', 'signup.security-question'],
});

export const changeContact = endpoint({
  ...change,
  id: 'changeContact',
  summary: 'Set address and phone, in the medical record.',
  path: '/account/contact',
  request: { headers: ifMatch, body: z.object(contact) },
  refusals: ['contact.update'],
});
