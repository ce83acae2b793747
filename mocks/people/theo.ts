import type { Person } from '../db/records/index.js';
import { Chart } from './chart.js';

const day = 86_400_000;

/** What Theo was given at his visit. */
export const theosCode = '7KQ4M-XW2RD-9HTFB';

/** Was here for the first time, and was given a code: no account yet. */
export function theo(now: number): Person {
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
    ...new Chart(identity, now).person([]),
    activationCode: { code: theosCode, issuedAt: now - 3 * day },
  };
}
