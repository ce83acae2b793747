import { PortalPreferences } from './portal-preferences.js';

PortalPreferences.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-preferences': PortalPreferences;
  }
}
