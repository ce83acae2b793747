import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { id, instant, pageAnswer, pageRequest } from './fields.js';

/** What can be done to a record, as its patient is told (FHIR AuditEvent.subtype). */
export const auditActions = [
  'viewed-results',
  'viewed-result',
  'viewed-medications',
  'requested-renewal',
  'decided-renewal',
  'documented-medication',
  'viewed-care-team',
  'viewed-appointments',
  'booked-appointment',
  'cancelled-appointment',
  'requested-appointment',
  'withdrew-appointment-request',
  'declined-appointment-request',
  'reviewed-result',
  'corrected-result',
  'issued-code',
  'unlocked-account',
  'gave-password',
  'turned-off-second-step',
  'took-over-email',
  'viewed-audit-events',
  'invited-proxy',
  'withdrew-invitation',
  'accepted-invitation',
  'changed-access',
  'took-back-access',
  'gave-up-access',
  'received-consent-form',
  'approved-consent-form',
  'declined-consent-form',
  'ended-access',
  'processed-release-of-information',
  'viewed-health-summary',
  'viewed-demographics',
  'answered-demographics',
  'viewed-messages',
  'viewed-message',
  'sent-message',
  'archived-message',
  'closed-message',
] as const;
export type AuditAction = (typeof auditActions)[number];

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
  safe: true,
  activity: true,
  audit: 'viewed-audit-events',
  refusals: ['proxy.friends-and-family/view-only'],
});
