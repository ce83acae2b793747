import * as z from 'zod/mini';
import { accessTerms } from '../../src/contract/family/family.js';
import { id, pageAnswer, pageRequest } from '../../src/contract/fields.js';
import type { PatientRecord } from '../db/records/index.js';
import type { Tables } from '../db/tables.js';
import { accessTermsOf } from '../handlers/account/access-terms.js';
import { comparePlaces, pageOf } from '../handlers/queries/pages.js';
import { fullName } from '../handlers/queries/subjects.js';
import { allowed } from '../rules/decision.js';
import { proxyHolds, standingOf } from '../rules/family/proxy.js';
import { deskAct, type DeskCall } from './act.js';
import { ofPatient } from './fields.js';
import { noSuchPatient, notThere } from './refusals.js';
import { recordStaffAction } from './staff-action.js';

/** The one who opens the record, or wants to: a patient here too. */
export const person = z.object({ id, name: z.string() });

/** An access to a patient's record that holds. */
export const deskProxy = z.object({ id, proxy: person, ...accessTerms });
export type DeskProxy = z.infer<typeof deskProxy>;

export const searchPatientProxies = deskAct(
  {
    id: 'searchPatientProxies',
    summary: 'Who may open a patient’s record now, the latest access first.',
    method: 'POST',
    path: '/desk/patients/{patient}/proxies/search',
    request: { params: ofPatient, body: z.object(pageRequest) },
    response: z.object({ proxies: z.array(deskProxy), ...pageAnswer }),
    safe: true,
  },
  (call) => {
    const patient = call.tables.patients.get(call.params.patient);
    if (!patient) return noSuchPatient;
    const page = pageOf(openProxies(call, patient), call.body);
    if (!page.ok) return page;
    const { entries, total, nextCursor } = page.value;
    return allowed({ proxies: entries.map(({ proxy }) => proxy), total, nextCursor });
  },
);

/** A patient has called, a court has decided. The next request of that proxy finds nothing. */
export const endProxy = deskAct(
  {
    id: 'endProxy',
    summary: 'Ends an access, however it was given.',
    method: 'DELETE',
    path: '/desk/proxies/{proxy}',
    request: { params: z.object({ proxy: id }) },
    response: null,
    safe: false,
  },
  (call) => {
    const { tables, policy, now, params } = call;
    const proxy = tables.proxies.get(params.proxy);
    const patient = proxy && tables.patients.get(proxy.patientId);
    if (!patient || !proxyHolds(proxy, patient, policy, now)) {
      return notThere('There is no such access that holds.');
    }
    tables.proxies.put({ ...proxy, ended: { at: now, by: 'hospital' } });
    recordStaffAction(call, { patientId: patient.id, action: 'ended-access' });
    return allowed(undefined);
  },
);

/** Whether one holds depends on the day and the policy. */
const openProxies = ({ tables, policy, now }: DeskCall, patient: PatientRecord) =>
  tables.proxies
    .by('patientId', patient.id)
    .flatMap((record) => {
      const standing = standingOf(record, patient, policy, now);
      if (!standing.open) return [];
      const proxy: DeskProxy = {
        id: record.id,
        proxy: personOf(tables, record.proxyPatientId),
        ...accessTermsOf(record, standing.endsOn),
      };
      return [{ at: record.since, id: record.id, proxy }];
    })
    .sort(comparePlaces);

/** A form may name somebody whose record is not here: people can be brought along in part. */
export const personOf = (
  { patients }: Pick<Tables, 'patients'>,
  patientId: string,
): z.infer<typeof person> => {
  const patient = patients.get(patientId);
  return {
    id: patientId,
    name: patient ? fullName(patient) : 'somebody without a record here',
  };
};
