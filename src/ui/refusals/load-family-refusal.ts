import { loadRefusalView } from './refusal-view.js';

/** The words for sharing a record, and for opening others'. */
export const loadFamilyRefusal = () =>
  loadRefusalView(async () => (await import('./family-refusal.js')).familyRefusal);

/** The words for accepting an invitation. */
export const loadInvitationRefusal = () =>
  loadRefusalView(async () => (await import('./family-refusal.js')).invitationRefusal);
