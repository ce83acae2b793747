import { PortalAppointments } from './portal-appointments.js';

export type * from './portal-appointments.events.js';

PortalAppointments.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-appointments': PortalAppointments;
  }
}
