import type { DeclaredBy } from '../../contract/endpoint.js';
import type * as medications from '../../contract/record/medications.js';
import { msg, str } from '../../locales/localize.js';
import { localized } from '../words/policy-words.js';
import { without, type RefusalWords } from './refusal-note.js';

/** Why a medication cannot be renewed: told beforehand with the medication, or after it was tried. */
export const medicationRefusals: RefusalWords<DeclaredBy<typeof medications>> = {
  'renewal.refills-remaining': ({ next }) => ({
    heading: msg('You have refills left.'),
    text: msg('Your pharmacy can fill it. You don’t need to ask us.'),
    next: without('call-pharmacy', next), // its number stands with the medication
  }),
  'renewal.prescribed-here/ended': (_, { policy, locale }) => {
    const office = localized(policy.terms.office, locale);
    return {
      heading: msg('This prescription has ended.'),
      text: msg(str`Think you need it again? Ask your ${office} first.`),
    };
  },
  'renewal.prescribed-here/elsewhere': ({ next }) => ({
    heading: msg('Prescribed elsewhere. We can’t renew it.'),
    text: msg('Ask the office that prescribed it. Your pharmacy can also ask for you.'),
    next: without('call-pharmacy', next), // as above
  }),
  'renewal.one-pending': ({ next }) => ({
    heading: msg('You’ve already requested a renewal.'),
    text: msg('You can request another once we reply.'),
    next: without('wait', next), // how long is told with the request that waits
  }),
  'renewal.details': () => ({
    heading: msg('Your request isn’t complete.'),
    text: msg('Choose a supply and refills, and tell us about new allergies.'),
  }),
  'proxy.friends-and-family/view-only': () => ({
    heading: msg('You can view this record, but you can’t request renewals.'),
    text: msg('The patient can, and so can anyone with full access.'),
  }),
};
