/** What can be done to a record, as its patient is told (FHIR AuditEvent.subtype). */
export const auditActions = [
  'viewed-results',
  'viewed-result',
  'viewed-health-summary',
  'viewed-demographics',
  'answered-demographics',
] as const;
export type AuditAction = (typeof auditActions)[number];
