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
