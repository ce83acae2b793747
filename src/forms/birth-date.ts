import { msg } from '../locales/localize.js';
import { calendarDays } from '../policy/days.js';
import type { PortalPolicy } from '../policy/portal-policy.js';
import type { Field } from '../ui/form/field.js';

/** Nobody is older. */
const mostYears = 130;

/** What says which day it is. */
interface Day {
  readonly policy: Pick<PortalPolicy, 'timeZone'>;
  readonly now: () => number;
}

/**
 * Why a day can be nobody's date of birth; undefined: it can. Found before anything is sent, so that a
 * slip of the keyboard uses up no try of a code.
 * @param value RFC 3339 full-date, as a date field has it: a year typed as 88 is 0088
 */
export const birthDateProblem = (value: string, day: Day): string | undefined => {
  const { first, last } = possibleDays(day);
  // Years of five digits and more are in the future, too.
  if (value > last || /^\d{5}/.test(value)) {
    return msg('This date is in the future. Check the year.');
  }
  return value < first ? msg('Check the year. Use all 4 digits, like 1988.') : undefined;
};

const possibleDays = ({ policy, now }: Day) => {
  const last = calendarDays(policy.timeZone)(now());
  const year = String(Number(last.slice(0, 4)) - mostYears).padStart(4, '0');
  return { first: `${year}${last.slice(4)}`, last };
};

/** A field for a date of birth, which takes none that cannot be. */
export const birthDateField = (field: Field, day: Day): Field => {
  const { first, last } = possibleDays(day);
  return {
    ...field,
    type: 'date',
    earliest: first,
    latest: last,
    problemOf: (value) => birthDateProblem(value, day),
  };
};
