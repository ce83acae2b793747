import * as z from 'zod/mini';
import { id, typed } from '../../src/contract/fields.js';
import {
  interpretation,
  resultValue,
  type Interpretation,
  type Observation,
  type ResultValue,
} from '../../src/contract/record/results.js';
import type { ReportRecord } from '../db/records/index.js';
import { notifyOfNewInformation } from '../emails.js';
import { flagOf } from '../../src/fhir/flags.js';
import { allowed } from '../rules/decision.js';
import { decideRelease } from '../rules/record/results.js';
import { deskAct } from './act.js';
import { conflict, notThere } from './refusals.js';
import { recordStaffAction } from './staff-action.js';

/**
 * What the value was before stays with it, and a patient who sees the result is told that there is something
 * new (`notifications.new-information`).
 */
export const correctResult = deskAct(
  {
    id: 'correctResult',
    summary: 'Replaces one value of a result that was wrong; what it was before stays with it.',
    method: 'POST',
    path: '/desk/results/{result}/corrections',
    request: {
      params: z.object({ result: id }),
      body: z.object({
        observation: id,
        value: resultValue,
        /** As the laboratory flags the new value. Absent: as the reference range says. */
        interpretation: z.optional(z.nullable(interpretation)),
        /** What was wrong, for the patient. */
        text: typed(1000),
      }),
    },
    response: null,
    safe: false,
  },
  (call) => {
    const { tables, policy, now, params, body } = call;
    const report = tables.reports.get(params.result);
    if (!report) return notThere('There is no such result.');
    if (!isCorrectable(report)) {
      return conflict('Only a result that is complete can be corrected.');
    }
    const wrong = report.observations.find((each) => each.id === body.observation);
    if (!wrong) return notThere('There is no such value in this result.');
    const { value, interpretation: flag = flagBy(wrong, value), text } = body;
    const right: Observation = {
      ...wrong,
      value,
      absentReason: null,
      interpretation: flag,
      previousValue: wrong.value,
    };
    const corrected: ReportRecord = {
      ...report,
      status: 'corrected',
      observations: report.observations.map((each) => (each === wrong ? right : each)),
      correction: { text, correctedAt: new Date(now).toISOString() },
    };
    tables.reports.put(corrected);
    if (decideRelease(corrected, policy, now).ok) {
      const { patientId } = report;
      recordStaffAction(call, { patientId, action: 'corrected-result' });
      notifyOfNewInformation(tables, patientId, policy, now);
    }
    return allowed(undefined);
  },
);

/** Whether a result is complete, and was not cancelled. */
export const isCorrectable = ({ status }: ReportRecord): boolean =>
  ['final', 'amended', 'corrected'].includes(status);

/** As the reference range says, if it can. */
const flagBy = ({ referenceRange }: Observation, value: ResultValue): Interpretation | null =>
  value.kind === 'quantity' && referenceRange ? flagOf(value, referenceRange) : null;
