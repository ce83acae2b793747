import type { AuditEventRecord } from '../db/records/index.js';
import type { Tables } from '../db/tables.js';
import { randomToken } from '../random.js';
import type { Hospital } from './hospital.js';

/** Something that staff have done in a record. */
interface StaffAction {
  /** Whose record it is. */
  readonly patientId: string;
  readonly action: AuditEventRecord['action'];
  /** Who did it. Absent: nobody in particular; the patient is told the organization. */
  readonly by?: string | undefined;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly policy: Hospital['policy'];
}

/** Writes down what staff have done, for the list that the patient sees (FHIR AuditEvent). */
export const recordStaffAction = (
  tables: Tables,
  { patientId, action, by, now, policy }: StaffAction,
): void => {
  tables.auditEvents.put({
    id: randomToken(),
    patientId,
    at: now,
    actor: { kind: 'staff', name: by ?? policy.portal.organization },
    action,
  });
};
