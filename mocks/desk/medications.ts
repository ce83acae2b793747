import * as z from 'zod/mini';
import { id, pageAnswer, pageRequest } from '../../src/contract/fields.js';
import { medication } from '../../src/contract/record/medications.js';
import type { MedicationRecord } from '../db/records/index.js';
import { notifyOfNewInformation } from '../emails.js';
import { latestFirst } from '../handlers/queries/latest-first.js';
import { pageOf } from '../handlers/queries/pages.js';
import { allowed } from '../rules/decision.js';
import { decideListing } from '../rules/record/medications.js';
import { deskAct } from './act.js';
import { ofPatient, staffName } from './fields.js';
import { conflict, noSuchPatient, notThere } from './refusals.js';
import { recordStaffAction } from './staff-action.js';

/** A prescription from outside that no physician here has documented. */
export const undocumentedMedication = z.pick(medication, {
  id: true,
  name: true,
  directions: true,
  status: true,
  prescriber: true,
  prescribedOn: true,
});
export type UndocumentedMedication = z.infer<typeof undocumentedMedication>;

const undocumented = latestFirst<MedicationRecord>(
  ({ prescribedOn }) => (prescribedOn === null ? -Infinity : Date.parse(prescribedOn)),
  (each) => !decideListing(each).ok,
);

export const searchUndocumentedMedications = deskAct(
  {
    id: 'searchUndocumentedMedications',
    summary: 'A patient’s prescriptions from outside that are listed nowhere yet, latest first.',
    method: 'POST',
    path: '/desk/patients/{patient}/undocumented-medications/search',
    request: { params: ofPatient, body: z.object(pageRequest) },
    response: z.object({ medications: z.array(undocumentedMedication), ...pageAnswer }),
    safe: true,
  },
  ({ tables, params, body }) => {
    if (!tables.patients.get(params.patient)) return noSuchPatient;
    const page = pageOf(undocumented(tables.medications.by('patientId', params.patient)), body);
    if (!page.ok) return page;
    const { entries, total, nextCursor } = page.value;
    const medications = entries.map(({ document }) => {
      const { name, directions, status, prescriber, prescribedOn } = document;
      return { id: document.id, name, directions, status, prescriber, prescribedOn };
    });
    return allowed({ medications, total, nextCursor });
  },
);

/** From now on it is listed (`medications.listed`). */
export const documentMedication = deskAct(
  {
    id: 'documentMedication',
    summary: 'Takes a prescription from outside into the record: the patient sees it from now on.',
    method: 'POST',
    path: '/desk/medications/{medication}/documentation',
    request: {
      params: z.object({ medication: id }),
      body: z.object({
        /** The physician who documents it. */
        by: staffName,
      }),
    },
    response: null,
    safe: false,
  },
  (call) => {
    const { tables, policy, now, params, body } = call;
    const found = tables.medications.get(params.medication);
    if (!found) return notThere('There is no such medication.');
    if (decideListing(found).ok) return conflict('This medication is already listed.');
    tables.medications.put({ ...found, documentedHere: true });
    const { patientId } = found;
    recordStaffAction(call, { patientId, action: 'documented-medication', by: body.by });
    notifyOfNewInformation(tables, patientId, policy, now);
    return allowed(undefined);
  },
);
