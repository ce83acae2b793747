/**
 * The name of a weekday: "Monday".
 * @param day ISO 8601: 1 is Monday
 */
export const weekday = (day: number, locale: string): string =>
  new Date(Date.UTC(2024, 0, day)).toLocaleDateString(locale, { weekday: 'long', timeZone: 'UTC' });

/**
 * A time of day as people write it: "5:00 PM".
 * @param time `17:00`
 */
export const timeOfDay = (time: string, locale: string): string =>
  new Date(`1970-01-01T${time}Z`).toLocaleTimeString(locale, {
    timeStyle: 'short',
    timeZone: 'UTC',
  });

/**
 * Days of the week in running text: "Monday to Friday", else each by its name.
 * @param days ISO 8601: 1 is Monday
 */
export const weekdays = (days: readonly number[], locale: string): string => {
  const inOrder = [...days].sort((a, b) => a - b);
  const names = inOrder.map((day) => weekday(day, locale));
  const inARow = inOrder.length > 2 && inOrder.every((day, at) => day - at === inOrder[0]);
  if (!inARow) return new Intl.ListFormat(locale).format(names);
  const [from, to] = /^es/i.test(locale) ? ['de ', ' a '] : ['', ' to '];
  return `${from}${names[0] ?? ''}${to}${names.at(-1) ?? ''}`;
};
