import type { DeclaredBy } from '../../contract/endpoint.js';
import type * as record from '../../contract/record/record.js';
import { msg } from '../../locales/localize.js';
import type { RefusalWords } from './refusal-note.js';

/** Why the record cannot be changed in the portal, and who corrects it. */
export const recordRefusals: RefusalWords<DeclaredBy<typeof record>> = {
  'record.read-only': () => ({
    heading: msg('Your doctor can correct it.'),
    text: msg(
      'This comes from your medical record, so you can’t change it here. Tell your doctor what’s wrong at your next appointment. If it could harm you, such as a missing allergy, don’t wait. Call now.',
    ),
    // To ask at the next visit is what its words say; what cannot wait is for the phone.
    next: [{ action: 'call-office' }],
  }),
};
