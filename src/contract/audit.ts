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
] as const;
export type AuditAction = (typeof auditActions)[number];
