import { PortalAppointments } from './portal-appointments.js';

PortalAppointments.define();

declare global {
  interface HTMLElementTagNameMap {
    'portal-appointments': PortalAppointments;
  }
}
