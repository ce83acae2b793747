import type {
  AppointmentMode,
  AppointmentRequest,
  AppointmentStatus,
  TimeOfDay,
} from '../../contract/record/appointments.js';
import { msg, str } from '../../locales/localize.js';
import { formatDay } from '../../ui/format.js';

/** The ways to be seen, in the language of the moment. */
export const modeWords = (): Readonly<Record<AppointmentMode, string>> => ({
  'in-person': msg('In person'),
  video: msg('By video'),
  phone: msg('By phone'),
});

export const statusWords = (): Readonly<Record<AppointmentStatus, string>> => ({
  booked: msg('Booked'),
  fulfilled: msg('Completed'),
  cancelled: msg('Canceled'),
  'no-show': msg('Missed'),
});

export const timeOfDayWords = (): Readonly<Record<TimeOfDay, string>> => ({
  morning: msg('Morning'),
  midday: msg('Around noon'),
  afternoon: msg('Afternoon'),
});

/** @param day ISO 8601: 1 is Monday */
export const weekdayWords = (day: number, locale: string): string =>
  new Date(Date.UTC(2024, 0, day)).toLocaleDateString(locale, { weekday: 'long', timeZone: 'UTC' });

/** The days of the week from Monday to Sunday on which the office is open, or that were asked for. */
export const daysWords = (days: readonly number[], locale: string): string =>
  days.length === 0
    ? msg('Any day')
    : listWords(
        [...days].sort((a, b) => a - b).map((day) => weekdayWords(day, locale)),
        locale,
      );

export const timesWords = (times: readonly TimeOfDay[], locale: string): string => {
  const words = timeOfDayWords();
  return times.length === 0
    ? msg('Any time')
    : listWords(
        times.map((time) => words[time]),
        locale,
      );
};

/** Things between which the office may choose. */
const listWords = (words: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(words);

/** How a request stands, and what was promised. */
export const requestStateWords = (
  { status, expectedBy }: Pick<AppointmentRequest, 'status' | 'expectedBy'>,
  locale: string,
): string => {
  switch (status) {
    case 'pending':
      return msg(str`We’ll reply by ${formatDay(expectedBy, locale)}.`);
    case 'booked':
      return msg('We booked your appointment.');
    case 'declined':
      return msg('We can’t book this appointment.');
    case 'withdrawn':
      return msg('This request was canceled.');
  }
};
