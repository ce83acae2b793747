/** Somebody has opened a result. Carries its opaque id, and nothing of what it says. */
export class PortalResultOpenedEvent extends Event {
  constructor(readonly resultId: string) {
    super('portal-result-opened', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-result-opened': PortalResultOpenedEvent;
  }
}
