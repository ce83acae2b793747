/** Somebody has signed up, and has an account now. Carries nothing about them. */
export class PortalAccountCreatedEvent extends Event {
  constructor() {
    super('portal-account-created', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-account-created': PortalAccountCreatedEvent;
  }
}
