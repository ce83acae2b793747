import type { ProxyAccess } from '../../../src/contract/family/family.js';
import type { ProxyRelationship } from '../../../src/policy/portal-policy.js';

/**
 * That somebody may open another's record, from their own account (`proxy.own-login`). There is at most
 * one of the two: the latest.
 */
export interface ProxyRecord {
  readonly id: string;
  /** Whose record it is. */
  readonly patientId: string;
  /** Who opens it: a patient here too. */
  readonly proxyPatientId: string;
  readonly relationship: ProxyRelationship;
  readonly access: ProxyAccess;
  /** How it came about: by a form that was processed, or given by the patient in the portal. */
  readonly givenBy: 'consent-form' | 'patient';
  /** Epoch milliseconds. */
  readonly since: number;
  /** Null: it holds. A child coming of age ends it without being written here. */
  readonly ended: { readonly at: number; readonly by: 'patient' | 'proxy' | 'hospital' } | null;
}

/** A Proxy Consent Form on paper, handed in at the office (`proxy.consent-form`). */
export interface ConsentFormRecord {
  readonly id: string;
  readonly patientId: string;
  readonly proxyPatientId: string;
  readonly relationship: ProxyRelationship;
  /** Epoch milliseconds. */
  readonly handedInAt: number;
  readonly state: 'waiting' | 'processed' | 'declined';
  /** Epoch milliseconds; null: still waiting. */
  readonly decidedAt: number | null;
}

/** An invitation by e-mail to open the writer's record (`proxy.friends-and-family`). */
export interface InvitationRecord {
  /** Digest of the token in the e-mail. */
  readonly id: string;
  readonly patientId: string;
  readonly email: string;
  /** The name that the patient has typed. */
  readonly name: string;
  readonly relationship: ProxyRelationship;
  readonly access: ProxyAccess;
  /** Epoch milliseconds. */
  readonly sentAt: number;
}
