/**
 * Somebody wants to write a message about a result. `<secure-inbox>` listens on the document; whoever
 * takes it cancels it (`preventDefault`). Where nobody does, the page of messages is opened, with
 * {@link messageAboutPrefix} in its address. Carries opaque ids, and nothing of what the result says.
 */
export class PortalMessageStartEvent extends Event {
  constructor(
    /** Whose record it is in. */
    readonly subjectId: string,
    readonly resultId: string,
  ) {
    super('portal-message-start', { bubbles: true, composed: true, cancelable: true });
  }
}

/** Stands before the result's id in the address of the page where the message is written. */
export const messageAboutPrefix = '#message-about=';

declare global {
  interface HTMLElementEventMap {
    'portal-message-start': PortalMessageStartEvent;
  }
  interface DocumentEventMap {
    'portal-message-start': PortalMessageStartEvent;
  }
}
