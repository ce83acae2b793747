import { html, nothing } from 'lit';
import type { Appointment, AppointmentRequest } from '../../contract/record/appointments.js';
import type { Eligibility } from '../../contract/eligibility.js';
import { msg } from '../../locales/localize.js';

/** Tells why something cannot be done. */
export type RenderRefusal = (refusal: Eligibility & { readonly allowed: false }) => unknown;

export interface VisitActions {
  readonly appointment: Appointment;
  readonly onCalendar: () => void;
  readonly onCancel: () => void;
  readonly renderRefusal: RenderRefusal;
}

/** What can be done about a visit that is to come. */
export const visitActions = ({
  appointment: { id, cancellable },
  onCalendar,
  onCancel,
  renderRefusal,
}: VisitActions) => html`
  <div class="pw-buttons">
    <button part="calendar" type="button" aria-describedby="visit-${id}" @click=${onCalendar}>
      ${msg('Add to calendar')}
    </button>
    ${
      cancellable?.allowed
        ? html`<button
            part="cancel"
            type="button"
            aria-describedby="visit-${id}"
            @click=${onCancel}
          >
            ${msg('Cancel appointment')}
          </button>`
        : nothing
    }
  </div>
  ${whyNot(cancellable, msg('Cancel or change appointment'), renderRefusal)}
`;

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
    ? html`<div class="pw-buttons">
        <button part="withdraw" type="button" aria-describedby="request-${id}" @click=${onWithdraw}>
          ${msg('Cancel request')}
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
