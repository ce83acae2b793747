import { html, nothing } from 'lit';
import type { AppointmentRequest } from '../../contract/record/appointments.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { chipView } from '../../ui/chip.js';
import { formatDate } from '../../ui/format.js';
import { headingView } from '../../ui/heading.js';
import { daysWords, modeWords, requestStateWords, timesWords } from './appointment-words.js';

export interface RequestCard {
  readonly request: AppointmentRequest;
  readonly context: PortalContext;
  readonly headingLevel: number;
  /** What can be done about it: the buttons. */
  readonly actions?: unknown;
}

const statusChip = (status: AppointmentRequest['status']) => {
  switch (status) {
    case 'pending':
      return chipView(msg('Requested'), 'info');
    case 'booked':
      return chipView(msg('Booked'), 'success');
    case 'declined':
      return chipView(msg('Not booked'), 'warning');
    case 'withdrawn':
      return chipView(msg('Canceled'));
  }
};

/** A wish for a visit, and what came of it. */
export const requestCard = ({ request, context, headingLevel, actions = nothing }: RequestCard) => {
  const { id, reason, status, requestedAt, requestedBy, practitioner, mode, days, times } = request;
  const { locale, policy } = context;
  const day = formatDate(requestedAt, locale, policy.timeZone);
  const wishes: readonly (readonly [string, unknown])[] = [
    [msg('Requested'), msg(str`${day} by ${requestedBy}`)],
    [msg('With'), practitioner?.name ?? msg('Anyone on the care team')],
    [msg('How'), modeWords()[mode]],
    [msg('Days'), daysWords(days, locale)],
    [msg('Times'), timesWords(times, locale)],
    ...(request.note === null
      ? []
      : [[msg('Your note'), html`<span class="own-words">${request.note}</span>`] as const]),
  ];
  return html`
    <article class="pw-card" part="request" aria-labelledby="request-${id}">
      <div class="head">
        ${headingView(headingLevel, reason, `request-${id}`)} ${statusChip(status)}
      </div>
      <p>${requestStateWords(request, locale)}</p>
      ${
        request.answer === null
          ? nothing
          : html`<p part="answer">
              ${msg('Reply:')} <span class="own-words">${request.answer}</span>
            </p>`
      }
      <dl class="wishes">
        ${wishes.map(
          ([name, words]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${words}</dd>
            </div>`,
        )}
      </dl>
      ${actions}
    </article>
  `;
};
