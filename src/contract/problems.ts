import * as z from 'zod/mini';
import { ruleIds } from '../policy/rules.js';
import { id, instant, openEnum } from './fields.js';

/** What a person can do after a refusal, in words that a widget can put plainly. */
export const nextActions = [
  'try-again',
  'wait',
  'sign-in',
  'enable-cookies',
  'reset-password',
  'recover-username',
  'call-office',
  'call-support-line',
  'email-support',
  'call-pharmacy',
  'ask-at-next-visit',
  /** Free web mail; a public library helps. */
  'get-email-address',
  /** Something else has changed it: read it again. */
  'reload',
  /** Open the record that it belongs to: `subject`. */
  'switch-subject',
  /** Say that it is meant so, and send it again. */
  'confirm',
  'call-emergency',
  /** Begin another thread. */
  'new-message',
  /** A Proxy Consent Form, signed, at the office. */
  'hand-in-consent-form',
  /** Patients give access themselves, in the portal. */
  'share-record',
  /** Whoever the record is about can do it. */
  'ask-patient',
] as const;
export type NextAction = (typeof nextActions)[number];

export const nextStep = z.object({
  action: openEnum(nextActions),
  /** Whom to call, where it is not the policy's general number. */
  contact: z.optional(z.object({ name: z.string(), phone: z.string() })),
  /** The record that it is about. */
  subject: z.optional(id),
  /** When it can be done. */
  at: z.optional(instant),
});
export type NextStep = z.infer<typeof nextStep>;

/** Why a rule does not take what was typed, so that a widget can say how to mend it. */
export const fieldReasons = [
  'required',
  'wrong',
  'too-short',
  'too-long',
  'has-space',
  'invisible',
  'no-email-address',
  'no-phone-number',
  'taken',
  'is-the-code',
  'easy-to-guess',
  'like-a-name',
  'differs',
  'in-the-question',
  'no-words',
] as const;
export type FieldReason = (typeof fieldReasons)[number];

/** A field of the request that is wrong: where, as a JSON Pointer (RFC 6901), and how. */
export const fieldError = z.object({
  pointer: z.string(),
  /** For developers. */
  detail: z.string(),
  /** Absent where there is no more to say than that the contract does not take it. */
  reason: z.optional(z.enum(fieldReasons)),
});
export type FieldError = z.infer<typeof fieldError>;

/** Kinds of problem; `type` is `urn:portal-widgets:problem:` and one of these. */
export const problemKinds = [
  'refused',
  'invalid-request',
  'signed-out',
  'forged-request',
  'not-found',
  'method-not-allowed',
  'unsupported-media-type',
  'too-large',
  'too-many-requests',
  'conflict',
  'precondition-failed',
  'precondition-required',
  'internal',
  /** This hospital's portal does not do that. */
  'not-offered',
  'unavailable',
] as const;
export type ProblemKind = (typeof problemKinds)[number];
export const problemType = (kind: ProblemKind) => `urn:portal-widgets:problem:${kind}` as const;

/** Problem details (RFC 9457) of every answer that is no success. */
export const problem = z.object({
  type: z.enum(problemKinds.map(problemType)),
  title: z.string(),
  status: z.int().check(z.minimum(400), z.maximum(599)),
  detail: z.string(),
  /** The rule that refuses. Absent: the cause is technical. */
  rule: z.optional(openEnum(ruleIds)),
  /** Which of the rule's cases, where it has several: `passkey` of `login.no-hints`. */
  case: z.optional(z.string()),
  /** What to do now, best first. */
  next: z.array(nextStep),
  /** For `invalid-request`, and for rules about what was typed: each field that is wrong. */
  errors: z.optional(z.array(fieldError)),
  /** For `login.no-hints` and `login.lockout`: tries left before the account locks. */
  attemptsLeft: z.optional(z.int().check(z.minimum(0))),
});
export type Problem = z.infer<typeof problem>;
