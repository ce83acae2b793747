import type { KeptFault } from '../../faults.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';

/** Choices made while the backend runs. There is one record, `current`. */
export interface SettingsRecord {
  readonly id: 'current';
  /** In force instead of the policy that the backend was started with; null: that one is. */
  readonly policy: PortalPolicy | null;
  /** Milliseconds by which the desk has moved the clock forward. */
  readonly clockOffset: number;
  /**
   * Epoch milliseconds up to which it was told of results that become visible by time; absent: nobody has looked
   * yet.
   */
  readonly releasesCheckedAt?: number;
  /** What the desk has broken, by the endpoint's id, or `all`. */
  readonly faults: Readonly<Record<string, KeptFault>>;
}
