/** A renewal has been asked for, and the backend has it. Carries opaque ids, and nothing of what was asked. */
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
