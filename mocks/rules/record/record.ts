import { refused, type Refusal } from '../decision.js';

/**
 * Nothing in the portal edits the medical record (`record.read-only`): it is the doctor's own, and gone
 * through with the patient at each visit.
 */
export const readOnlyRecord: Refusal = refused('record.read-only', {
  kind: 'method-not-allowed',
  detail: 'The medical record is read here, and edited nowhere in the portal.',
  next: [{ action: 'ask-at-next-visit' }],
});
