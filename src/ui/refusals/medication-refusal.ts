import { msg, str } from '../../locales/localize.js';
import { localized } from '../format.js';
import { refusalNote, type RefusalContext, type RefusalWords } from './refusal-note.js';
import type { Refusal, RefusalView } from './refusal-view.js';

/**
 * Why a medication cannot be renewed: told beforehand with the medication, or after it was tried.
 * @param hasEnded whether the prescription has ended: it has the rule of one from elsewhere, not its words
 */
export const medicationRefusal =
  (hasEnded: boolean): RefusalView =>
  (refusal, context, links) => {
    // How long to wait is told with the request that waits.
    const next = refusal.next.filter(({ action }) => action !== 'wait');
    return refusalNote(wordsFor(refusal, hasEnded, context), { ...refusal, next }, context, links);
  };

const wordsFor = (
  { rule }: Refusal,
  hasEnded: boolean,
  { policy, locale }: RefusalContext,
): RefusalWords => {
  const office = localized(policy.terms.office, locale);
  switch (rule) {
    case 'renewal.refills-remaining':
      return {
        heading: msg('You have refills left.'),
        text: msg('Your pharmacy can fill it for you. You do not need to ask us.'),
      };
    case 'renewal.prescribed-here':
      return hasEnded
        ? {
            heading: msg('This prescription has ended.'),
            text: msg(str`If you think that you need it again, ask your ${office} first.`),
          }
        : {
            heading: msg('It was not prescribed here, so it cannot be renewed here.'),
            text: msg('Ask whoever prescribed it for more. Your pharmacy can do that for you.'),
          };
    case 'renewal.one-pending':
      return {
        heading: msg('You have asked for it already.'),
        text: msg('You can ask again when that request has its answer.'),
      };
    case 'proxy.friends-and-family':
      return {
        heading: msg('You can look at this record, but not ask for renewals in it.'),
        text: msg('The person whose record it is, and others with full access, can.'),
      };
    case 'renewal.details':
      return {
        heading: msg('The request is not complete.'),
        text: msg('Choose a supply, the refills, and whether there are new allergies.'),
      };
    default:
      return {
        heading: msg('This cannot be renewed here right now.'),
        text: msg('Call us. We will help you.'),
      };
  }
};
