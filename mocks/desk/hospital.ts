import type { Backend } from '../host.js';

/** What staff work with. None of it can be reached through the portal. */
export type Hospital = Pick<Backend, 'db' | 'clock' | 'policy' | 'passwordIterations'>;
