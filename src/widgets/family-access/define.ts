import { FamilyAccess } from './family-access.js';

export type * from './family-access.events.js';

FamilyAccess.define();

declare global {
  interface HTMLElementTagNameMap {
    'family-access': FamilyAccess;
  }
}
