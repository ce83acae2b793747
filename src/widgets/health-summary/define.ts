import { HealthSummary } from './health-summary.js';

HealthSummary.define();

declare global {
  interface HTMLElementTagNameMap {
    'health-summary': HealthSummary;
  }
}
