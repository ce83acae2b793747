import type { EndReason } from '../../../src/contract/family/family.js';
import type { NextStep } from '../../../src/contract/problems.js';
import {
  proxyRelationships,
  type PortalPolicy,
  type ProxyRelationship,
} from '../../../src/policy/portal-policy.js';
import type { ConsentFormRecord, PatientRecord, ProxyRecord } from '../../db/records/index.js';
import { addDays, momentOf } from '../../../src/policy/calendar.js';
import { calendarDays } from '../../../src/policy/days.js';
import { allowed, refused, type Decision } from '../decision.js';

type GivenBy = ProxyRecord['givenBy'];

/** How somebody's access to another's record stands. */
export type Standing =
  | {
      readonly open: true;
      /** RFC 3339 full-date of the birthday that ends it; null: none does. */
      readonly endsOn: string | null;
    }
  | {
      readonly open: false;
      readonly reason: EndReason;
      /** Epoch milliseconds; null: the policy in force does not know such an access. */
      readonly endedAt: number | null;
    };

const endReasons: Readonly<Record<NonNullable<ProxyRecord['ended']>['by'], EndReason>> = {
  patient: 'taken-back',
  proxy: 'given-up',
  hospital: 'ended-by-hospital',
};

/**
 * How an access stands now. It is open if it was given and not ended, the policy knows the relationship
 * (`proxy.relationships`), and the child for whom somebody else has signed has not come of age.
 */
export const standingOf = (
  proxy: ProxyRecord,
  patient: PatientRecord,
  policy: PortalPolicy,
  now: number,
): Standing => {
  const { ended } = proxy;
  const birthday = endingBirthday(proxy, patient, policy);
  const cameOfAge = birthday !== null && isOfAge(patient, policy, now);
  const cameOfAgeAt = cameOfAge ? momentOf(birthday, '00:00', policy.timeZone) : Infinity;
  if (ended && ended.at < cameOfAgeAt) {
    return { open: false, reason: endReasons[ended.by], endedAt: ended.at };
  }
  if (cameOfAge) return { open: false, reason: 'came-of-age', endedAt: cameOfAgeAt };
  return decideRelationship(proxy.relationship, proxy.givenBy, policy).ok
    ? { open: true, endsOn: birthday }
    : { open: false, reason: 'ended-by-hospital', endedAt: null };
};

/** Whether somebody may open another's record now. */
export const proxyHolds = (...facts: Parameters<typeof standingOf>): boolean =>
  standingOf(...facts).open;

/**
 * The birthday that ends an access. A form about a child was signed by somebody else: whatever it has
 * given, to a parent or a grandparent, ends when the record becomes the child's own. What patients
 * themselves have given, and forms about adults, hold on.
 * @returns null: no birthday ends it
 */
export const endingBirthday = (
  { givenBy, since }: Pick<ProxyRecord, 'givenBy' | 'since'>,
  patient: PatientRecord,
  policy: PortalPolicy,
): string | null =>
  givenBy === 'consent-form' && !isOfAge(patient, policy, since)
    ? comingOfAge(patient, policy)
    : null;

/** Of age from the first moment of the birthday on, in the portal's time zone. */
export const isOfAge = (patient: PatientRecord, policy: PortalPolicy, now: number): boolean => {
  const birthday = comingOfAge(patient, policy);
  return birthday === null || calendarDays(policy.timeZone)(now) >= birthday;
};

/**
 * The birthday with which a child comes of age (RFC 3339 full-date). Who was born on 29 February has it on
 * 1 March in a year without that day; of whom only the year or the month of birth is known, with its end.
 * @returns null: nobody knows the day of birth, and the patient counts as an adult
 */
const comingOfAge = ({ birthDate }: PatientRecord, { proxy }: PortalPolicy): string | null => {
  if (birthDate === null) return null;
  const year = String(Number(birthDate.slice(0, 4)) + proxy.comingOfAgeYears).padStart(4, '0');
  const [month, day] = [birthDate.slice(5, 7) || '12', Number(birthDate.slice(8) || '31')];
  return addDays(`${year}-${month}-01`, day - 1);
};

/**
 * Who may open another's record (`proxy.relationships`): by a form, whom the policy names; by the patient's
 * own invitation, where there is such a thing (`proxy.friends-and-family`), anybody but a guardian,
 * whom a court appoints and papers prove.
 */
export const relationshipsBy = (
  givenBy: GivenBy,
  { proxy }: PortalPolicy,
): readonly ProxyRelationship[] => {
  if (givenBy === 'consent-form') return proxy.relationships;
  return proxy.friendsAndFamily ? proxyRelationships.filter((each) => each !== 'guardian') : [];
};

/** Whether somebody in a relationship may get access in a way. */
export const decideRelationship = (
  relationship: ProxyRelationship,
  givenBy: GivenBy,
  policy: PortalPolicy,
): Decision<null> => {
  if (givenBy === 'patient' && !policy.proxy.friendsAndFamily) return noFriendsAndFamily;
  if (relationshipsBy(givenBy, policy).includes(relationship)) return allowed(null);
  const otherWay = givenBy === 'patient' ? 'consent-form' : 'patient';
  const byOtherWay = relationshipsBy(otherWay, policy).includes(relationship);
  return refused('proxy.relationships', {
    detail: 'The policy does not give access in this relationship in this way.',
    next: [byOtherWay ? stepOf[otherWay] : { action: 'call-office' }],
  });
};

/**
 * Whether a form can be approved: the policy knows the relationship, and a child for whom somebody else has
 * signed is none of age yet.
 */
export const decideConsentForm = (
  { relationship, handedInAt }: Pick<ConsentFormRecord, 'relationship' | 'handedInAt'>,
  patient: PatientRecord,
  policy: PortalPolicy,
  now: number,
): Decision<null> => {
  const signedForChild = !isOfAge(patient, policy, handedInAt);
  if (signedForChild && isOfAge(patient, policy, now)) {
    return refused('proxy.consent-form', {
      detail: 'The child has come of age since the form was signed: a new one is needed.',
      next: [{ action: 'hand-in-consent-form' }],
    });
  }
  return decideRelationship(relationship, 'consent-form', policy);
};

const stepOf: Readonly<Record<GivenBy, NextStep>> = {
  'consent-form': { action: 'hand-in-consent-form' },
  patient: { action: 'share-record' },
};

/** Patients do not give access themselves here. */
export const noFriendsAndFamily = refused('proxy.friends-and-family/not-offered', {
  detail: 'Access is given by a form at the office, not in the portal.',
  next: [{ action: 'hand-in-consent-form' }, { action: 'call-office' }],
});
