import * as z from 'zod/mini';
import { eligibility } from '../eligibility.js';
import { endpoint } from '../endpoint.js';
import { accessTerms, proxyAccess, relationship } from './family.js';
import { day, emailAddress, etag, id, instant, typed } from '../fields.js';
import { idempotencyKey, ifMatch } from '../headers.js';

/** Somebody who can open the record, from an account of their own (`proxy.own-login`). */
const proxy = z.object({
  /** Of the access itself: names it in changing it and taking it back. */
  id,
  displayName: z.string(),
  ...accessTerms,
  /** Whether `access` can be changed here. */
  change: eligibility,
  takeBack: eligibility,
});

/** An invitation that was sent, and that nobody has accepted yet. */
const invitation = z.object({
  id,
  /** As the patient has typed it. */
  name: z.string(),
  email: z.string(),
  relationship,
  access: proxyAccess,
  sentAt: instant,
  /** The last day on which it can be accepted, in the portal's time zone. */
  worksThrough: day,
});

/** Who can open a record, and whether its patient gives and takes back access here. */
export const sharing = z.object({
  etag,
  /** By name. */
  proxies: z.array(proxy),
  /** Latest first. */
  invitations: z.array(invitation),
  /** Whether somebody can be invited here (`proxy.friends-and-family`). */
  invite: eligibility,
  /** As what: the relationships that an invitation can name. */
  relationships: z.array(relationship),
});
export type Sharing = z.infer<typeof sharing>;

const subject = z.object({ subject: id });

/** Endpoints about sharing have the same answer: how it stands now. */
const aboutSharing = {
  response: sharing,
  access: 'session',
  activity: true,
} as const;

/** Whoever else asks is told who can do it. */
const patientsOnly = [
  'proxy.friends-and-family/patient-only',
  'proxy.friends-and-family/office-only',
] as const;

export const getSharing = endpoint({
  ...aboutSharing,
  id: 'getSharing',
  summary: 'Who can open this record. Told to its patient, and to who fully acts for a child.',
  method: 'GET',
  path: '/patients/{subject}/sharing',
  request: { params: subject },
  safe: true,
  refusals: patientsOnly,
});

export const shareRecord = endpoint({
  ...aboutSharing,
  id: 'shareRecord',
  summary: 'Invite somebody by e-mail to open this record. Never tells who has an account.',
  method: 'POST',
  path: '/patients/{subject}/sharing/invitations',
  request: {
    params: subject,
    headers: idempotencyKey,
    body: z.object({ name: typed(100), email: emailAddress, relationship, access: proxyAccess }),
  },
  safe: false,
  audit: 'invited-proxy',
  refusals: [...patientsOnly, 'proxy.friends-and-family/not-offered', 'proxy.relationships'],
});

export const withdrawInvitation = endpoint({
  ...aboutSharing,
  id: 'withdrawInvitation',
  summary: 'Withdraw an invitation: its link stops working.',
  method: 'DELETE',
  path: '/patients/{subject}/sharing/invitations/{invitation}',
  request: { params: z.object({ subject: id, invitation: id }) },
  safe: false,
  audit: 'withdrew-invitation',
  refusals: patientsOnly,
});

export const changeAccess = endpoint({
  ...aboutSharing,
  id: 'changeAccess',
  summary: 'Change what somebody who can open this record may do in it.',
  method: 'PUT',
  path: '/patients/{subject}/sharing/{proxy}',
  request: {
    params: z.object({ subject: id, proxy: id }),
    headers: ifMatch,
    body: z.object({ access: proxyAccess }),
  },
  safe: false,
  audit: 'changed-access',
  refusals: [...patientsOnly, 'proxy.friends-and-family/not-offered', 'proxy.consent-form'],
});

export const takeBackAccess = endpoint({
  ...aboutSharing,
  id: 'takeBackAccess',
  summary: 'Take back access to this record. It ends at once.',
  method: 'DELETE',
  path: '/patients/{subject}/sharing/{proxy}',
  request: { params: z.object({ subject: id, proxy: id }) },
  safe: false,
  audit: 'took-back-access',
  refusals: [...patientsOnly, 'proxy.consent-form'],
});
