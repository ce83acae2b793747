import { html } from '@open-wc/testing';
import type { Person } from '../../../mocks/db/records/index.js';
import { rosa } from '../../../mocks/people/rosa/rosa.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { PortalAppointments } from '../../../src/widgets/portal-appointments/portal-appointments.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { mount, type MountOptions, type Stage } from './mount.js';
import { byLabel, byRole } from '../../../stories/fixtures/support/query.js';

/** Keeps what a browser would save. */
class SavingAppointments extends PortalAppointments {
  readonly saved: File[] = [];
  protected override saveFile(file: File): Promise<void> {
    this.saved.push(file);
    return Promise.resolve();
  }
}
SavingAppointments.define('saving-appointments');

export const cancelsOnline: PortalPolicy = {
  ...mycooper,
  appointments: { ...mycooper.appointments, cancelOnline: true },
};

export const signedInAs = 'rosa.delgado';

export const now = Date.parse('2026-05-04T13:30:00Z');

/** Rosa with so many visits to come, a day apart. */
export const withSessions = (count: number): Person => {
  const { appointments = [], ...person } = rosa(now);
  const visit = appointments.find(({ status }) => status === 'booked');
  if (!visit) throw new Error('Rosa has no visit to come.');
  return {
    ...person,
    appointments: Array.from({ length: count }, (_, at) => ({
      ...visit,
      id: `session-${at + 1}`,
      title: `Session ${at + 1}`,
      startsAt: new Date(now + (at + 1) * 86_400_000).toISOString(),
    })),
  };
};

export const mountAppointments = (
  options: MountOptions = {},
  template = html`<saving-appointments></saving-appointments>`,
) => mount<SavingAppointments>(template, { signedInAs, ...options });

export type AppointmentsStage = Stage<SavingAppointments>;

/** The card of a visit or a request. */
export const cardOf = (widget: Element, name: string): HTMLElement => {
  const heading = byRole(widget, 'heading', name);
  const card = heading.closest('article');
  if (!card) throw new Error(`"${name}" is no card.`);
  return card;
};

export const requestsSent = ({ requests }: AppointmentsStage, end: string) =>
  requests.filter(({ url, method }) => method === 'POST' && url.endsWith(end));

/** Opens the form, once it can be. */
export const openForm = async (widget: Element): Promise<void> => {
  (await eventually(() => byRole(widget, 'button', 'Request an appointment'))).click();
  await eventually(() => byLabel(widget, /^Reason for the appointment/));
};

export const heardFrom = (widget: Element, ...names: string[]) => {
  const heard: Event[] = [];
  for (const name of names) widget.addEventListener(name, (event) => heard.push(event));
  return heard;
};
