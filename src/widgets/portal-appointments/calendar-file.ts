import type { Appointment } from '../../contract/record/appointments.js';

/** What an entry of a calendar is made from. */
export interface CalendarEntry {
  readonly appointment: Pick<Appointment, 'id' | 'startsAt' | 'dayOnly' | 'minutes' | 'location'>;
  /**
   * What the calendar shows of it. Others may see that too, so it tells neither what the appointment is for nor
   * who is seen: "Appointment (myCooper)".
   */
  readonly summary: string;
  /** Whose ids they are: the host of the backend. With it the same appointment replaces itself in a calendar. */
  readonly domain: string;
  /** When the file is made; milliseconds since 1970. */
  readonly now: number;
}

/** Octets in a line at most, without its end (RFC 5545, 3.1). */
const lineLimit = 75;

/** An appointment as a file for calendars (iCalendar, RFC 5545), with its times in UTC. */
export const calendarFile = ({ appointment, summary, domain, now }: CalendarEntry): string => {
  const { id, startsAt, dayOnly, minutes, location } = appointment;
  const start = Date.parse(startsAt);
  const place = location && [location.name, location.address].filter(Boolean).join(', ');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//portal-widgets//portal-appointments//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(`${id}@${domain}`)}`,
    `DTSTAMP:${utc(now)}`,
    dayOnly ? `DTSTART;VALUE=DATE:${utc(start).slice(0, 8)}` : `DTSTART:${utc(start)}`,
    ...(minutes === null ? [] : [`DTEND:${utc(start + minutes * 60_000)}`]),
    `SUMMARY:${escaped(summary)}`,
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    'CLASS:PRIVATE',
    'STATUS:CONFIRMED',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
};

/** "20260511T150000Z" (RFC 5545, 3.3.5) */
const utc = (moment: number): string => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, '');

/** Text as a value (RFC 5545, 3.3.11); characters that no text may have are left out. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** A long line goes on behind a space in the next one; no character is torn. */
const folded = (line: string): string => {
  const encoder = new TextEncoder();
  let octets = 0;
  let text = '';
  for (const character of line) {
    const length = encoder.encode(character).length;
    if (octets + length > lineLimit) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += length;
  }
  return text;
};
