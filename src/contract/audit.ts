/** What can be done to a record, as its patient is told (FHIR AuditEvent.subtype). */
export const auditActions = ['viewed-results', 'viewed-result', 'corrected-result'] as const;
export type AuditAction = (typeof auditActions)[number];
