import { html, nothing, type LitElement } from 'lit';
import type { Appointment } from '../../contract/record/appointments.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { formatDate } from '../../ui/format.js';
import { headingView } from '../../ui/heading.js';
import { statusChip } from './appointment-card.js';
import { appointmentReader, listViewOf } from './appointment-lists.js';
import { cardList } from './card-list.js';

export type PastAppointments = ReturnType<typeof pastAppointments>;

/** What was, in rows. Fetched with the first look at it. */
export const pastAppointments = (host: LitElement, session: SessionController) => {
  const reader = appointmentReader(host, session, 'past');
  const list = listViewOf<Appointment>(host, reader, 'more-past', 'visit');
  /** @param isWhole whether an empty list means that there were none */
  return (context: PortalContext, headingLevel: number, isWhole: boolean) =>
    cardList(list, {
      locale: context.locale,
      empty: isWhole ? html`<p class="pw-muted">${msg('No past appointments')}</p>` : nothing,
      rows: true,
      card: (appointment) => row(appointment, context, headingLevel),
    });
};

const row = (appointment: Appointment, { locale, policy }: PortalContext, headingLevel: number) => {
  const { id, title, startsAt, dayOnly, practitioner, location } = appointment;
  const day = formatDate(startsAt, locale, dayOnly ? 'UTC' : policy.timeZone);
  return html`
    <div class="pw-row past" part="appointment">
      <div>
        ${headingView(headingLevel, title, `visit-${id}`)}
        <p class="pw-muted">${[day, practitioner, location?.name].filter(Boolean).join(' · ')}</p>
      </div>
      ${statusChip(appointment)}
    </div>
  `;
};
