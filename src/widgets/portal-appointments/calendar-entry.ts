import type { Appointment } from '../../contract/record/appointments.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { calendarFile } from './calendar-file.js';
import type { News } from './questions.js';

/** The file that puts a visit into somebody's calendar. */
export const calendarEntry = (
  appointment: Appointment,
  { policy, client, now }: PortalContext,
): File => {
  const text = calendarFile({
    appointment,
    summary: msg(str`Appointment (${policy.portal.name})`),
    domain: new URL(client.baseUrl).hostname,
    now: now(),
  });
  return new File([text], 'appointment.ics', { type: 'text/calendar' });
};

export const savedNews = ({ id }: Appointment): News => ({
  text: msg('Saved to your downloads. Open the file to add it to your calendar.'),
  about: `visit-${id}`,
});
