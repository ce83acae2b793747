import type { Person } from '../../db/records/index.js';
import type { Care } from '../care.js';
import { Chart } from '../chart.js';
import { staff } from '../staff.js';

const day = 86_400_000;

/** What Theo was given at his visit. */
export const theosCode = '7KQ4M-XW2RD-9HTFB';

const care: Care = {
  careTeam: [{ name: staff.primaryCare, role: 'Primary care', phone: null }],
  vitals: [{ daysAgo: 3, bloodPressure: [121, 77], pulse: 66, weight: 183, height: 72 }],
  appointments: [
    { title: 'First visit', inDays: -3, atHour: 12, minutes: 40 },
    { title: 'Annual physical', inDays: 24, atHour: 15, minutes: 40 },
  ],
};

/** Was here for the first time, and was given a code: no account yet. */
export const theo = (now: number): Person => {
  const identity = {
    key: 'theo',
    givenName: 'Theo',
    familyName: 'Brandt',
    sex: 'male',
    age: 38,
    daysSinceBirthday: 77,
    contact: { email: null, phone: '1-555-555-0177', address: null },
  } as const;
  return {
    ...new Chart(identity, now).person([], null, care),
    activationCode: { code: theosCode, issuedAt: now - 3 * day },
  };
};
