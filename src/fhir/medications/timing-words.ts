import { wordsOf } from '../codes.js';
import type { FhirDosage, FhirRepeat } from '../record-schemas.js';
import type { FhirCodeableConcept } from '../schemas.js';

/** UCUM units of time, as FHIR has them. */
const units: Readonly<Record<string, string>> = {
  s: 'second',
  min: 'minute',
  h: 'hour',
  d: 'day',
  wk: 'week',
  mo: 'month',
  a: 'year',
};

const days: Readonly<Record<string, string>> = {
  ...{ mon: 'Monday', tue: 'Tuesday', wed: 'Wednesday', thu: 'Thursday' },
  ...{ fri: 'Friday', sat: 'Saturday', sun: 'Sunday' },
};

/** https://hl7.org/fhir/R4/valueset-event-timing.html */
const events: Readonly<Record<string, string>> = {
  ...{ MORN: 'in the morning', NOON: 'at noon', AFT: 'in the afternoon' },
  ...{ EVE: 'in the evening', NIGHT: 'at night', PHS: 'after sleep' },
  ...{ 'MORN.early': 'early in the morning', 'MORN.late': 'late in the morning' },
  ...{ 'AFT.early': 'early in the afternoon', 'AFT.late': 'late in the afternoon' },
  ...{ 'EVE.early': 'early in the evening', 'EVE.late': 'late in the evening' },
  ...{ HS: 'at bedtime', WAKE: 'after waking', C: 'with meals' },
  ...{ CM: 'with breakfast', CD: 'with lunch', CV: 'with dinner' },
  ...{ AC: 'before meals', ACM: 'before breakfast', ACD: 'before lunch', ACV: 'before dinner' },
  ...{ PC: 'after meals', PCM: 'after breakfast', PCD: 'after lunch', PCV: 'after dinner' },
};

/** https://hl7.org/fhir/R4/valueset-timing-abbreviation.html */
const abbreviations: Readonly<Record<string, string>> = {
  ...{ BID: 'twice a day', TID: '3 times a day', QID: '4 times a day' },
  ...{ QD: 'once a day', QOD: 'every other day', AM: 'in the morning', PM: 'in the evening' },
  ...{ Q1H: 'every hour', Q2H: 'every 2 hours', Q3H: 'every 3 hours', Q4H: 'every 4 hours' },
  ...{ Q6H: 'every 6 hours', Q8H: 'every 8 hours', BED: 'at bedtime' },
  ...{ WK: 'once a week', MO: 'once a month' },
};

/** Something of a schedule that there are no words for. */
export class Unsayable extends Error {}

export const known = (words: Readonly<Record<string, string>>, code: string): string => {
  const found = words[code];
  if (found === undefined) throw new Unsayable(code);
  return found;
};

export const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** "4", "4 to 6". */
export const span = (from: number | undefined, to: number | undefined): string =>
  to === undefined || to === from ? String(from ?? '') : `${from ?? 1} to ${to}`;

/** "a day", "an hour", "7 days", "4 to 6 hours". */
export function timeWords(count: string, unit: string | undefined): string {
  const word = known(units, unit ?? '');
  return count === '1' ? word : `${count} ${word}s`;
}

export const each = (word: string): string => `${word === 'hour' ? 'an' : 'a'} ${word}`;

/** The parts of a schedule, each in words; all of them or an exception. @throws {Unsayable} */
export function timingWords({ event = [], code, repeat }: NonNullable<FhirDosage['timing']>) {
  const parts = repeat ? repeatWords(repeat) : [];
  const named = parts.length === 0 ? codeWords(code) : null;
  return [...(named === null ? [] : [named]), ...parts, ...event.map((at) => `on ${at}`)];
}

function codeWords(code: FhirCodeableConcept | undefined): string | null {
  const [abbreviation] = (code?.coding ?? []).flatMap((coding) => coding.code ?? []);
  return code?.text ?? abbreviations[abbreviation ?? ''] ?? wordsOf(code);
}

function repeatWords(repeat: FhirRepeat): string[] {
  const { dayOfWeek = [], timeOfDay = [], when = [], offset } = repeat;
  const frequency = frequencyWords(repeat);
  const onDays = dayOfWeek.map((day) => known(days, day));
  const moments = when.map((code) => known(events, code));
  if (offset !== undefined && moments.length !== 1) throw new Unsayable('offset');
  return [
    frequency,
    onDays.length > 0 && `${frequency === null ? 'every' : 'on'} ${list(onDays)}`,
    timeOfDay.length > 0 && `at ${list(timeOfDay.map(clockWords))}`,
    moments.length > 0 && `${offset === undefined ? '' : `${offset} minutes `}${list(moments)}`,
    durationWords(repeat),
    countWords(repeat),
    boundsWords(repeat),
  ].filter((part) => typeof part === 'string');
}

/** "Twice a day", "once every 8 hours", "1 to 2 times a day", "every 4 to 6 hours". */
function frequencyWords({
  frequency,
  frequencyMax,
  period,
  periodMax,
  periodUnit,
}: FhirRepeat): string | null {
  if (frequency === undefined && frequencyMax === undefined && periodUnit === undefined) {
    return null;
  }
  const count = span(frequency ?? 1, frequencyMax);
  const times = count === '1' ? 'once' : count === '2' ? 'twice' : `${count} times`;
  if (periodUnit === undefined) return times;
  const length = span(period ?? 1, periodMax);
  const words = timeWords(length, periodUnit);
  return length === '1' ? `${times} ${each(words)}` : `${times} every ${words}`;
}

/** "22:00:00" → "10:00 PM". */
function clockWords(time: string): string {
  const [, hours = '', minutes = ''] = /^(\d{2}):(\d{2})(:00(\.0+)?)?$/.exec(time) ?? [];
  if (hours === '') throw new Unsayable(time);
  return `${Number(hours) % 12 || 12}:${minutes} ${Number(hours) < 12 ? 'AM' : 'PM'}`;
}

function durationWords({ duration, durationMax, durationUnit }: FhirRepeat): string | null {
  if (duration === undefined && durationMax === undefined) return null;
  return `over ${timeWords(span(duration, durationMax), durationUnit).replace(/^(?!\d)/, '1 ')}`;
}

function countWords({ count, countMax }: FhirRepeat): string | null {
  if (count === undefined && countMax === undefined) return null;
  const times = span(count, countMax);
  return times === '1' ? 'once in all' : `${times} times in all`;
}

/** "For 7 days", "from 2026-04-01 to 2026-04-08". */
function boundsWords({ boundsDuration, boundsPeriod }: FhirRepeat): string | null {
  if (boundsDuration) {
    const { value, unit, code } = boundsDuration;
    if (value === undefined) throw new Unsayable('boundsDuration');
    const words = code !== undefined && code in units ? timeWords(String(value), code) : unit;
    if (words === undefined) throw new Unsayable('boundsDuration');
    return `for ${/^\d/.test(words) ? words : `${value} ${words}`}`;
  }
  const { start, end } = boundsPeriod ?? {};
  const parts = [start && `from ${start}`, end && `until ${end}`].filter(Boolean);
  return parts.length === 0 ? null : parts.join(' ');
}
