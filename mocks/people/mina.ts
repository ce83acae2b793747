import type { Person } from '../db/records.js';
import { Chart } from './chart.js';

/** New here: nothing in the record yet. */
export function mina(now: number): Person {
  const identity = {
    key: 'mina',
    givenName: 'Mina',
    familyName: 'Park',
    sex: 'female',
    age: 29,
    daysSinceBirthday: 140,
  } as const;
  return new Chart(identity, now).person([], { username: 'mina.park' });
}
