import type { PortalPolicy } from './portal-policy.js';
import { calendarDays, localTimes } from './days.js';
import { federalHolidays } from './federal-holidays.js';

/** What of a policy tells days: its time zone, its open days and hours. */
type Calendar = Pick<PortalPolicy, 'timeZone' | 'calendar'>;

const minute = 60_000;
const hour = 60 * minute;
const dayLong = 24 * hour;

/** No local time is further from UTC than this. */
const widestOffset = 15 * hour;

/**
 * The day a number of days later, whatever the clocks do in between.
 * @param day RFC 3339 full-date
 * @throws RangeError for a year that such a date cannot name
 */
export const addDays = (day: string, days: number): string => {
  const later = new Date(Date.parse(day) + days * dayLong).toISOString();
  if (later < '0001') throw new RangeError(later); // other years begin with 0000, + or -
  return later.slice(0, 10);
};

/**
 * The first moment (epoch ms) at which a time zone's clocks show this day and time, or a later one
 * where they skip it.
 * @param time `HH:MM`
 * @param timeZone IANA name
 */
export const momentOf = (day: string, time: string, timeZone: string): number => {
  const clock = localTimes(timeZone);
  const wanted = `${day} ${time}`;
  let before = Date.parse(`${day}T${time}Z`) - widestOffset;
  let reached = before + 2 * widestOffset;
  while (reached - before > minute) {
    const middle = before + Math.floor((reached - before) / minute / 2) * minute;
    if (clock(middle) < wanted) before = middle;
    else reached = middle;
  }
  return reached;
};

/** The first moment after a day of a time zone, in epoch milliseconds. */
export const endOfDay = (day: string, timeZone: string): number =>
  momentOf(addDays(day, 1), '00:00', timeZone);

/**
 * The last day, in the portal's time zone, of what holds through the end of a number of days after
 * the day on which it began (`activation.expires`).
 * @param start epoch milliseconds
 */
export const lastDay = (start: number, days: number, { timeZone }: Calendar): string =>
  addDays(calendarDays(timeZone)(start), days);

/** Whether the hospital's offices are open on a day. */
export const isBusinessDay = (day: string, { calendar }: Calendar): boolean =>
  calendar.businessDays.includes(isoWeekday(day)) && !isHoliday(day, calendar.holidays);

/** ISO 8601: 1 is Monday, 7 is Sunday. */
const isoWeekday = (day: string): number => new Date(day).getUTCDay() || 7;

const isHoliday = (day: string, holidays: PortalPolicy['calendar']['holidays']): boolean =>
  (holidays === 'us-federal' ? federalHolidays(Number(day.slice(0, 4))) : holidays).includes(day);

/**
 * The promised day of what takes a number of business days: that many open days after the day,
 * in the portal's time zone, on which it began.
 * @param start epoch milliseconds
 * @param businessDays at least 1
 */
export const addBusinessDays = (start: number, businessDays: number, policy: Calendar): string => {
  let day = calendarDays(policy.timeZone)(start);
  for (let left = businessDays; left > 0;) {
    day = addDays(day, 1);
    if (isBusinessDay(day, policy)) left -= 1;
  }
  return day;
};

/**
 * When the offices can be reached by phone: now if they are open, else the moment at which they open
 * next (epoch ms).
 */
export const nextOpening = (now: number, policy: Calendar): number => {
  const { timeZone, calendar } = policy;
  const today = calendarDays(timeZone)(now);
  if (isBusinessDay(today, policy) && now < momentOf(today, calendar.closes, timeZone)) {
    return Math.max(now, momentOf(today, calendar.opens, timeZone));
  }
  return momentOf(addBusinessDays(now, 1, policy), calendar.opens, timeZone);
};
