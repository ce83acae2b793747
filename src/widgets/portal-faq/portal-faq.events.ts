/** Somebody has opened an answer. Carries the id of the entry, as links to it have it. */
export class PortalAnswerOpenedEvent extends Event {
  constructor(readonly entry: string) {
    super('portal-answer-opened', { bubbles: true, composed: true });
  }
}

/**
 * Somebody wants to ask a person. A `<portal-help>` on the page cancels it and takes the focus; so can a
 * host that has something else to offer, a chat for instance.
 */
export class PortalHelpRequestEvent extends Event {
  /** @param entry id of the entry that did not help; null: none was found */
  constructor(readonly entry: string | null) {
    super('portal-help-request', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-answer-opened': PortalAnswerOpenedEvent;
    'portal-help-request': PortalHelpRequestEvent;
  }
  interface DocumentEventMap {
    'portal-help-request': PortalHelpRequestEvent;
  }
}
