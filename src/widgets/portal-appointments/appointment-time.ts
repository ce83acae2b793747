import type { Appointment } from '../../contract/record/appointments.js';
import { msg, str } from '../../locales/localize.js';

/** When an appointment is, in the parts that a page shows. */
export interface AppointmentTime {
  /** "Monday, May 11, 2026" */
  readonly day: string;
  /** "11:00 AM to 11:20 AM", with the name of the time zone where the reader's clock shows another time. */
  readonly hours: string;
}

/** The time zone of who reads: that of the device. */
const readerZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * When an appointment is, told in the portal's time zone: patients are seen where the office is.
 * @param readersZone IANA name; default: that of the device
 */
export const appointmentTime = (
  { startsAt, dayOnly, minutes }: Pick<Appointment, 'startsAt' | 'dayOnly' | 'minutes'>,
  locale: string,
  timeZone: string,
  readersZone = readerZone(),
): AppointmentTime => {
  const start = new Date(startsAt);
  if (dayOnly) {
    const day = start.toLocaleString(locale, { dateStyle: 'full', timeZone: 'UTC' });
    return { day, hours: msg('Time not given') };
  }
  const end = minutes === null ? null : new Date(start.getTime() + minutes * 60_000);
  const format = (moment: Date, options: Intl.DateTimeFormatOptions, zone = timeZone) =>
    moment.toLocaleString(locale, { ...options, timeZone: zone });
  const clock = { hour: 'numeric', minute: '2-digit' } as const;
  const [from, to] = [format(start, clock), end && format(end, clock)];
  const hours = to === null ? from : msg(str`${from} to ${to}`);
  const whole = { dateStyle: 'short', timeStyle: 'short' } as const;
  const isSame = format(start, whole) === format(start, whole, readersZone);
  return {
    day: format(start, { dateStyle: 'full' }),
    hours: isSame ? hours : `${hours} (${zoneName(start, locale, timeZone)})`,
  };
};

/** "Eastern Daylight Time" */
const zoneName = (moment: Date, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' })
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
