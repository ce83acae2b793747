/** The form of a medication was opened, other than by `medication-id`. Carries its opaque id, and nothing of what it says. */
export class PortalMedicationOpenedEvent extends Event {
  constructor(readonly medicationId: string) {
    super('portal-medication-opened', { bubbles: true, composed: true });
  }
}

/**
 * The form that was open is not any more, other than by `medication-id`: by its button, because the request was sent,
 * or with its record. Or none can be open for that id: the record has no such medication now, or its card says why not.
 */
export class PortalMedicationClosedEvent extends Event {
  constructor(readonly medicationId: string) {
    super('portal-medication-closed', { bubbles: true, composed: true });
  }
}

/** A renewal was requested, and the backend has it. Carries opaque ids, and nothing of what the request says. */
export class PortalRenewalRequestedEvent extends Event {
  constructor(
    readonly medicationId: string,
    readonly renewalId: string,
  ) {
    super('portal-renewal-requested', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-medication-opened': PortalMedicationOpenedEvent;
    'portal-medication-closed': PortalMedicationClosedEvent;
    'portal-renewal-requested': PortalRenewalRequestedEvent;
  }
}
