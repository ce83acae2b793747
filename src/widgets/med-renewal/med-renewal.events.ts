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
    'portal-renewal-requested': PortalRenewalRequestedEvent;
  }
}
