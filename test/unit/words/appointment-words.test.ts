import { expect } from 'chai';
import type { Appointment } from '../../../src/contract/record/appointments.js';
import {
  calendarEntry,
  savedNews,
} from '../../../src/widgets/portal-appointments/calendar-entry.js';
import {
  daysWords,
  modeWords,
  requestStateWords,
  statusWords,
  timeOfDayWords,
  timesWords,
  weekdayWords,
} from '../../../src/widgets/portal-appointments/appointment-words.js';
import { contextWith } from '../support/context.js';

describe('the words of visits', () => {
  it('name each way to be seen, each state, and each part of the day', () => {
    expect(modeWords()).to.deep.equal({
      'in-person': 'In person',
      video: 'By video',
      phone: 'By phone',
    });
    expect(statusWords()).to.deep.equal({
      booked: 'Booked',
      fulfilled: 'Completed',
      cancelled: 'Canceled',
      'no-show': 'Missed',
    });
    expect(timeOfDayWords()).to.deep.equal({
      morning: 'Morning',
      midday: 'Around noon',
      afternoon: 'Afternoon',
    });
  });

  it('name the days that were asked for in the order of the week', () => {
    expect(weekdayWords(1, 'en')).to.equal('Monday');
    expect(weekdayWords(7, 'es')).to.equal('domingo');
    expect(daysWords([], 'en')).to.equal('Any day');
    expect(daysWords([5, 1], 'en')).to.equal('Monday or Friday');
    const days = [3, 2];
    expect(daysWords(days, 'en')).to.equal('Tuesday or Wednesday');
    expect(days).to.deep.equal([3, 2]);
  });

  it('name the same day wherever somebody is', () => {
    const zone = process.env['TZ'];
    try {
      for (const other of ['America/Los_Angeles', 'Pacific/Kiritimati']) {
        process.env['TZ'] = other;
        expect(weekdayWords(1, 'en'), other).to.equal('Monday');
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('name the times that were asked for', () => {
    expect(timesWords([], 'en')).to.equal('Any time');
    expect(timesWords(['morning', 'afternoon'], 'en')).to.equal('Morning or Afternoon');
  });

  it('say how a request stands, and what was promised', () => {
    const words = (status: 'pending' | 'booked' | 'declined' | 'withdrawn') =>
      requestStateWords({ status, expectedBy: '2026-05-06' }, 'en');
    expect(words('pending')).to.equal('We’ll reply by May 6, 2026.');
    expect(words('booked')).to.equal('We booked your appointment.');
    expect(words('declined')).to.equal('We can’t book this appointment.');
    expect(words('withdrawn')).to.equal('This request was canceled.');
  });
});

describe('a visit for somebody’s calendar', () => {
  const appointment: Appointment = {
    id: 'visit',
    title: 'Video visit: thyroid',
    startsAt: '2026-05-11T15:00:00Z',
    minutes: 20,
    status: 'booked',
    practitioner: 'Ines Roth, MD',
    mode: 'video',
    location: null,
    instructions: 'Have your pills at hand.',
    cancellable: null,
  };

  it('is a file that tells when, and nothing of what it is for', async () => {
    const file = calendarEntry(appointment, contextWith());
    expect([file.name, file.type]).to.deep.equal(['appointment.ics', 'text/calendar']);
    const text = await file.text();
    for (const line of [
      'SUMMARY:Appointment (myCooper)',
      'UID:visit@portal.example',
      'DTSTAMP:20260504T133000Z',
      'DTSTART:20260511T150000Z',
      'DTEND:20260511T152000Z',
    ]) {
      expect(text).to.contain(`\r\n${line}\r\n`);
    }
    expect(text).not.to.match(/thyroid|Roth|pills/);
  });

  it('is told with the visit that it is of', () => {
    const { text, about } = savedNews(appointment);
    expect(text).to.match(/^Saved to your downloads\./);
    expect(about).to.equal('visit-visit');
  });
});
