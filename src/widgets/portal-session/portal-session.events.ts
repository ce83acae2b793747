/** Somebody has signed in, or was when the page loaded. Carries nothing about them. */
export class PortalSessionStartedEvent extends Event {
  constructor() {
    super('portal-session-started', { bubbles: true, composed: true });
  }
}

/** The session is over: signed out, or idle for too long (`session.idle-logout`). */
export class PortalSessionEndedEvent extends Event {
  constructor(readonly ended: 'idle' | 'sign-out') {
    super('portal-session-ended', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-session-started': PortalSessionStartedEvent;
    'portal-session-ended': PortalSessionEndedEvent;
  }
}
