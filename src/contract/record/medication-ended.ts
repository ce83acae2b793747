import type { Medication } from './medications.js';

/** Whether a medication is not taken any more. One on hold is. */
export const hasEnded = ({ status }: Pick<Medication, 'status'>): boolean =>
  status === 'completed' || status === 'stopped';
