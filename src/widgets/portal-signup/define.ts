import { PortalSignup } from './portal-signup.js';

export type * from './portal-signup.events.js';

PortalSignup.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-signup': PortalSignup;
  }
}
