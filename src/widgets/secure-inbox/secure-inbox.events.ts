/** A thread was opened, other than by `thread-id`. Carries its opaque id, and nothing of what it says. */
export class PortalThreadOpenedEvent extends Event {
  constructor(readonly threadId: string) {
    super('portal-thread-opened', { bubbles: true, composed: true });
  }
}

/** The thread that was open is not any more, other than by `thread-id`; or there is none with that id. */
export class PortalThreadClosedEvent extends Event {
  constructor(readonly threadId: string) {
    super('portal-thread-closed', { bubbles: true, composed: true });
  }
}

/** A thread was put into the archive, or back. Carries its opaque id. */
export class PortalThreadArchivedEvent extends Event {
  constructor(
    readonly threadId: string,
    /** False: it is back among the others. */
    readonly archived: boolean,
  ) {
    super('portal-thread-archived', { bubbles: true, composed: true });
  }
}

/** A message was sent, once. Carries opaque ids, and nothing of what it says. */
export class PortalMessageSentEvent extends Event {
  constructor(
    readonly threadId: string,
    readonly messageId: string,
  ) {
    super('portal-message-sent', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-thread-opened': PortalThreadOpenedEvent;
    'portal-thread-closed': PortalThreadClosedEvent;
    'portal-thread-archived': PortalThreadArchivedEvent;
    'portal-message-sent': PortalMessageSentEvent;
  }
}
