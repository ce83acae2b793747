import type * as appointments from '../../contract/record/appointments.js';
import type { DeclaredBy } from '../../contract/endpoint.js';
import { msg, str } from '../../locales/localize.js';
import { localized } from '../format.js';
import type { RefusalWords } from './refusal-note.js';

/** Why a visit cannot be asked for or cancelled here. */
export const appointmentRefusals: RefusalWords<DeclaredBy<typeof appointments>> = {
  'appointments.request': (_, { policy, locale }) => {
    const office = localized(policy.terms.office, locale);
    return {
      heading: msg('You cannot ask for a visit online here.'),
      text: msg(str`Your ${office} books visits by phone.`),
    };
  },
  'appointments.cancel-by-phone': () => ({
    heading: msg('Please call to cancel or to move this visit.'),
    text: msg(
      'We do not cancel visits online. On the phone we can find you another time, and give yours to somebody who needs it.',
    ),
  }),
  'proxy.friends-and-family/view-only': () => ({
    heading: msg('You can look at this record, but not ask for visits or cancel them.'),
    text: msg('They can answer, and so can anyone with full access.'),
  }),
};
