import { hasEnded } from '../../../src/contract/record/medication-ended.js';
import type { NextStep } from '../../../src/contract/problems.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import type { MedicationRecord, RenewalRecord } from '../../db/records/index.js';
import { wrongField } from '../account/credentials.js';
import { calendarDays } from '../../../src/policy/days.js';
import { allowed, refused, type Decision } from '../decision.js';

/** Whether the record lists a medication, or nobody here knows of it (`medications.listed`). */
export const decideListing = (medication: MedicationRecord): Decision<MedicationRecord> =>
  medication.prescribedHere || medication.documentedHere
    ? allowed(medication)
    : refused('medications.listed', {
        detail: 'No physician here has documented this prescription.',
        next: [{ action: 'ask-at-next-visit' }],
      });

/** Of the renewals of one medication the one that waits, or else the latest; null: none. */
export const lastOf = (renewals: readonly RenewalRecord[]): RenewalRecord | null =>
  renewals.find(isPending) ??
  renewals.reduce<RenewalRecord | null>(
    (last, renewal) => (last && last.requestedAt > renewal.requestedAt ? last : renewal),
    null,
  );

const isPending = ({ status }: RenewalRecord): boolean => status === 'pending';

/** Whether a renewal waits still, though the day by which an answer was promised is over (`renewal.reply-time`). */
export const isOverdue = (renewal: RenewalRecord, policy: PortalPolicy, now: number): boolean =>
  isPending(renewal) && calendarDays(policy.timeZone)(now) > renewal.expectedBy;

/** What may still be filled: nothing once the prescription is no longer valid. Null: not known. */
export const refillsLeft = (
  { refillsRemaining, refillsUntil = null }: MedicationRecord,
  policy: PortalPolicy,
  now: number,
): number | null =>
  refillsUntil !== null && calendarDays(policy.timeZone)(now) > refillsUntil ? 0 : refillsRemaining;

/**
 * Whether a medication can be renewed now. Of several reasons against it the one that gets the patient
 * furthest: with refills left the pharmacy helps at once, whoever prescribed them; only what has ended
 * must not be filled again, whatever is left of it.
 * @param last of its renewals (see {@link lastOf})
 */
export const decideRenewable = (
  medication: MedicationRecord,
  last: RenewalRecord | null,
  policy: PortalPolicy,
  now: number,
): Decision<null> => {
  if (hasEnded(medication)) {
    return refused('renewal.prescribed-here/ended', {
      detail: 'This prescription has ended: nobody here prescribes it any more.',
      next: [{ action: 'call-office' }],
    });
  }
  const pharmacy = callPharmacy(medication);
  if ((refillsLeft(medication, policy, now) ?? 0) > 0) {
    return refused('renewal.refills-remaining', {
      detail: 'There are refills left: the pharmacy fills them.',
      next: pharmacy ?? [{ action: 'call-office' }],
    });
  }
  if (!medication.prescribedHere) {
    return refused('renewal.prescribed-here/elsewhere', {
      detail: 'Somebody else has prescribed it: it is not renewed here.',
      next: [...(pharmacy ?? []), { action: 'call-office' }],
    });
  }
  if (last && isPending(last)) {
    const wait = isOverdue(last, policy, now) ? [] : [{ action: 'wait' } as const];
    return refused('renewal.one-pending', {
      detail: 'A request for this medication waits for its answer.',
      next: [...wait, { action: 'call-office' }],
    });
  }
  return allowed(null);
};

/** The pharmacy knows what is left, and asks whoever has prescribed it for more. */
const callPharmacy = ({ pharmacy }: MedicationRecord): readonly NextStep[] | null =>
  pharmacy && [{ action: 'call-pharmacy', contact: pharmacy }];

/** Whether a request asks for a supply that the policy knows (`renewal.details`). */
export const decideRenewalDetails = (
  { supplyDays }: { readonly supplyDays: number },
  { renewal }: PortalPolicy,
): Decision<null> =>
  renewal.supplyDays.includes(supplyDays)
    ? allowed(null)
    : wrongField(
        'renewal.details',
        '/body/supplyDays',
        'wrong',
        'This supply is not among the choices.',
      );
