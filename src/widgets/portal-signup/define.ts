import { PortalSignup } from './portal-signup.js';

PortalSignup.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-signup': PortalSignup;
  }
}
