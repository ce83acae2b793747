import * as z from 'zod/mini';
import { auditActions } from './audit-actions.js';
import { endpoint } from '../endpoint.js';
import { id, instant, pageAnswer, pageRequest } from '../fields.js';

/** Somebody has looked at a record, or done something in it (FHIR AuditEvent). */
export const auditEvent = z.object({
  id,
  at: instant,
  actor: z.object({
    kind: z.enum(['patient', 'proxy', 'staff']),
    /** Of the person; of staff who are not named, the organization. */
    name: z.string(),
  }),
  /** One that begins with `viewed-`: the first look of that day. */
  action: z.enum(auditActions),
});
export type AuditEvent = z.infer<typeof auditEvent>;

export const searchAuditEvents = endpoint({
  id: 'searchAuditEvents',
  summary: 'Who has looked at this record or done something in it, latest first.',
  method: 'POST',
  path: '/patients/{subject}/audit-events/search',
  request: { params: z.object({ subject: id }), body: z.object(pageRequest) },
  response: z.object({ events: z.array(auditEvent), ...pageAnswer }),
  access: 'session',
  acts: true,
  safe: true,
  activity: true,
  audit: 'viewed-audit-events',
  refusals: ['proxy.friends-and-family/view-only'],
});
