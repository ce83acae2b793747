import { html, nothing } from 'lit';
import type { Appointment, AppointmentRequest } from '../../contract/record/appointments.js';
import type { Eligibility } from '../../contract/eligibility.js';
import { msg, str } from '../../locales/localize.js';

import { pageHref } from '../../shape/address.js';
import { encodedText } from '../../shape/contact-links.js';
import { calendar, close, mapPin } from '../../ui/generated/icons.js';
import { iconView } from '../../ui/icon.js';

/** Tells why something cannot be done. */
export type RenderRefusal = (refusal: Eligibility & { readonly allowed: false }) => unknown;

export interface VisitActions {
  readonly appointment: Appointment;
  /** Address of a map's page, with `{address}` where the address goes. */
  readonly mapHref: string;
  readonly onCalendar: () => void;
  readonly onCancel: () => void;
  readonly renderRefusal: RenderRefusal;
}

/** What can be done about an upcoming appointment. */
export const visitActions = ({
  appointment,
  mapHref,
  onCalendar,
  onCancel,
  renderRefusal,
}: VisitActions) => {
  const { id, cancellable } = appointment;
  return html`
    <div class="actions">
      <button
        class="pw-tertiary"
        part="calendar"
        type="button"
        aria-describedby="visit-${id}"
        @click=${onCalendar}
      >
        ${iconView(calendar)} ${msg('Add to calendar')}
      </button>
      ${directions(appointment, mapHref)}
      ${
        cancellable?.allowed
          ? html`<button
              class="pw-tertiary"
              part="cancel"
              type="button"
              aria-describedby="visit-${id}"
              @click=${onCancel}
            >
              ${iconView(close)} ${msg('Cancel appointment')}
            </button>`
          : nothing
      }
    </div>
    ${whyNot(cancellable, msg('Cancel or change appointment'), renderRefusal)}
  `;
};

/** A map is another site by its nature. */
const directions = ({ location, mode }: Appointment, mapHref: string) => {
  if (!location || location.address === null || mode !== 'in-person') return nothing;
  const { name, address } = location;
  const href = pageHref(mapHref.replace('{address}', encodedText(address)), true);
  return href === undefined
    ? nothing
    : html`<a
        part="directions"
        href=${href}
        target="_blank"
        rel="noreferrer"
        aria-label="${msg(str`Directions to ${name}`)} ${msg('(opens a map in a new tab)')}"
        >${iconView(mapPin)} ${msg('Directions')}</a
      >`;
};

export interface RequestActions {
  readonly request: AppointmentRequest;
  readonly onWithdraw: () => void;
  readonly renderRefusal: RenderRefusal;
}

/** What can be done about a request. */
export const requestActions = ({
  request: { id, withdrawable },
  onWithdraw,
  renderRefusal,
}: RequestActions) =>
  withdrawable?.allowed
    ? html`<div class="actions">
        <button
          class="pw-tertiary"
          part="withdraw"
          type="button"
          aria-describedby="request-${id}"
          @click=${onWithdraw}
        >
          ${iconView(close)} ${msg('Cancel request')}
        </button>
      </div>`
    : whyNot(withdrawable, msg('Cancel request'), renderRefusal);

const whyNot = (eligibility: Eligibility | null, summary: string, renderRefusal: RenderRefusal) =>
  eligibility?.allowed === false
    ? html`<details part="why-not">
        <summary>${summary}</summary>
        ${renderRefusal(eligibility)}
      </details>`
    : nothing;
