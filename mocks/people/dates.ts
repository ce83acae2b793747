export const hour = 3_600_000;
export const day = 24 * hour;

/** RFC 3339 instant in UTC, to the second. */
export const instant = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** RFC 3339 full-date, in UTC. */
export const dayOf = (at: number): string => instant(at).slice(0, 10);

export const startOfDay = (at: number): number => Math.floor(at / day) * day;

const saturday = 6;
const sunday = 0;

/** Offices see patients and review on weekdays: back to Friday … */
export const fridayOfWeekend = (at: number): number => {
  const weekday = new Date(at).getUTCDay();
  if (weekday === saturday) return at - day;
  return weekday === sunday ? at - 2 * day : at;
};

/** … or on to Monday. */
export const mondayAfterWeekend = (at: number): number => {
  const weekday = new Date(at).getUTCDay();
  if (weekday === saturday) return at + 2 * day;
  return weekday === sunday ? at + day : at;
};

/** The day on which an answer was promised: two weekdays later. */
export const promisedDay = (at: number): string =>
  dayOf(mondayAfterWeekend(mondayAfterWeekend(at + day) + day));
