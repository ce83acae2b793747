import { html, nothing } from 'lit';
import type { Appointment } from '../../contract/record/appointments.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { chipView } from '../../ui/chip.js';
import { call, mapPin, person, video } from '../../ui/generated/icons.js';
import { headingView } from '../../ui/heading.js';
import { iconView } from '../../ui/icon.js';
import { callLink } from '../../ui/next-step.js';
import { appointmentTime } from './appointment-time.js';
import { modeWords, statusWords } from './appointment-words.js';
import { recordText } from '../../ui/words/record-text.js';

export interface AppointmentCard {
  readonly appointment: Appointment;
  readonly context: PortalContext;
  readonly headingLevel: number;
  /** What can be done about an appointment that is booked: the buttons. */
  readonly actions?: unknown;
}

/** What stands out has a color of its own; what is usual is plain. */
export const statusChip = ({ status }: Appointment) => {
  const tones = { booked: 'success', 'no-show': 'warning' } as const;
  return chipView(
    statusWords()[status],
    status in tones ? tones[status as keyof typeof tones] : undefined,
  );
};

/** An appointment to come: what, when, with whom, how and where. */
export const appointmentCard = ({
  appointment,
  context,
  headingLevel,
  actions = nothing,
}: AppointmentCard) => {
  const { id, title, status, practitioner, mode, location, instructions } = appointment;
  const { day, hours } = appointmentTime(appointment, context.locale, context.policy.timeZone);
  const way = modeWords()[mode];
  const isHere = mode === 'in-person' && location !== null;
  return html`
    <article class="pw-card" part="appointment" aria-labelledby="visit-${id}">
      <div class="head">
        ${headingView(headingLevel, recordText(title), `visit-${id}`)} ${statusChip(appointment)}
      </div>
      <p class="when"><strong>${day}</strong> <span>${hours}</span></p>
      <dl class="icons">
        ${practitioner === null ? nothing : fact(person, msg('With'), practitioner)}
        ${isHere ? nothing : fact({ 'in-person': mapPin, video, phone: call }[mode], msg('How'), way)}
        ${
          location
            ? fact(
                mapPin,
                msg('Where'),
                [isHere && way, location.name, location.address]
                  .filter(Boolean)
                  .map((line) => html`<div>${line}</div>`),
              )
            : nothing
        }
        ${location?.phone ? fact(call, msg('Phone'), callLink(location.phone)) : nothing}
      </dl>
      ${
        instructions === null || status !== 'booked'
          ? nothing
          : html`<p part="instructions">
              <strong>${msg('Before your appointment:')}</strong>
              <span class="own-words">${recordText(instructions)}</span>
            </p>`
      }
      ${actions}
    </article>
  `;
};

const fact = (icon: string, name: string, words: unknown) =>
  html`<div>
    <dt>${iconView(icon)}<span class="pw-visually-hidden">${name}</span></dt>
    <dd>${words}</dd>
  </div>`;
