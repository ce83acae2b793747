import { PortalSession } from './portal-session.js';

PortalSession.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-session': PortalSession;
  }
}
