import { MedRenewal } from './med-renewal.js';

export type * from './med-renewal.events.js';

MedRenewal.define();

declare global {
  interface HTMLElementTagNameMap {
    'med-renewal': MedRenewal;
  }
}
