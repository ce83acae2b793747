import type { PortalPolicy } from '../../src/policy/portal-policy.js';
import type { PatientRecord, ProxyRecord } from '../db/records/index.js';
import { calendarDays } from './days.js';

/** Relationships that end when the child's record becomes the child's own. */
const overChildren: readonly ProxyRecord['relationship'][] = ['parent', 'guardian'];

/**
 * Whether somebody may open another's record now: it was given and not taken back, the policy knows the
 * relationship (`proxy.relationships`), and a child has not come of age.
 */
export const proxyHolds = (
  proxy: ProxyRecord,
  patient: PatientRecord,
  policy: PortalPolicy,
  now: number,
): boolean =>
  proxy.ended === null &&
  policy.proxy.relationships.includes(proxy.relationship) &&
  !(
    proxy.givenBy === 'consent-form' &&
    overChildren.includes(proxy.relationship) &&
    wasChild(patient, proxy, policy) &&
    isOfAge(patient, policy, now)
  );

/** Of age since the birthday itself, in the portal's time zone. */
export const isOfAge = (
  { birthDate }: PatientRecord,
  { proxy, timeZone }: PortalPolicy,
  now: number,
): boolean => {
  if (birthDate === null) return true;
  const today = calendarDays(timeZone)(now);
  const year = String(Number(birthDate.slice(0, 4)) + proxy.comingOfAgeYears).padStart(4, '0');
  return today >= year + birthDate.slice(4);
};

/** A guardian of an adult stays one. */
const wasChild = (patient: PatientRecord, { since }: ProxyRecord, policy: PortalPolicy): boolean =>
  !isOfAge(patient, policy, since);
