/** An invitation to open the record was sent. Carries nothing about whom. */
export class PortalInvitationSentEvent extends Event {
  constructor() {
    super('portal-invitation-sent', { bubbles: true, composed: true });
  }
}

/** An invitation was withdrawn. Carries its opaque id. */
export class PortalInvitationWithdrawnEvent extends Event {
  constructor(readonly invitationId: string) {
    super('portal-invitation-withdrawn', { bubbles: true, composed: true });
  }
}

/** What somebody may do in the record was changed. Carries the opaque id of the access. */
export class PortalAccessChangedEvent extends Event {
  constructor(readonly proxyId: string) {
    super('portal-access-changed', { bubbles: true, composed: true });
  }
}

/** Somebody's access to the record was taken back. Carries the opaque id of the access. */
export class PortalAccessTakenBackEvent extends Event {
  constructor(readonly proxyId: string) {
    super('portal-access-taken-back', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-invitation-sent': PortalInvitationSentEvent;
    'portal-invitation-withdrawn': PortalInvitationWithdrawnEvent;
    'portal-access-changed': PortalAccessChangedEvent;
    'portal-access-taken-back': PortalAccessTakenBackEvent;
  }
}
