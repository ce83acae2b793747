import type { Interpretation, Observation, ResultValue } from '../../src/contract/results.js';
import type { ReportRecord } from '../db/records/index.js';
import { notifyOfNewInformation } from '../emails.js';
import { flagOf } from '../../src/fhir/flags.js';
import { decideRelease } from '../rules/results.js';
import { DeskError } from './desk-error.js';
import type { Hospital } from './hospital.js';
import { recordStaffAction } from './staff-action.js';

/** What a value of a result should have been. */
export interface Correction {
  /** Id of the observation. */
  readonly observation: string;
  readonly value: ResultValue;
  /** As the laboratory flags the new value. Absent: as the reference range says, if it can. */
  readonly interpretation?: Interpretation | null | undefined;
  /** What was wrong, for the patient. */
  readonly text: string;
}

/**
 * Corrects one value of a result. What it was before stays with it, and a patient who sees the result
 * is told that there is something new (`notifications.new-information`).
 * @throws DeskError for an unknown result or observation, and for a result that is not complete or was
 *   cancelled
 */
export const correctResult = (
  { db, clock, policy }: Hospital,
  reportId: string,
  correction: Correction,
): Promise<void> =>
  db.transact((tables) => {
    const report = tables.reports.get(reportId);
    if (!report) throw new DeskError('not-found', 'There is no such result.');
    const now = clock.now();
    const corrected = withCorrection(report, correction, now);
    tables.reports.put(corrected);
    if (!decideRelease(corrected, policy, now).ok) return;
    const { patientId } = report;
    recordStaffAction(tables, { patientId, action: 'corrected-result', now, policy });
    notifyOfNewInformation(tables, patientId, policy, now);
  });

/** Whether a result is complete, and was not cancelled. */
export const isCorrectable = ({ status }: ReportRecord): boolean =>
  ['final', 'amended', 'corrected'].includes(status);

const withCorrection = (
  report: ReportRecord,
  { observation: id, value, interpretation, text }: Correction,
  now: number,
): ReportRecord => {
  if (!isCorrectable(report)) {
    throw new DeskError('conflict', 'Only a result that is complete can be corrected.');
  }
  const wrong = report.observations.find((observation) => observation.id === id);
  if (!wrong) throw new DeskError('not-found', 'There is no such value in this result.');
  const right: Observation = {
    ...wrong,
    value,
    absentReason: null,
    interpretation: interpretation === undefined ? flagBy(wrong, value) : interpretation,
    previousValue: wrong.value,
  };
  return {
    ...report,
    status: 'corrected',
    observations: report.observations.map((observation) =>
      observation === wrong ? right : observation,
    ),
    correction: { text, correctedAt: new Date(now).toISOString() },
  };
};

const flagBy = ({ referenceRange }: Observation, value: ResultValue): Interpretation | null =>
  value.kind === 'quantity' && referenceRange ? flagOf(value, referenceRange) : null;
