import type { AuditEventRecord } from '../db/records/index.js';
import { randomToken } from '../tokens.js';
import type { DeskCall } from './act.js';

/** Something that staff have done in a record. */
interface StaffAction {
  /** Whose record it is. */
  readonly patientId: string;
  readonly action: AuditEventRecord['action'];
  /** Who did it. Absent: nobody in particular; the patient is told the organization. */
  readonly by?: string;
}

/** Writes down what staff have done, for the list that the patient sees (FHIR AuditEvent). */
export const recordStaffAction = (
  { tables, policy, now }: DeskCall,
  { patientId, action, by = policy.portal.organization }: StaffAction,
): void => {
  tables.auditEvents.put({
    id: randomToken(),
    patientId,
    at: now,
    actor: { kind: 'staff', name: by },
    action,
  });
};
