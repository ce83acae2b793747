import type { PortalPolicy, ProxyRelationship } from '../../../src/policy/portal-policy.js';
import type { InvitationRecord, PatientRecord, ProxyRecord } from '../../db/records/index.js';
import { endOfDay, lastDay } from '../../../src/policy/calendar.js';
import { allowed, refused, type Decision, type Refusal } from '../decision.js';
import type { Attempts } from '../account/login.js';
import { decideRelationship, endingBirthday, noFriendsAndFamily, proxyHolds } from './proxy.js';

/** Who asks about the sharing of a record. */
export interface Asker {
  /** By which it is open to the one who asks; null: it is the patient. */
  readonly proxy: Pick<ProxyRecord, 'access'> | null;
  /** Whether the patient is a child, in the hospital's sense. */
  readonly ofChild: boolean;
}

/**
 * Who is told who can open a record: the patient, and whoever fully acts for a child, who could not ask.
 * What adults share with whom is nobody else's business.
 */
export const decideSeeingSharing = ({ proxy, ofChild }: Asker): Decision<null> =>
  proxy === null || (ofChild && proxy.access === 'full') ? allowed(null) : notThePatient(ofChild);

/** Only patients share their records; about a child's the office decides, by forms. */
export const decidePatientOnly = ({ proxy, ofChild }: Asker): Decision<null> =>
  proxy === null ? allowed(null) : notThePatient(ofChild);

/** Whether somebody can be invited here to open a record (`proxy.friends-and-family`). */
export const decideInviting = (asker: Asker, policy: PortalPolicy): Decision<null> =>
  policy.proxy.friendsAndFamily ? decidePatientOnly(asker) : noFriendsAndFamily;

/** Whether an invitation can name a relationship (`proxy.relationships`). */
export const decideInvited = (
  relationship: ProxyRelationship,
  policy: PortalPolicy,
): Decision<null> => {
  const decision = decideRelationship(relationship, 'patient', policy);
  if (decision.ok) return decision;
  return { ...decision, errors: [{ pointer: '/body/relationship', detail: decision.detail }] };
};

/** Whether the patient can change here what somebody may do in the record. */
export const decideChange = (
  asker: Asker,
  proxy: ProxyRecord,
  patient: PatientRecord,
  policy: PortalPolicy,
): Decision<null> => {
  const inviting = decideInviting(asker, policy);
  return inviting.ok ? decideByChild(proxy, patient, policy) : inviting;
};

/** Whether the patient can take back access here; elsewhere the office does it. */
export const decideTakingBack = (
  asker: Asker,
  proxy: ProxyRecord,
  patient: PatientRecord,
  policy: PortalPolicy,
): Decision<null> => {
  if (!policy.proxy.friendsAndFamily) return officeTakesBack;
  return decideChange(asker, proxy, patient, policy);
};

/** A child does not shut out those who have signed for it (`proxy.consent-form`). */
const decideByChild = (
  proxy: ProxyRecord,
  patient: PatientRecord,
  policy: PortalPolicy,
): Decision<null> =>
  endingBirthday(proxy, patient, policy) === null
    ? allowed(null)
    : refused('proxy.consent-form', {
        detail: 'What a form has given over a child, the office changes until the child is of age.',
        next: [{ action: 'call-office' }],
      });

const officeTakesBack = refused('proxy.friends-and-family/office-only', {
  detail: 'Access is taken back at the office, not in the portal.',
  next: [{ action: 'call-office' }],
});

const notThePatient = (ofChild: boolean): Refusal =>
  refused(`proxy.friends-and-family/${ofChild ? 'office-only' : 'patient-only'}`, {
    detail: 'Only patients themselves share their records.',
    next: [{ action: ofChild ? 'call-office' : 'ask-patient' }],
  });

/** The last day on which an invitation can be accepted: they hold as long as codes do. */
export const invitationWorksThrough = (
  { sentAt }: Pick<InvitationRecord, 'sentAt'>,
  policy: PortalPolicy,
): string => lastDay(sentAt, policy.activation.expiresAfterDays, policy);

/** Whether an invitation can be accepted still, as far as time goes. */
export const invitationWorks = (
  invitation: InvitationRecord,
  policy: PortalPolicy,
  now: number,
): boolean => now < endOfDay(invitationWorksThrough(invitation, policy), policy.timeZone);

/**
 * Whether an invitation with its second proof can be accepted now. One that was never sent, withdrawn or
 * accepted and a wrong date of birth are answered alike.
 * @param invitation the one that was given with the patient's date of birth; undefined: there is none
 * @param after the count of wrong tries at its token
 */
export const decideInvitation = (
  invitation: InvitationRecord | undefined,
  after: Attempts,
  policy: PortalPolicy,
  now: number,
): Decision<InvitationRecord> => {
  if (after.locked) {
    return refused('proxy.friends-and-family/invitation-tried-too-often', {
      detail: 'This was tried too often: only another invitation helps.',
      next: [{ action: 'ask-patient' }],
      attemptsLeft: 0,
    });
  }
  if (!invitation) {
    return refused('proxy.friends-and-family/invitation-no-match', {
      detail: 'That date of birth doesn’t match the invitation.',
      next: [{ action: 'try-again' }, { action: 'ask-patient' }],
      attemptsLeft: policy.login.maxAttempts - after.failures,
    });
  }
  if (!invitationWorks(invitation, policy, now)) {
    return refused('proxy.friends-and-family/invitation-expired', {
      detail: 'This invitation was sent too long ago.',
      next: [{ action: 'ask-patient' }],
    });
  }
  return allowed(invitation);
};

/**
 * Whether an invitation can take the place of what its patient and who accepts it have between them already:
 * what the patient could not change, no invitation changes.
 */
export const decideReplacing = (
  earlier: readonly ProxyRecord[],
  patient: PatientRecord,
  policy: PortalPolicy,
  now: number,
): Decision<null> => {
  for (const proxy of earlier) {
    if (!proxyHolds(proxy, patient, policy, now)) continue;
    const decision = decideByChild(proxy, patient, policy);
    if (!decision.ok) return decision;
  }
  return allowed(null);
};

/** Whether it is somebody else who accepts, from an account of their own (`proxy.own-login`). */
export const decideOwnLogin = (patientId: string, proxyPatientId: string): Decision<null> =>
  patientId === proxyPatientId
    ? refused('proxy.own-login', {
        detail: 'This is the account of the patient: whoever was invited signs in with their own.',
        next: [{ action: 'sign-in' }],
      })
    : allowed(null);
