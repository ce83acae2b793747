/** Somebody has opened a result. Carries its opaque id, and nothing of what it says. */
export class PortalResultOpenedEvent extends Event {
  static readonly type = 'portal-result-opened';
  constructor(readonly resultId: string) {
    super(PortalResultOpenedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-result-opened': PortalResultOpenedEvent;
  }
}
