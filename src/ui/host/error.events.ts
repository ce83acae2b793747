import type { PortalError } from '../../client/portal-errors.js';

/**
 * Why something failed: as the error of a call has it; `set-up`: the element's settings cannot be used; `internal`: a
 * part of the element could not be fetched, or the element has a fault.
 */
export type PortalErrorKind = PortalError['kind'] | 'set-up' | 'internal';

/**
 * An element shows that something failed: for the page's own monitoring. The element is the event's target. Nothing
 * else is told: no address, no id, nothing of a record. What a rule refuses is no failure.
 */
export class PortalErrorEvent extends Event {
  constructor(
    readonly kind: PortalErrorKind,
    /** Of the answer, where `kind` is `unavailable`. */
    readonly status?: number,
  ) {
    super('portal-error', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-error': PortalErrorEvent;
  }
  interface DocumentEventMap {
    'portal-error': PortalErrorEvent;
  }
}
