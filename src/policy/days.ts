/**
 * Tells the calendar day (RFC 3339 full-date) on which a moment falls in a time zone.
 * @param timeZone IANA name
 */
export const calendarDays = (timeZone: string): ((time: number) => string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone }); // Swedish dates are ISO dates
  return (time) => format.format(time);
};
