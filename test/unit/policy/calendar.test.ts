import { expect } from 'chai';
import {
  addBusinessDays,
  addDays,
  endOfDay,
  isBusinessDay,
  lastDay,
  momentOf,
  nextOpening,
} from '../../../src/policy/calendar.js';
import { calendarDays } from '../../../src/policy/days.js';
import { federalHolidays } from '../../../src/policy/federal-holidays.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { lakeside } from '../../../stories/fixtures/support/policies.js';
import { fc, runs } from '../../support/properties.js';

const newYork = 'America/New_York';
const iso = (time: number) => new Date(time).toISOString();
const at = (instant: string) => Date.parse(instant);

/** Zones with clocks that change at 2, at midnight, by half an hour, and not at all. */
const timeZones = [
  newYork,
  'America/Havana',
  'Australia/Lord_Howe',
  'Asia/Beirut',
  'Asia/Tokyo',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
];

const anyTimeZone = fc.constantFrom(...timeZones);
const anyTime = fc.integer({ min: at('2000-01-01T00:00:00Z'), max: at('2060-01-01T00:00:00Z') });
const often = { numRuns: runs(1000) };

describe('days of a time zone', () => {
  it('are 23 and 25 hours long where the clocks change', () => {
    const length = (day: string) =>
      (endOfDay(day, newYork) - endOfDay(addDays(day, -1), newYork)) / 3_600_000;
    expect(length('2026-03-07')).to.equal(24);
    expect(length('2026-03-08')).to.equal(23);
    expect(length('2026-11-01')).to.equal(25);
  });

  it('have years of four digits: there is none before and none after', () => {
    expect(addDays('9999-12-30', 1)).to.equal('9999-12-31');
    expect(addDays('0001-01-02', -1)).to.equal('0001-01-01');
    expect(() => addDays('9999-12-31', 1)).to.throw(RangeError);
    expect(() => addDays('0001-01-01', -1)).to.throw(RangeError);
    const everHoliday = { ...lakeside, calendar: { ...lakeside.calendar, businessDays: [] } };
    expect(() => addBusinessDays(at('9999-12-01T12:00:00Z'), 1, everHoliday)).to.throw(RangeError);
  });

  it('end at the local midnight', () => {
    expect(iso(endOfDay('2026-03-08', newYork))).to.equal('2026-03-09T04:00:00.000Z');
    expect(iso(endOfDay('2026-12-31', newYork))).to.equal('2027-01-01T05:00:00.000Z');
    expect(iso(endOfDay('2026-12-31', 'Asia/Tokyo'))).to.equal('2026-12-31T15:00:00.000Z');
    expect(iso(endOfDay('2026-12-31', 'Pacific/Kiritimati'))).to.equal('2026-12-31T10:00:00.000Z');
  });

  it('have no midnight where the clocks skip it: the day begins at the first time that is', () => {
    expect(iso(momentOf('2026-03-08', '00:00', 'America/Havana'))).to.equal(
      '2026-03-08T05:00:00.000Z',
    );
    expect(iso(momentOf('2026-03-08', '02:30', newYork))).to.equal('2026-03-08T07:00:00.000Z');
  });

  it('hold the moment before their end and not the end, in every zone', () => {
    fc.assert(
      fc.property(anyTime, anyTimeZone, (time, timeZone) => {
        const dayOf = calendarDays(timeZone);
        const day = dayOf(time);
        const end = endOfDay(day, timeZone);
        expect(end).to.be.above(time);
        expect(dayOf(end - 1)).to.equal(day);
        expect(dayOf(end)).to.equal(addDays(day, 1));
      }),
      often,
    );
  });

  it('are counted from the day of the start, however late on it', () => {
    const policy = mycooper;
    expect(lastDay(at('2026-02-10T05:00:00Z'), 30, policy)).to.equal('2026-03-12');
    expect(lastDay(at('2026-02-11T04:59:59Z'), 30, policy)).to.equal('2026-03-12');
    expect(lastDay(at('2026-02-11T05:00:00Z'), 30, policy)).to.equal('2026-03-13');
    expect(lastDay(at('2026-12-02T12:00:00Z'), 30, policy)).to.equal('2027-01-01');
    expect(lastDay(at('2028-02-28T12:00:00Z'), 1, policy)).to.equal('2028-02-29');
  });
});

describe('US federal holidays', () => {
  const observed: Readonly<Record<number, string>> = {
    2021: '01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31',
    2022: '01-01 01-17 02-21 05-30 06-19 06-20 07-04 09-05 10-10 11-11 11-24 12-25 12-26',
    2023: '01-01 01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-11 11-23 12-25',
    2026: '01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25',
    2027: '01-01 01-18 02-15 05-31 06-18 06-19 07-04 07-05 09-06 10-11 11-11 11-25 12-24 12-25 12-31',
  };
  for (const [year, days] of Object.entries(observed)) {
    it(`of ${year} are those of the calendar, on the day itself and as observed`, () => {
      const found = federalHolidays(Number(year)).map((day) => day.slice(5));
      expect([...found].sort()).to.deep.equal(days.split(' '));
    });
  }

  it('close eleven weekdays of every year, but for a New Year that moves into another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2200 }), (year) => {
        const weekdays = federalHolidays(year).filter((day) => isWeekday(day));
        expect(new Set(weekdays).size).to.equal(weekdays.length);
        expect(weekdays.length).to.be.within(10, 12);
      }),
      often,
    );
  });
});

const isWeekday = (day: string) => ![0, 6].includes(new Date(day).getUTCDay());

describe('business days', () => {
  it('pass over weekends, holidays and New Year', () => {
    const promised = (start: string, days: number) => addBusinessDays(at(start), days, mycooper);
    expect(promised('2026-03-02T15:00:00Z', 2)).to.equal('2026-03-04');
    expect(promised('2026-03-06T15:00:00Z', 1)).to.equal('2026-03-09');
    expect(promised('2026-03-07T15:00:00Z', 1)).to.equal('2026-03-09');
    expect(promised('2026-07-02T15:00:00Z', 1)).to.equal('2026-07-06');
    expect(promised('2026-12-30T15:00:00Z', 2)).to.equal('2027-01-04');
    expect(promised('2027-12-30T15:00:00Z', 1)).to.equal('2028-01-03');
  });

  it('begin with the day of the portal’s own time zone', () => {
    expect(addBusinessDays(at('2026-03-07T04:59:59Z'), 1, mycooper)).to.equal('2026-03-09');
    expect(addBusinessDays(at('2026-03-09T03:59:59Z'), 1, mycooper)).to.equal('2026-03-09');
    expect(addBusinessDays(at('2026-03-09T04:00:00Z'), 1, mycooper)).to.equal('2026-03-10');
  });

  it('are those of a hospital’s own list, where it has one', () => {
    const [holiday = ''] = lakeside.calendar.holidays;
    expect(isBusinessDay(holiday, lakeside)).to.equal(false);
    expect(isBusinessDay('2026-07-04', lakeside)).to.equal(true); // a Saturday, open there
    expect(isBusinessDay('2026-07-03', lakeside)).to.equal(false); // a Friday, closed there
  });

  const anyPolicy = fc.record({
    timeZone: anyTimeZone,
    calendar: fc.record({
      businessDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      opens: fc.constant('08:00'),
      closes: fc.constant('17:00'),
      holidays: fc.oneof(
        fc.constant('us-federal' as const),
        fc.array(
          fc.integer({ min: 0, max: 40 }).map((days) => addDays('2026-03-01', days)),
          { maxLength: 20 },
        ),
      ),
    }),
  });
  const anyDays = fc.integer({ min: 1, max: 15 });
  const nearby = fc.integer({ min: at('2026-02-20T00:00:00Z'), max: at('2027-02-01T00:00:00Z') });

  it('never promise a closed day, nor the day of the start', () => {
    fc.assert(
      fc.property(nearby, anyDays, anyPolicy, (start, days, policy) => {
        const promised = addBusinessDays(start, days, policy);
        expect(isBusinessDay(promised, policy)).to.equal(true);
        expect(promised > calendarDays(policy.timeZone)(start)).to.equal(true);
      }),
      often,
    );
  });

  it('never move backwards when the start moves forward', () => {
    fc.assert(
      fc.property(
        nearby,
        fc.integer({ min: 0, max: 20 * 86_400_000 }),
        anyDays,
        anyPolicy,
        (start, later, days, policy) => {
          const first = addBusinessDays(start, days, policy);
          expect(addBusinessDays(start + later, days, policy) >= first).to.equal(true);
          expect(addBusinessDays(start, days + 1, policy) > first).to.equal(true);
        },
      ),
      often,
    );
  });

  it('have hours: now while open, else when the doors open next', () => {
    const opening = (now: string) => iso(nextOpening(at(now), mycooper));
    expect(opening('2026-03-02T12:59:59Z')).to.equal('2026-03-02T13:00:00.000Z');
    expect(opening('2026-03-02T13:00:01Z')).to.equal('2026-03-02T13:00:01.000Z');
    expect(opening('2026-03-02T21:59:59Z')).to.equal('2026-03-02T21:59:59.000Z');
    expect(opening('2026-03-02T22:00:00Z')).to.equal('2026-03-03T13:00:00.000Z');
    expect(opening('2026-03-06T22:00:00Z')).to.equal('2026-03-09T12:00:00.000Z'); // summer time
    expect(opening('2026-12-31T23:00:00Z')).to.equal('2027-01-04T13:00:00.000Z');
  });
});
