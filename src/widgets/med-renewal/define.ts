import { MedRenewal } from './med-renewal.js';

MedRenewal.define();

declare global {
  interface HTMLElementTagNameMap {
    'med-renewal': MedRenewal;
  }
}
