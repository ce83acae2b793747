import type { PortalPolicy } from '../../../src/policy/portal-policy.js';

/** Choices made while the backend runs. There is one record, `current`. */
export interface SettingsRecord {
  readonly id: 'current';
  /** The policy in force instead of the one that the backend was started with. */
  readonly policy: PortalPolicy;
}
