import type * as appointments from '../../contract/record/appointments.js';
import type { DeclaredBy } from '../../contract/endpoint.js';
import { msg, str } from '../../locales/localize.js';
import { localized } from '../words/policy-words.js';
import type { RefusalWords } from './refusal-note.js';

/** Why an appointment cannot be requested or canceled here. */
export const appointmentRefusals: RefusalWords<DeclaredBy<typeof appointments>> = {
  'appointments.request': (_, { policy, locale }) => {
    const office = localized(policy.terms.office, locale);
    return {
      heading: msg('You can’t request an appointment online.'),
      text: msg(str`Your ${office} books appointments by phone.`),
    };
  },
  'appointments.cancel-by-phone': () => ({
    heading: msg('Call us to cancel or change this appointment.'),
    text: msg(
      'You can’t cancel online. When you call, we can find you another time and offer yours to someone who needs it.',
    ),
  }),
  'proxy.friends-and-family/view-only': () => ({
    heading: msg('You can view this record, but you can’t request or cancel appointments.'),
    text: msg('The patient can, and so can anyone with full access.'),
  }),
};
