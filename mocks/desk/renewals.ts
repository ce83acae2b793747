import * as z from 'zod/mini';
import { id, pageAnswer, pageRequest } from '../../src/contract/fields.js';
import { renewal } from '../../src/contract/record/medications.js';
import type { RenewalRecord } from '../db/records/index.js';
import { notifyOfNewInformation } from '../emails.js';
import { earliestFirst } from '../handlers/queries/latest-first.js';
import { compareEarliestFirst, pageOf } from '../handlers/queries/pages.js';
import { fullName } from '../handlers/queries/subjects.js';
import { renewalOf } from '../handlers/record/medications.js';
import { allowed } from '../rules/decision.js';
import { refillsLeft } from '../rules/record/medications.js';
import { deskAct, type DeskCall } from './act.js';
import { staffName, staffNote } from './fields.js';
import { conflict, noSuchPatient, notThere } from './refusals.js';
import { recordStaffAction } from './staff-action.js';

/** A request for more of a medication that waits for its answer. */
export const deskRenewal = z.extend(renewal, {
  patient: z.object({ id, name: z.string() }),
  medication: z.object({ id, name: z.string(), prescriber: z.nullable(z.string()) }),
});
export type DeskRenewal = z.infer<typeof deskRenewal>;

const waiting = earliestFirst<RenewalRecord>(
  ({ requestedAt }) => requestedAt,
  ({ status }) => status === 'pending',
);

export const searchRenewals = deskAct(
  {
    id: 'searchRenewals',
    summary: 'Renewals that wait for an answer, the longest waiting first.',
    method: 'POST',
    path: '/desk/renewals/search',
    request: {
      body: z.object({
        /** Only of this patient. */
        patient: z.optional(id),
        ...pageRequest,
      }),
    },
    response: z.object({ renewals: z.array(deskRenewal), ...pageAnswer }),
    safe: true,
  },
  (call) => {
    const { tables, body } = call;
    const { patient } = body;
    if (patient !== undefined && !tables.patients.get(patient)) return noSuchPatient;
    const found =
      patient === undefined
        ? tables.renewals.by('status', 'pending')
        : tables.renewals.by('patientId', patient);
    const page = pageOf(waiting(found), body, compareEarliestFirst);
    if (!page.ok) return page;
    const { entries, total, nextCursor } = page.value;
    const renewals = entries.flatMap(({ document }) => deskRenewalOf(call, document));
    return allowed({ renewals, total, nextCursor });
  },
);

/** Approved, the refills are added to those left; how many there are stays unknown where it was. */
export const decideRenewal = deskAct(
  {
    id: 'decideRenewal',
    summary: 'Answers a renewal: approved, the pharmacy has what was asked for.',
    method: 'POST',
    path: '/desk/renewals/{renewal}/decision',
    request: {
      params: z.object({ renewal: id }),
      body: z.object({
        approved: z.boolean(),
        by: staffName,
        /** To the patient; null: nothing to add. */
        note: z.nullable(staffNote),
      }),
    },
    response: null,
    safe: false,
  },
  (call) => {
    const { tables, policy, now, params } = call;
    const { approved, by, note } = call.body;
    const found = tables.renewals.get(params.renewal);
    const medication = found && tables.medications.get(found.medicationId);
    if (!medication) return notThere('There is no such renewal.');
    if (found.status !== 'pending') return conflict('This renewal has already been decided.');
    const status = approved ? 'approved' : 'denied';
    tables.renewals.put({ ...found, status, decision: { at: now, by, note } });
    if (approved) {
      const left = refillsLeft(medication, policy, now);
      tables.medications.put({
        ...medication,
        supplyDays: found.supplyDays,
        refillsRemaining: left === null ? null : left + found.refills,
        refillsUntil: null,
      });
    }
    const { patientId } = found;
    recordStaffAction(call, { patientId, action: 'decided-renewal', by });
    notifyOfNewInformation(tables, patientId, policy, now);
    return allowed(undefined);
  },
);

const deskRenewalOf = (call: DeskCall, asked: RenewalRecord): readonly DeskRenewal[] => {
  const { tables } = call;
  const patient = tables.patients.get(asked.patientId);
  const medication = tables.medications.get(asked.medicationId);
  if (!patient || !medication) return [];
  const { name, prescriber } = medication;
  return [
    {
      ...renewalOf(asked, call),
      patient: { id: patient.id, name: fullName(patient) },
      medication: { id: medication.id, name, prescriber },
    },
  ];
};
