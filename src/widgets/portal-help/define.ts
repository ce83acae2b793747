import { PortalHelp } from './portal-help.js';

PortalHelp.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-help': PortalHelp;
  }
}
