import type { AuditEventRecord } from '../db/records/index.js';
import type { Tables } from '../db/tables.js';
import { randomToken } from '../random.js';

/** Writes down what staff have done in a record: its patient sees it, too. */
export const recordStaffAction = (
  tables: Tables,
  event: Pick<AuditEventRecord, 'patientId' | 'action' | 'at'> & { readonly by: string },
): void => {
  const { by, ...facts } = event;
  tables.auditEvents.put({ ...facts, id: randomToken(), actor: { kind: 'staff', name: by } });
};
