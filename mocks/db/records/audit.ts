import type { AuditAction } from '../../../src/contract/family/audit-actions.js';

/** Somebody has looked at a record, or done something in it (FHIR AuditEvent). */
export interface AuditEventRecord {
  readonly id: string;
  readonly patientId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actor: {
    readonly kind: 'patient' | 'proxy' | 'staff';
    /** Of the person; of staff who are not named, the organisation. */
    readonly name: string;
  };
  readonly action: AuditAction;
}
