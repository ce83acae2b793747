import { PortalDemographics } from './portal-demographics.js';

PortalDemographics.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-demographics': PortalDemographics;
  }
}
