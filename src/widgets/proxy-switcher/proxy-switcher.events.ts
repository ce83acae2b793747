/** Somebody has opened a record, their own or another's. Carries the opaque id of its subject. */
export class PortalRecordOpenedEvent extends Event {
  constructor(readonly subjectId: string) {
    super('portal-record-opened', { bubbles: true, composed: true });
  }
}

/** Somebody has accepted an invitation: the account can open another record now. */
export class PortalInvitationAcceptedEvent extends Event {
  constructor() {
    super('portal-invitation-accepted', { bubbles: true, composed: true });
  }
}

/** Somebody has given up the access to another's record. Carries the opaque id of the access. */
export class PortalAccessGivenUpEvent extends Event {
  constructor(readonly proxyId: string) {
    super('portal-access-given-up', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-record-opened': PortalRecordOpenedEvent;
    'portal-invitation-accepted': PortalInvitationAcceptedEvent;
    'portal-access-given-up': PortalAccessGivenUpEvent;
  }
}
