import type * as demographics from '../../contract/record/demographics.js';
import type { DeclaredBy } from '../../contract/endpoint.js';
import { msg, str } from '../../locales/localize.js';
import { localized } from '../words/policy-words.js';
import type { RefusalWords } from './refusal-note.js';

/** Why race and ethnicity are not asked here, or cannot be answered. */
export const demographicsRefusals: RefusalWords<DeclaredBy<typeof demographics>> = {
  'demographics.race-ethnicity': (_, { policy, locale }) => {
    const office = localized(policy.terms.office, locale);
    return {
      heading: msg('We don’t ask about race and ethnicity here.'),
      text: msg(str`If you’d like it in your record, tell your ${office}.`),
    };
  },
  'proxy.friends-and-family/view-only': () => ({
    heading: msg('You can view this record but not answer for this person.'),
    text: msg('The patient can, and so can anyone with full access.'),
  }),
};
