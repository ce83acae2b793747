import { notifyOfNewInformation } from '../emails.js';
import { refillsLeft } from '../rules/medications.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

interface RenewalDecision {
  readonly approved: boolean;
  /** Name of who decides. */
  readonly by: string;
  /** To the patient; absent: nothing to add. */
  readonly note?: string | null;
}

/**
 * Answers a patient's request for more of a medication. Approved, the pharmacy has what was asked for:
 * the refills are added to those left.
 * @throws DeskError for an unknown request, and for one that was decided already
 */
export const decideRenewal = (
  { db, clock, policy }: Hospital,
  renewalId: string,
  { approved, by, note = null }: RenewalDecision,
): Promise<void> =>
  db.transact((tables) => {
    const renewal = tables.renewals.get(renewalId);
    const medication = renewal && tables.medications.get(renewal.medicationId);
    if (!medication) throw new DeskError('not-found', 'There is no such renewal.');
    if (renewal.status !== 'pending')
      throw new DeskError('conflict', 'This renewal was decided already.');
    const now = clock.now();
    tables.renewals.put({
      ...renewal,
      status: approved ? 'approved' : 'denied',
      decision: { at: now, by, note },
    });
    if (approved) {
      tables.medications.put({
        ...medication,
        supplyDays: renewal.supplyDays,
        refillsRemaining: (refillsLeft(medication, policy, now) ?? 0) + renewal.refills,
        refillsUntil: null,
      });
    }
    const { patientId } = renewal;
    recordStaffAction(tables, { patientId, action: 'decided-renewal', by, now, policy });
    notifyOfNewInformation(tables, patientId, policy, now);
  });
