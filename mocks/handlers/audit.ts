import type { AuditAction } from '../../src/contract/audit.js';
import type { AuditEventRecord } from '../db/records/index.js';
import { randomToken } from '../random.js';
import { calendarDays } from '../rules/days.js';
import type { Call } from './call.js';
import { fullName, signedInPatient } from './subjects.js';

/**
 * Writes down who has looked at a record or done something in it. Looking at the same thing again on the
 * same day adds nothing.
 * @param patientId whose record it is
 */
export const recordAudit = (
  { tables, policy, now, account }: Pick<Call, 'tables' | 'policy' | 'now' | 'account'>,
  action: AuditAction,
  patientId: string,
): void => {
  const actor = signedInPatient({ tables, account });
  const today = calendarDays(policy.timeZone)(now);
  const id = action.startsWith('viewed-')
    ? [patientId, actor.id, action, today].join(' ')
    : randomToken();
  if (tables.auditEvents.get(id)) return;
  const event: AuditEventRecord = {
    id,
    patientId,
    at: now,
    actor: { kind: actor.id === patientId ? 'patient' : 'proxy', name: fullName(actor) },
    action,
  };
  tables.auditEvents.put(event);
};
