import * as z from 'zod/mini';
import { eligibility } from '../../src/contract/eligibility.js';
import { id, instant, pageAnswer, pageRequest } from '../../src/contract/fields.js';
import { observation } from '../../src/contract/record/results.js';
import { resultCategory } from '../../src/policy/portal-policy.js';
import type { ReportRecord } from '../db/records/index.js';
import { notifyOfNewInformation } from '../emails.js';
import { comparePlaces, pageOf } from '../handlers/queries/pages.js';
import { allowed } from '../rules/decision.js';
import { eligibilityOf } from '../rules/eligibility.js';
import { decideRelease, isComplete } from '../rules/record/results.js';
import { deskAct, type DeskCall } from './act.js';
import { isCorrectable } from './corrections.js';
import { ofPatient } from './fields.js';
import { conflict, noSuchPatient, notThere } from './refusals.js';
import { recordStaffAction } from './staff-action.js';

const summary = {
  id,
  patient: id,
  name: z.string(),
  category: resultCategory,
  status: z.enum(['registered', 'preliminary', 'final', 'amended', 'corrected', 'cancelled']),
  collectedAt: z.nullable(instant),
  reviewed: z.boolean(),
  /** Whether its values can be corrected: it is complete, and was not cancelled. */
  correctable: z.boolean(),
  /** Whether its patient sees it now; if not, by which rule. */
  release: eligibility,
};

/** A result as staff see it, released or not. */
export const deskResult = z.object(summary);
export type DeskResult = z.infer<typeof deskResult>;

const ofResult = z.object({ result: id });

export const searchPatientResults = deskAct(
  {
    id: 'searchPatientResults',
    summary: 'A patient’s results, released or not, latest first.',
    method: 'POST',
    path: '/desk/patients/{patient}/results/search',
    request: {
      params: ofPatient,
      body: z.object({
        /** Only those that a physician has reviewed, or has not yet. */
        reviewed: z.optional(z.boolean()),
        ...pageRequest,
      }),
    },
    response: z.object({ results: z.array(deskResult), ...pageAnswer }),
    safe: true,
  },
  (call) => {
    const { tables, params, body } = call;
    if (!tables.patients.get(params.patient)) return noSuchPatient;
    const found = tables.reports
      .by('patientId', params.patient)
      .filter(({ reviewed }) => body.reviewed === undefined || body.reviewed === reviewed)
      .map((report) => ({ at: collectedAt(report), id: report.id, report }))
      .sort(comparePlaces);
    const page = pageOf(found, body);
    if (!page.ok) return page;
    const { entries, total, nextCursor } = page.value;
    const results = entries.map(({ report }) => resultOf(call, report));
    return allowed({ results, total, nextCursor });
  },
);

export const getDeskResult = deskAct(
  {
    id: 'getDeskResult',
    summary: 'One result with its values.',
    method: 'GET',
    path: '/desk/results/{result}',
    request: { params: ofResult },
    response: z.object({ ...summary, observations: z.array(observation) }),
    safe: true,
  },
  (call) => {
    const report = call.tables.reports.get(call.params.result);
    if (!report) return noSuchResult;
    return allowed({ ...resultOf(call, report), observations: [...report.observations] });
  },
);

/**
 * If it shows by that (`results.after-review`), its patient is told that there is something new
 * (`notifications.new-information`). Of a result that does not show, the list of what was done in the record
 * says nothing either.
 */
export const reviewResult = deskAct(
  {
    id: 'reviewResult',
    summary: 'Marks a result as reviewed by the physician.',
    method: 'POST',
    path: '/desk/results/{result}/review',
    request: { params: ofResult },
    response: null,
    safe: false,
  },
  (call) => {
    const { tables, policy, now, params } = call;
    const report = tables.reports.get(params.result);
    if (!report) return noSuchResult;
    if (!isComplete(report)) return conflict('Only a result that is complete can be reviewed.');
    if (report.reviewed) return conflict('This result has already been reviewed.');
    const reviewed = { ...report, reviewed: true, reviewedAt: new Date(now).toISOString() };
    tables.reports.put(reviewed);
    const wasShown = decideRelease(report, policy, now).ok;
    const isShown = decideRelease(reviewed, policy, now).ok;
    const { patientId } = report;
    if (isShown) recordStaffAction(call, { patientId, action: 'reviewed-result' });
    if (isShown && !wasShown) notifyOfNewInformation(tables, patientId, policy, now);
    return allowed(undefined);
  },
);

const noSuchResult = notThere('There is no such result.');

const collectedAt = ({ collectedAt: at }: ReportRecord): number =>
  at === null ? -Infinity : Date.parse(at);

const resultOf = ({ policy, now }: DeskCall, report: ReportRecord): DeskResult => ({
  id: report.id,
  patient: report.patientId,
  name: report.name,
  category: report.category,
  status: report.status,
  collectedAt: report.collectedAt,
  reviewed: report.reviewed,
  correctable: isCorrectable(report),
  release: eligibilityOf(decideRelease(report, policy, now)),
});
