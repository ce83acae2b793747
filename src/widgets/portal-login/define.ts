import { PortalLogin } from './portal-login.js';

PortalLogin.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-login': PortalLogin;
  }
}
