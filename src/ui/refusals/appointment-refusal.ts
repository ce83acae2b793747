import { msg, str } from '../../locales/localize.js';
import { localized } from '../format.js';
import { refusalNote, type RefusalContext, type RefusalWords } from './refusal-note.js';
import type { Refusal, RefusalView } from './refusal-view.js';

/** Why a visit cannot be asked for or cancelled here. */
export const appointmentRefusal: RefusalView = (refusal, context, links) =>
  refusalNote(wordsFor(refusal, context), refusal, context, links);

const wordsFor = ({ rule }: Refusal, { policy, locale }: RefusalContext): RefusalWords => {
  const office = localized(policy.terms.office, locale);
  switch (rule) {
    case 'appointments.request':
      return {
        heading: msg('You cannot ask for a visit online here.'),
        text: msg(str`Your ${office} books visits by phone.`),
      };
    case 'appointments.cancel-by-phone':
      return {
        heading: msg('Please call to cancel or to move this visit.'),
        text: msg(
          'We do not cancel visits online. On the phone we can find you another time, and give yours to somebody who needs it.',
        ),
      };
    case 'proxy.friends-and-family':
      return {
        heading: msg('You can look at this record, but not ask for visits or cancel them.'),
        text: msg('The person whose record it is can, and so can others with full access.'),
      };
    default:
      return {
        heading: msg('This cannot be done right now.'),
        text: msg('Call us. We will help you.'),
      };
  }
};
