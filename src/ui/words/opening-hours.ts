import { msg, str } from '../../locales/localize.js';
import { timeOfDay, weekday } from '../../locales/week.js';
import type { PortalPolicy } from '../../policy/portal-policy.js';

/** When somebody answers the office's phone. */
export const openingHours = (
  { businessDays, opens, closes }: PortalPolicy['calendar'],
  locale: string,
): string => {
  const days = [...businessDays].sort((a, b) => a - b);
  const names = days.map((day) => weekday(day, locale));
  const [first = '', last = ''] = [names[0], names.at(-1)];
  const [from, to] = [timeOfDay(opens, locale), timeOfDay(closes, locale)];
  const inARow = days.length > 2 && days.every((day, at) => day - at === days[0]);
  if (inARow) {
    return msg(
      str`The phone is answered from ${first} to ${last}, ${from} to ${to}, except on holidays.`,
    );
  }
  const list = new Intl.ListFormat(locale).format(names);
  return msg(str`The phone is answered on ${list}, ${from} to ${to}, except on holidays.`);
};
