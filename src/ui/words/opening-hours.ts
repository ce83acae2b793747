import { msg, str } from '../../locales/localize.js';
import { timeOfDay, weekdays } from '../../locales/week.js';
import type { PortalPolicy } from '../../policy/portal-policy.js';

/** When somebody answers the office's phone. */
export const openingHours = (
  { businessDays, opens, closes }: PortalPolicy['calendar'],
  locale: string,
): string => {
  const days = weekdays(businessDays, locale);
  const [from, to] = [timeOfDay(opens, locale), timeOfDay(closes, locale)];
  return msg(str`Open ${days}, ${from} to ${to}, except holidays.`);
};
