import { notifyOfNewInformation } from '../emails.js';
import { decideRelease, isComplete } from '../rules/results.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/**
 * Marks a result as reviewed by the physician (`results.after-review`). If it shows by that, its
 * patient is told that there is something new (`notifications.new-information`). Of a result that does
 * not show, the list of what was done in the record says nothing either.
 * @param by who has reviewed it
 * @throws DeskError for an unknown result, one that is not complete yet, and one that was reviewed already
 */
export const reviewResult = (
  { db, clock, policy }: Hospital,
  reportId: string,
  by?: string,
): Promise<void> =>
  db.transact((tables) => {
    const report = tables.reports.get(reportId);
    if (!report) throw new DeskError('not-found', 'There is no such result.');
    if (!isComplete(report)) {
      throw new DeskError('conflict', 'Only a result that is complete can be reviewed.');
    }
    if (report.reviewed) throw new DeskError('conflict', 'This result was reviewed already.');
    const now = clock.now();
    const reviewed = { ...report, reviewed: true, reviewedAt: new Date(now).toISOString() };
    tables.reports.put(reviewed);
    const wasShown = decideRelease(report, policy, now).ok;
    const isShown = decideRelease(reviewed, policy, now).ok;
    if (!isShown) return;
    const { patientId } = report;
    recordStaffAction(tables, { patientId, action: 'reviewed-result', by, now, policy });
    if (!wasShown) notifyOfNewInformation(tables, patientId, policy, now);
  });
