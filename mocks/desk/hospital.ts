import type { Backend } from '../backend.js';

/** What staff work with. None of it can be reached through the portal. */
export type Hospital = Pick<Backend, 'db' | 'clock' | 'policy' | 'passwordIterations'>;
