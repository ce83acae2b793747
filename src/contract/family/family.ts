import * as z from 'zod/mini';
import { proxyRelationships } from '../../policy/portal-policy.js';
import { eligibility } from '../eligibility.js';
import { endpoint } from '../endpoint.js';
import { day, id, instant } from '../fields.js';
import { idempotencyKey } from '../headers.js';

export const relationship = z.enum(proxyRelationships);

/** `full`: everything the patient may do. `view`: look, and change or send nothing. */
export const proxyAccess = z.enum(['full', 'view']);
export type ProxyAccess = z.infer<typeof proxyAccess>;

/** What everybody is told alike of somebody's access to a record: the proxy, and the patient. */
export const accessTerms = {
  relationship,
  access: proxyAccess,
  /** How it came about: by a form that was processed, or given by the patient in the portal. */
  givenBy: z.enum(['consent-form', 'patient']),
  since: instant,
  /** The birthday that ends it; null: none does. */
  endsOn: z.nullable(day),
};

/** A record that the account may open besides its own. */
const openAccess = z.object({
  /** Of the access itself: names it in giving it up. */
  id,
  /** Whose record it is (FHIR Patient). */
  subject: id,
  displayName: z.string(),
  ...accessTerms,
});

/** Why a record cannot be opened any more. */
export const endReasons = ['taken-back', 'given-up', 'ended-by-hospital', 'came-of-age'] as const;
export type EndReason = (typeof endReasons)[number];

const endedAccess = z.object({
  id,
  /** Whose record it was (FHIR Patient). */
  subject: id,
  displayName: z.string(),
  relationship,
  /** Null: the hospital does not allow it any more, without a date. */
  endedAt: z.nullable(instant),
  reason: z.enum(endReasons),
});

const consentForm = z.object({
  id,
  /** Whose record it asks for. */
  displayName: z.string(),
  relationship,
  handedInAt: instant,
  state: z.enum(['waiting', 'declined']),
  /** Null: still waiting. */
  decidedAt: z.nullable(instant),
});

/** How somebody in a relationship gets to open another's record. */
const wayToAccess = z.object({
  relationship,
  /** A form on paper, at the office (`proxy.consent-form`, `proxy.relationships`). */
  byConsentForm: eligibility,
  /** An invitation by the patient (`proxy.friends-and-family`). */
  byInvitation: eligibility,
});

/** Whose records an account may open, and what of them it may not open any more, or not yet. */
export const family = z.object({
  /** By name. */
  open: z.array(openAccess),
  /** Latest first. */
  ended: z.array(endedAccess),
  /** The last of each person, where it has given no access; latest first. */
  consentForms: z.array(consentForm),
  /** One for each relationship there is. */
  ways: z.array(wayToAccess),
});
export type Family = z.infer<typeof family>;

export const getFamily = endpoint({
  id: 'getFamily',
  summary: 'Whose records the account may open, which not any more, and how it gets to more.',
  method: 'GET',
  path: '/family',
  request: {},
  response: family,
  access: 'session',
  safe: true,
  activity: true,
  refusals: [],
});

/** What an e-mail brought, as it stands in its link. */
const invitationToken = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,100}$/));

export const acceptInvitation = endpoint({
  id: 'acceptInvitation',
  summary: 'Open a record to the account that is signed in, by an invitation from its patient.',
  method: 'POST',
  path: '/family/invitations',
  request: {
    headers: idempotencyKey,
    body: z.object({
      token: invitationToken,
      /** Of the patient: a second proof, beside the link, that this is who was meant. */
      birthDate: day,
    }),
  },
  response: null,
  access: 'session',
  safe: false,
  activity: true,
  refusals: [
    'proxy.friends-and-family/not-offered',
    'proxy.friends-and-family/invitation-no-match',
    'proxy.friends-and-family/invitation-tried-too-often',
    'proxy.friends-and-family/invitation-expired',
    'proxy.own-login',
    'proxy.consent-form',
  ],
});

export const giveUpAccess = endpoint({
  id: 'giveUpAccess',
  summary: "Give up the access to another's record.",
  method: 'DELETE',
  path: '/family/{proxy}',
  request: { params: z.object({ proxy: id }) },
  response: null,
  access: 'session',
  safe: false,
  activity: true,
  refusals: [],
});
