/** Somebody has signed in, or was when the page loaded. Carries nothing about them. */
export class PortalSessionStartedEvent extends Event {
  static readonly type = 'portal-session-started';
  constructor() {
    super(PortalSessionStartedEvent.type, { bubbles: true, composed: true });
  }
}

/** The session is over: signed out, or idle for too long (`session.idle-logout`). */
export class PortalSessionEndedEvent extends Event {
  static readonly type = 'portal-session-ended';
  constructor(readonly ended: 'idle' | 'sign-out') {
    super(PortalSessionEndedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-session-started': PortalSessionStartedEvent;
    'portal-session-ended': PortalSessionEndedEvent;
  }
}
