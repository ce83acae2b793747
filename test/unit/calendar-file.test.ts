import { expect } from 'chai';
import ICAL from 'ical.js';
import {
  calendarFile,
  type CalendarEntry,
} from '../../src/widgets/portal-appointments/calendar-file.js';
import { fc, runs } from '../support/properties.js';

const entry: CalendarEntry = {
  appointment: {
    id: 'a1B-2_c',
    startsAt: '2026-05-11T15:00:00Z',
    minutes: 20,
    location: {
      name: 'Riverbend Hospital, Specialty Clinics',
      address: '1 Riverbend Way; Suite 4\nHarbor Falls, NJ 08000',
      phone: null,
    },
  },
  summary: 'Appointment (myCooper)',
  domain: 'portal.example.org',
  now: Date.parse('2026-05-04T13:30:00.123Z'),
};

const at = (appointment: Partial<CalendarEntry['appointment']>): CalendarEntry => ({
  ...entry,
  appointment: { ...entry.appointment, ...appointment },
});

/** The event, as a calendar reads the file. */
const readEvent = (file: string) => {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const events = calendar.getAllSubcomponents('vevent');
  expect(events).to.have.lengthOf(1);
  expect(calendar.getFirstPropertyValue('version')).to.equal('2.0');
  const [event] = events;
  if (!event) throw new Error('There is no event.');
  return new ICAL.Event(event);
};

const placeWith = (name: string) => ({ name, address: null, phone: null });

describe('the file for a calendar', () => {
  it('says when and where, and when it was made', () => {
    const event = readEvent(calendarFile(entry));
    expect(event.startDate.toJSDate().toISOString()).to.equal('2026-05-11T15:00:00.000Z');
    expect(event.endDate.toJSDate().toISOString()).to.equal('2026-05-11T15:20:00.000Z');
    expect(event.startDate.zone).to.equal(ICAL.Timezone.utcTimezone);
    expect(event.summary).to.equal('Appointment (myCooper)');
    expect(event.location).to.equal(
      'Riverbend Hospital, Specialty Clinics, 1 Riverbend Way; Suite 4\nHarbor Falls, NJ 08000',
    );
    const made = event.component.getFirstPropertyValue('dtstamp');
    expect(String(made)).to.equal('2026-05-04T13:30:00Z');
  });

  it('is of the whole day where no time is known', () => {
    const { startDate } = readEvent(
      calendarFile(at({ startsAt: '2026-05-11T12:00:00Z', dayOnly: true, minutes: null })),
    );
    expect([startDate.isDate, startDate.toString()]).to.deep.equal([true, '2026-05-11']);
  });

  it('has the same name for the same visit whenever it is made, and another for another', () => {
    const uidOf = (each: CalendarEntry) => readEvent(calendarFile(each)).uid;
    expect(uidOf(entry)).to.equal('a1B-2_c@portal.example.org');
    expect(uidOf({ ...at({ startsAt: '2026-06-01T15:00:00Z' }), now: entry.now + 1 })).to.equal(
      uidOf(entry),
    );
    expect(uidOf(at({ id: 'another' }))).not.to.equal(uidOf(entry));
  });

  it('tells no length and no place where none is given', () => {
    const file = calendarFile(at({ minutes: null, location: null }));
    expect(file).not.to.contain('DTEND').and.not.to.contain('LOCATION');
    readEvent(file);
  });

  it('is marked as private', () => {
    expect(calendarFile(entry)).to.contain('\r\nCLASS:PRIVATE\r\n');
  });

  it('is read back as it was, whatever stands in it, in lines of 75 octets', () => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 300, size: 'max' });
    fc.assert(
      fc.property(words, words, (summary, place) => {
        const file = calendarFile({ ...at({ location: placeWith(place) }), summary });
        const lines = file.split('\r\n');
        expect(lines.pop(), 'the last line ends too').to.equal('');
        const encoder = new TextEncoder();
        for (const line of lines) expect(encoder.encode(line).length).to.be.at.most(75);
        const event = readEvent(file);
        expect(event.summary).to.equal(asKept(summary));
        expect(event.location).to.equal(asKept(place));
      }),
      { numRuns: runs(100) },
    );
  });

  it('goes on behind a space where a line has 75 octets, and tears no character', () => {
    const folded = (summary: string) => {
      const file = calendarFile({ ...entry, summary });
      return /SUMMARY:(?:[^\r]|\r\n )*/.exec(file)?.[0].split('\r\n');
    };
    expect(folded('x'.repeat(67))).to.deep.equal([`SUMMARY:${'x'.repeat(67)}`]);
    expect(folded('x'.repeat(68))).to.deep.equal([`SUMMARY:${'x'.repeat(67)}`, ' x']);
    expect(folded('x'.repeat(67 + 75))).to.deep.equal([
      `SUMMARY:${'x'.repeat(67)}`,
      ` ${'x'.repeat(74)}`,
      ' x',
    ]);
    expect(folded(`${'x'.repeat(66)}é`)).to.deep.equal([`SUMMARY:${'x'.repeat(66)}`, ' é']);
  });

  it('says that the visit is to be, and which program has made the file', () => {
    const file = calendarFile(entry);
    expect(file).to.contain('\r\nSTATUS:CONFIRMED\r\n');
    expect(file).to.contain('\r\nPRODID:-//portal-widgets//portal-appointments//EN\r\n');
    expect(file).to.match(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  });

  it('leaves out what no text of a calendar may have, and keeps a tab', () => {
    const file = calendarFile({ ...entry, summary: 'a\u0000b\u0007c\td\u007fe' });
    expect(file).to.contain('SUMMARY:abc\tde\r\n');
  });

  it('keeps the end of a line, however it was written', () => {
    for (const end of ['\r\n', '\r', '\n']) {
      expect(calendarFile({ ...entry, summary: `a${end}b` })).to.contain('SUMMARY:a\\nb\r\n');
    }
  });

  it('cannot be made to hold a property of its own by what stands in it', () => {
    const event = readEvent(
      calendarFile({ ...entry, summary: 'Visit\r\nDESCRIPTION:Removal of a mole\r\nX-A:b' }),
    );
    expect(event.description).to.equal(null);
    expect(event.summary).to.equal('Visit\nDESCRIPTION:Removal of a mole\nX-A:b');
  });
});

/** Line ends are all alike, and what no text of a calendar may have is left out. */
const asKept = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');
