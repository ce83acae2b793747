import { notifyOfNewInformation } from '../emails.js';
import { decideRelease } from '../rules/results.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';

/**
 * Marks a result as reviewed by the physician (`results.after-review`). If it shows by that, its
 * patient is told that there is something new (`notifications.new-information`).
 * @throws DeskError for an unknown result
 */
export const reviewResult = ({ db, clock, policy }: Hospital, reportId: string): Promise<void> =>
  db.transact((tables) => {
    const report = tables.reports.get(reportId);
    if (!report) throw new DeskError('not-found', 'There is no such result.');
    const now = clock.now();
    const reviewed = { ...report, reviewed: true, reviewedAt: new Date(now).toISOString() };
    tables.reports.put(reviewed);
    const wasShown = decideRelease(report, policy, now).ok;
    const isShown = decideRelease(reviewed, policy, now).ok;
    if (isShown && !wasShown) notifyOfNewInformation(tables, report.patientId, policy, now);
  });
