import { expect } from 'chai';
import { appointmentTime } from '../../src/widgets/portal-appointments/appointment-time.js';

const visit = { startsAt: '2026-05-11T15:00:00Z', minutes: 20 };

const told = (
  given: Parameters<typeof appointmentTime>[0],
  readersZone = 'America/New_York',
  locale = 'en',
) => {
  const { day, hours } = appointmentTime(given, locale, 'America/New_York', readersZone);
  return `${day}, ${hours}`.replace(/\s/g, ' ');
};

describe('the time of a visit', () => {
  it('is told in the portal’s time zone', () => {
    expect(told(visit)).to.equal('Monday, May 11, 2026, 11:00 AM to 11:20 AM');
    expect(told({ startsAt: '2026-05-12T03:30:00Z', minutes: 60 })).to.equal(
      'Monday, May 11, 2026, 11:30 PM to 12:30 AM',
    );
  });

  it('has no end where none is given', () => {
    expect(told({ ...visit, minutes: null })).to.equal('Monday, May 11, 2026, 11:00 AM');
  });

  it('is the day alone where the source names no time', () => {
    const dayOnly = { startsAt: '2026-05-11T12:00:00Z', dayOnly: true, minutes: null };
    for (const zone of ['America/New_York', 'Asia/Tokyo']) {
      expect(told(dayOnly, zone)).to.equal('Monday, May 11, 2026, Time not given');
    }
  });

  it('names the zone for whoever reads where the clock shows another time, by that day', () => {
    expect(told(visit, 'America/Los_Angeles')).to.equal(
      'Monday, May 11, 2026, 11:00 AM to 11:20 AM (Eastern Daylight Time)',
    );
    expect(told({ ...visit, startsAt: '2026-12-14T16:00:00Z' }, 'Asia/Tokyo')).to.equal(
      'Monday, December 14, 2026, 11:00 AM to 11:20 AM (Eastern Standard Time)',
    );
  });

  it('names no zone where another one has the same time on that day', () => {
    expect(told(visit, 'America/Detroit')).not.to.contain('(');
    expect(told({ ...visit, startsAt: '2026-12-14T16:00:00Z' }, 'America/Panama')).not.to.contain(
      '(',
    );
    expect(told(visit, 'America/Panama')).to.contain('(Eastern Daylight Time)');
  });

  it('names the zone where the clock shows the same time of another day', () => {
    const { hours } = appointmentTime(visit, 'en', 'Pacific/Honolulu', 'Pacific/Kiritimati');
    expect(hours).to.contain('(Hawaii-Aleutian Standard Time)');
  });

  it('is told in the language of the portal', () => {
    expect(told(visit, 'America/New_York', 'es')).to.match(/^lunes, 11 de mayo de 2026, 11:00/);
  });
});
