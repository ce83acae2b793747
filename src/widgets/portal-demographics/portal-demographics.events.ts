/** Somebody has answered, changed the answer or declined to. Carries nothing of it. */
export class PortalDemographicsSavedEvent extends Event {
  constructor() {
    super('portal-demographics-saved', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'portal-demographics-saved': PortalDemographicsSavedEvent;
  }
}
