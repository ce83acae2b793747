import type { SessionChange } from '../../session/host-state.js';

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

/**
 * The session's `state`, who is signed in or `recordId` is another now. Carries why, and nothing else: the rest is
 * read from the element, also by whoever begins to listen later.
 */
export class PortalSessionChangedEvent extends Event {
  constructor(readonly reason: SessionChange) {
    super('portal-session-changed', { bubbles: true, composed: true });
  }
}

/** Signing in did not succeed. Carries a code, and nothing of what was typed. */
export class PortalSignInFailedEvent extends Event {
  constructor(
    /** The rule that refused, as `login.lockout`, or the kind of failure, as `unreachable`. */
    readonly reason: string,
  ) {
    super('portal-sign-in-failed', { bubbles: true, composed: true });
  }
}

/** The session's `unread` is another now. Carries nothing. */
export class PortalUnreadChangedEvent extends Event {
  constructor() {
    super('portal-unread-changed', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-session-started': PortalSessionStartedEvent;
    'portal-session-ended': PortalSessionEndedEvent;
    'portal-session-changed': PortalSessionChangedEvent;
    'portal-sign-in-failed': PortalSignInFailedEvent;
    'portal-unread-changed': PortalUnreadChangedEvent;
  }
}
