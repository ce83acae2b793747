import type { AuditAction } from '../../../src/contract/family/audit-actions.js';
import type { Contract } from '../../../src/contract/index.js';
import type { AuditEventRecord } from '../../db/records/index.js';
import { digest } from '../../digest.js';
import { randomToken } from '../../tokens.js';
import { calendarDays } from '../../../src/policy/days.js';
import { allowed } from '../../rules/decision.js';
import type { Call, RecordAnswer } from '../http/call.js';
import { latestFirst } from '../queries/latest-first.js';
import { pageOf } from '../queries/pages.js';
import { fullName, signedInPatient } from '../queries/subjects.js';

const inOrder = latestFirst(({ at }: AuditEventRecord) => at);

export const searchAuditEvents: RecordAnswer<Contract['searchAuditEvents']> = (call) => {
  const events = inOrder(call.tables.auditEvents.by('patientId', call.record.patient.id));
  const page = pageOf(events, call.body);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const shown = entries.map(({ document: { id, at, actor, action } }) => ({
    id,
    at: new Date(at).toISOString(),
    actor,
    action,
  }));
  return allowed({ events: shown, total, nextCursor });
};

/**
 * Writes down who has looked at a record or done something in it. Looking at the same thing again on the
 * same day adds nothing.
 * @param patientId whose record it is
 */
export const recordAudit = async (
  { tables, policy, now, account }: Pick<Call, 'tables' | 'policy' | 'now' | 'account'>,
  action: AuditAction,
  patientId: string,
): Promise<void> => {
  const actor = signedInPatient({ tables, account });
  const today = calendarDays(policy.timeZone)(now);
  const id = action.startsWith('viewed-')
    ? await digest(JSON.stringify([patientId, actor.id, action, today]))
    : randomToken();
  if (tables.auditEvents.get(id)) return;
  const kind = actor.id === patientId ? 'patient' : 'proxy';
  tables.auditEvents.put({
    id,
    patientId,
    at: now,
    actor: { kind, name: fullName(actor) },
    action,
  });
};
