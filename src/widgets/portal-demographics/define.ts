import { PortalDemographics } from './portal-demographics.js';

export type * from './portal-demographics.events.js';

PortalDemographics.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-demographics': PortalDemographics;
  }
}
