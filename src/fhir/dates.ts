import type { FhirEffective, FhirPeriod } from './schemas.js';

/** A FHIR dateTime as the instant that stands for it, and what was lost on the way, if anything. */
export interface ReadDate {
  readonly at: string | null;
  readonly unread: 'date without a day' | 'date that is none' | 'time without a time zone' | null;
}

const nothing: ReadDate = { at: null, unread: null };
const dateTime =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(:\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

function isRealDay(year: string, month: string, day: string): boolean {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (year === '0000') return false;
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

/**
 * Instants in UTC, to the second. The record holds instants only, so a day without a time stands
 * as its noon in UTC: the same day from the Line Islands' neighbours in the west (UTC−12) to
 * UTC+11, America included. A year or month alone names no day and stays unread, never guessed.
 */
export function readDate(text: string | undefined): ReadDate {
  if (text === undefined) return nothing;
  const match = dateTime.exec(text.trim());
  if (!match) return { at: null, unread: 'date that is none' };
  const [, year = '', month, day, time, seconds = ':00', zone] = match;
  if (month === undefined || day === undefined) return { at: null, unread: 'date without a day' };
  if (!isRealDay(year, month, day)) return { at: null, unread: 'date that is none' };
  const date = `${year}-${month}-${day}`;
  if (time === undefined) return { at: `${date}T12:00:00Z`, unread: null };
  if (zone === undefined) return { at: `${date}T12:00:00Z`, unread: 'time without a time zone' };
  const at = Date.parse(`${date}T${time}${seconds}${zone}`);
  const utc = Number.isNaN(at) ? '' : new Date(at).toISOString();
  // In UTC it may be of a year before 0001 or after 9999, which begins with 0000, + or -.
  if (utc < '0001') return { at: null, unread: 'date that is none' };
  return { at: `${utc.slice(0, 19)}Z`, unread: null };
}

/** The calendar day that a FHIR date or dateTime names, in the time zone in which it was written. */
export function readDay(
  text: string | undefined,
): Omit<ReadDate, 'at'> & { readonly day: string | null } {
  const { at, unread } = readDate(text);
  return { day: at === null ? null : (text ?? '').trim().slice(0, 10), unread };
}

/** A year or a month alone: "1999", "1999-05"; undefined: it is neither. */
const partialOf = (text: string | undefined): string | undefined =>
  /^(?!0000)\d{4}(-(0[1-9]|1[0-2]))?$/.exec(text?.trim() ?? '')?.[0];

/** The same where a year or a month alone is worth telling. */
export function readPartialDay(text: string | undefined): ReturnType<typeof readDay> {
  const day = partialOf(text);
  return day === undefined ? readDay(text) : { day, unread: null };
}

/** A period's beginning; its end where only that is known. */
export const readPeriod = (period: FhirPeriod | undefined): ReadDate =>
  readDate(period?.start ?? period?.end);

/** When the specimen was taken or the study done (effective[x]). */
export const readEffective = (resource: FhirEffective): ReadDate =>
  readDate(effectiveText(resource));

/** The year or month alone, where effective[x] says no more. */
export const partialEffective = (resource: FhirEffective): string | undefined =>
  partialOf(effectiveText(resource));

const effectiveText = ({ effectiveDateTime, effectiveInstant, effectivePeriod }: FhirEffective) =>
  effectiveDateTime ?? effectiveInstant ?? effectivePeriod?.start ?? effectivePeriod?.end;
