import { calendarDays } from '../../policy/days.js';
import { isBusinessDay, momentOf, nextOpening } from '../../policy/calendar.js';
import type { PortalPolicy } from '../../policy/portal-policy.js';

/** Whether somebody answers the phone now. Moments are epoch milliseconds. */
export type OpenState =
  | { readonly isOpen: true; readonly closesAt: number }
  | {
      readonly isOpen: false;
      readonly opensAt: number;
      /** Whether today would be an open day, were it no holiday. */
      readonly isHoliday: boolean;
    };

/** Whether a hospital's offices are open, by its own clocks and holidays. */
export const openState = (
  now: number,
  policy: Pick<PortalPolicy, 'timeZone' | 'calendar'>,
): OpenState => {
  const { timeZone, calendar } = policy;
  const today = calendarDays(timeZone)(now);
  const opensAt = nextOpening(now, policy);
  if (opensAt === now)
    return { isOpen: true, closesAt: momentOf(today, calendar.closes, timeZone) };
  const withoutHolidays = { timeZone, calendar: { ...calendar, holidays: [] } };
  const isHoliday = isBusinessDay(today, withoutHolidays) && !isBusinessDay(today, policy);
  return { isOpen: false, opensAt, isHoliday };
};
