import type { DeclaredBy } from '../../contract/endpoint.js';
import type * as record from '../../contract/record/record.js';
import { msg } from '../../locales/localize.js';
import type { RefusalWords } from './refusal-note.js';

/** Why the record cannot be changed in the portal, and who corrects it. */
export const recordRefusals: RefusalWords<DeclaredBy<typeof record>> = {
  'record.read-only': () => ({
    heading: msg('Your doctor can correct it.'),
    text: msg(
      'All of this comes from your doctor’s record, and nobody can change it here. Your doctor goes through it with you at each visit. Say then what is wrong. If it could harm you, such as an allergy that is missing, do not wait for the visit.',
    ),
    // To ask at the next visit is what its words say; what cannot wait is for the phone.
    next: [{ action: 'call-office' }],
  }),
};
