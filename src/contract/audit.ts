/** What can be done to a record, as its patient is told (FHIR AuditEvent.subtype). */
export const auditActions = [
  'viewed-results',
  'viewed-result',
  'reviewed-result',
  'issued-code',
  'unlocked-account',
  'took-over-email',
] as const;
export type AuditAction = (typeof auditActions)[number];
