import { html, nothing } from 'lit';
import type { Appointment } from '../../contract/record/appointments.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { encodedText, pageHref } from '../../shape/address.js';
import { headingView } from '../../ui/heading.js';
import { callLink } from '../../ui/next-step.js';
import { appointmentTime } from './appointment-time.js';
import { modeWords, statusWords } from './appointment-words.js';

export interface AppointmentCard {
  readonly appointment: Appointment;
  readonly context: PortalContext;
  readonly headingLevel: number;
  /** Address of a map's page, with `{address}` where the address goes. */
  readonly mapHref: string;
  /** What can be done about a visit that is booked: the buttons. */
  readonly actions?: unknown;
}

/** A visit: what, when, with whom, how and where. */
export const appointmentCard = ({
  appointment,
  context,
  headingLevel,
  mapHref,
  actions = nothing,
}: AppointmentCard) => {
  const { id, title, status, practitioner, mode, instructions } = appointment;
  const { day, hours } = appointmentTime(appointment, context.locale, context.policy.timeZone);
  return html`
    <article part="appointment" class=${status} aria-labelledby="visit-${id}">
      ${headingView(headingLevel, title, `visit-${id}`)}
      <p class="when"><strong>${day}</strong> <span class="hours">${hours}</span></p>
      <dl>
        ${status === 'booked' ? nothing : fact(msg('Status'), statusWords()[status])}
        ${practitioner === null ? nothing : fact(msg('With'), practitioner)}
        ${fact(msg('How'), modeWords()[mode])} ${placeView(appointment, mapHref)}
      </dl>
      ${
        instructions === null || status !== 'booked'
          ? nothing
          : html`<p part="instructions">
              <strong>${msg('Before your appointment:')}</strong>
              <span class="own-words">${instructions}</span>
            </p>`
      }
      ${actions}
    </article>
  `;
};

/** @param wide whether it needs more room than others */
const fact = (name: string, words: unknown, wide = false) =>
  html`<div class=${wide ? 'wide' : nothing}>
    <dt>${name}</dt>
    <dd>${words}</dd>
  </div>`;

const placeView = ({ location, mode, status }: Appointment, mapHref: string) => {
  if (!location) return nothing;
  const { name, address, phone } = location;
  // A map is another site by its nature.
  const way =
    address !== null && mode === 'in-person' && status === 'booked'
      ? pageHref(mapHref.replace('{address}', encodedText(address)), true)
      : undefined;
  return html`
    ${fact(
      msg('Where'),
      html`<div>${name}</div>
        ${address === null ? nothing : html`<div>${address}</div>`}
        ${
          way !== undefined
            ? html`<div>
                <a part="directions" href=${way} target="_blank" rel="noreferrer"
                  >${msg(str`Directions to ${name}`)}</a
                >
                <span class="pw-muted">${msg('(opens a map in a new tab)')}</span>
              </div>`
            : nothing
        }`,
      true,
    )}
    ${phone === null ? nothing : fact(msg('Phone'), callLink(phone))}
  `;
};
