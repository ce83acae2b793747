const dayLong = 86_400_000;

/** Days of the week as `Date` counts them. */
const sunday = 0;
const monday = 1;
const thursday = 4;
const saturday = 6;

/** A day of a month, or a weekday and which one of the month: the first is 1, the last is -1. */
type Holiday = readonly [month: number, day: number, which?: number];

const holidays: readonly Holiday[] = [
  [1, 1], // New Year's Day
  [1, monday, 3], // Birthday of Martin Luther King, Jr.
  [2, monday, 3], // Washington's Birthday
  [5, monday, -1], // Memorial Day
  [6, 19], // Juneteenth
  [7, 4], // Independence Day
  [9, monday, 1], // Labor Day
  [10, monday, 2], // Columbus Day
  [11, 11], // Veterans Day
  [11, thursday, 4], // Thanksgiving Day
  [12, 25], // Christmas Day
];

/**
 * The days of a year on which US federal offices are closed (5 U.S.C. 6103, as it stands since 2021):
 * each holiday and, where it falls on a weekend, the day on which it is observed: Saturday's on the
 * Friday before, Sunday's on the Monday after. New Year's Day may so close the last day of a year.
 */
export const federalHolidays = (year: number): readonly string[] => {
  const days = [year, year + 1].flatMap((each) =>
    holidays.flatMap((holiday) => withObserved(dateOf(each, holiday))),
  );
  return days
    .map((date) => new Date(date).toISOString().slice(0, 10))
    .filter((day) => day.startsWith(`${year}-`));
};

const withObserved = (date: number): number[] => {
  const weekday = new Date(date).getUTCDay();
  if (weekday === saturday) return [date - dayLong, date];
  return weekday === sunday ? [date, date + dayLong] : [date];
};

const dateOf = (year: number, [month, day, which]: Holiday): number => {
  if (which === undefined) return Date.UTC(year, month - 1, day);
  // The last of a month stands a week before the first of the next one.
  const first = Date.UTC(year, which < 0 ? month : month - 1, 1);
  const toWeekday = (day - new Date(first).getUTCDay() + 7) % 7;
  const weeks = which < 0 ? which : which - 1;
  return first + (toWeekday + weeks * 7) * dayLong;
};
