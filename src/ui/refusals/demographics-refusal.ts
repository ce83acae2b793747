import { msg, str } from '../../locales/localize.js';
import { localized } from '../format.js';
import { refusalNote, type RefusalContext, type RefusalWords } from './refusal-note.js';
import type { Refusal, RefusalView } from './refusal-view.js';

/** Why race and ethnicity are not asked here, or cannot be answered. */
export const demographicsRefusal: RefusalView = (refusal, context, links) =>
  refusalNote(wordsFor(refusal, context), refusal, context, links);

const wordsFor = ({ rule }: Refusal, { policy, locale }: RefusalContext): RefusalWords => {
  const office = localized(policy.terms.office, locale);
  switch (rule) {
    case 'demographics.race-ethnicity':
      return {
        heading: msg('We do not ask about race and ethnicity here.'),
        text: msg(str`If you would like it in your record, tell your ${office}.`),
      };
    case 'proxy.friends-and-family':
      return {
        heading: msg('You can look at this record, but not answer in it.'),
        text: msg('The person whose record it is can, and so can others with full access.'),
      };
    default:
      return {
        heading: msg('This cannot be done right now.'),
        text: msg('Call us. We will help you.'),
      };
  }
};
