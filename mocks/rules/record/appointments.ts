import type { NextStep } from '../../../src/contract/problems.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import type { AppointmentRecord, AppointmentRequestRecord } from '../../db/records/index.js';
import { allowed, refused, type Decision, type Refusal } from '../decision.js';

/** Until when an appointment is upcoming: it is over, or has begun, where nobody knows how long it takes. */
export const endOf = ({ startsAt, dayOnly, minutes }: AppointmentRecord): number =>
  Date.parse(startsAt) + (dayOnly ? wholeDay : (minutes ?? 0) * 60_000);

/** From noon in UTC until the day is surely over. */
const wholeDay = 24 * 3_600_000;

/** Whether an appointment is not over yet: who is late for it still finds it. At its end it is. */
export const isUpcoming = (appointment: AppointmentRecord, now: number): boolean =>
  endOf(appointment) > now;

/** Whether there is anything to cancel: a booked appointment that has not begun. */
export const isCancellable = (appointment: AppointmentRecord, now: number): boolean =>
  appointment.status === 'booked' && Date.parse(appointment.startsAt) > now;

/** Whether an appointment can be cancelled here (`appointments.cancel-by-phone`). */
export const decideCancellation = (
  appointment: AppointmentRecord,
  policy: PortalPolicy,
  now: number,
): Decision<null> => {
  if (!isCancellable(appointment, now)) {
    return changed('Only a booked appointment that has not begun can be cancelled.');
  }
  if (policy.appointments.cancelOnline) return allowed(null);
  return refused('appointments.cancel-by-phone', {
    detail: 'Appointments are cancelled by phone.',
    next: [callOfficeOf(appointment)],
  });
};

/** Where the appointment is; the portal's general number, if that place has none. */
const callOfficeOf = ({ location }: AppointmentRecord): NextStep =>
  location?.phone
    ? { action: 'call-office', contact: { name: location.name, phone: location.phone } }
    : { action: 'call-office' };

/** Whether an appointment can be asked for here (`appointments.request`). */
export const decideAppointmentRequest = ({ appointments }: PortalPolicy): Decision<null> =>
  appointments.request
    ? allowed(null)
    : refused('appointments.request', {
        detail: 'Appointments are not asked for here.',
        next: [{ action: 'call-office' }],
      });

/** Whether a request can be taken back: it waits still. */
export const decideWithdrawal = ({ status }: AppointmentRequestRecord): Decision<null> =>
  status === 'pending'
    ? allowed(null)
    : changed('Only a request that waits for its answer can be withdrawn.');

/** Somebody has been quicker: the page shows what is not so any more. */
const changed = (detail: string): Refusal => ({
  ok: false,
  kind: 'conflict',
  detail,
  next: [{ action: 'reload' }],
});
