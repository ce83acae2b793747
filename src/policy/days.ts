/** A formatter for each time zone: one takes a hundred times longer to make than to use. */
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day and the time of day that the clocks of a time zone show, as ISO 8601 writes them: `2026-01-31 08:05`.
 * @param timeZone IANA name
 */
export const localTimes = (timeZone: string): ((time: number) => string) => {
  let format = formats.get(timeZone);
  if (!format) {
    // Swedish dates and times are those of ISO 8601.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    formats.set(timeZone, format);
  }
  return (time) => format.format(time);
};

/**
 * Tells the calendar day (RFC 3339 full-date) on which a moment falls in a time zone.
 * @param timeZone IANA name
 */
export const calendarDays = (timeZone: string): ((time: number) => string) => {
  const localTime = localTimes(timeZone);
  return (time) => localTime(time).split(' ', 1)[0] ?? '';
};
