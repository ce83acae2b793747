import { PortalRecovery } from './portal-recovery.js';

PortalRecovery.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-recovery': PortalRecovery;
  }
}
