import { FamilyAccess } from './family-access.js';

FamilyAccess.define();

declare global {
  interface HTMLElementTagNameMap {
    'family-access': FamilyAccess;
  }
}
