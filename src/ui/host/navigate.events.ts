/**
 * An element is about to go to another page: by a link that was followed in the same tab, or by itself, as after
 * signing in. A page with a router of its own cancels it (`preventDefault`) and goes there its own way. Addresses
 * carry opaque ids at most.
 */
export class PortalNavigateEvent extends Event {
  constructor(
    /** Where to: an absolute address. */
    readonly href: string,
  ) {
    super('portal-navigate', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-navigate': PortalNavigateEvent;
  }
  interface DocumentEventMap {
    'portal-navigate': PortalNavigateEvent;
  }
}
