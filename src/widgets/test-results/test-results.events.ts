/** A result was opened, other than by `result-id`. Carries its opaque id, and nothing of what it says. */
export class PortalResultOpenedEvent extends Event {
  constructor(readonly resultId: string) {
    super('portal-result-opened', { bubbles: true, composed: true });
  }
}

/** The result that was open is not any more, other than by `result-id`; or there is none with that id. */
export class PortalResultClosedEvent extends Event {
  constructor(readonly resultId: string) {
    super('portal-result-closed', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-result-opened': PortalResultOpenedEvent;
    'portal-result-closed': PortalResultClosedEvent;
  }
}
