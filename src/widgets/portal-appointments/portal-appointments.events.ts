/** An appointment was requested. Carries the opaque id of the request, and nothing of what it says. */
export class PortalAppointmentRequestedEvent extends Event {
  constructor(readonly requestId: string) {
    super('portal-appointment-requested', { bubbles: true, composed: true });
  }
}

/** A pending request was canceled. Carries its opaque id. */
export class PortalAppointmentRequestWithdrawnEvent extends Event {
  constructor(readonly requestId: string) {
    super('portal-appointment-request-withdrawn', { bubbles: true, composed: true });
  }
}

/** An appointment was canceled. Carries its opaque id. */
export class PortalAppointmentCancelledEvent extends Event {
  constructor(readonly appointmentId: string) {
    super('portal-appointment-cancelled', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-appointment-requested': PortalAppointmentRequestedEvent;
    'portal-appointment-request-withdrawn': PortalAppointmentRequestWithdrawnEvent;
    'portal-appointment-cancelled': PortalAppointmentCancelledEvent;
  }
}
