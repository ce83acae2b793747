import { PortalSession } from './portal-session.js';

export type * from '../../ui/host/error.events.js';
export type * from '../../ui/host/navigate.events.js';
export type * from './portal-session.events.js';

PortalSession.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-session': PortalSession;
  }
}
