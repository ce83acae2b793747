import type { DeclaredBy } from '../../contract/endpoint.js';
import type * as medications from '../../contract/record/medications.js';
import { msg, str } from '../../locales/localize.js';
import { localized } from '../format.js';
import { without, type RefusalWords } from './refusal-note.js';

/** Why a medication cannot be renewed: told beforehand with the medication, or after it was tried. */
export const medicationRefusals: RefusalWords<DeclaredBy<typeof medications>> = {
  'renewal.refills-remaining': () => ({
    heading: msg('You have refills left.'),
    text: msg('Your pharmacy can fill it for you. You do not need to ask us.'),
  }),
  'renewal.prescribed-here/ended': (_, { policy, locale }) => {
    const office = localized(policy.terms.office, locale);
    return {
      heading: msg('This prescription has ended.'),
      text: msg(str`If you think that you need it again, ask your ${office} first.`),
    };
  },
  'renewal.prescribed-here/elsewhere': () => ({
    heading: msg('It was not prescribed here, so it cannot be renewed here.'),
    text: msg('Ask whoever prescribed it for more. Your pharmacy can do that for you.'),
  }),
  'renewal.one-pending': ({ next }) => ({
    heading: msg('You have asked for it already.'),
    text: msg('You can ask again when that request has its answer.'),
    next: without('wait', next), // how long is told with the request that waits
  }),
  'renewal.details': () => ({
    heading: msg('The request is not complete.'),
    text: msg('Choose a supply, the refills, and whether there are new allergies.'),
  }),
  'proxy.friends-and-family/view-only': () => ({
    heading: msg('You can look at this record, but not ask for renewals in it.'),
    text: msg('The person whose record it is, and others with full access, can.'),
  }),
};
