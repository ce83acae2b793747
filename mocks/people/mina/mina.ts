import type { Person } from '../../db/records/index.js';
import { Chart } from '../chart.js';
import { contacts, securityQuestions } from '../contacts.js';

/** New here: nothing in the record yet. */
export const mina = (now: number): Person => {
  const identity = {
    key: 'mina',
    givenName: 'Mina',
    familyName: 'Park',
    sex: 'female',
    age: 29,
    daysSinceBirthday: 140,
    contact: contacts.mina,
  } as const;
  return new Chart(identity, now).person([], {
    username: 'mina.park',
    securityQuestion: securityQuestions.mina,
  });
};
