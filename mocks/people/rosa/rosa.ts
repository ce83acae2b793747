import type { Person } from '../../db/records/index.js';
import { Chart } from '../chart.js';
import { contacts, securityQuestions } from '../contacts.js';
import { rosaCare } from './rosa-care.js';
import { rosaCheckups } from './rosa-checkups.js';
import { rosaIllnesses } from './rosa-illnesses.js';
import { rosaWithheld } from './rosa-withheld.js';

/** Results of every kind: shown and not shown, in numbers and words, right and put right. Mother of Leo. */
export const rosa = (now: number): Person => {
  const identity = {
    key: 'rosa',
    givenName: 'Rosa',
    familyName: 'Delgado',
    sex: 'female',
    age: 46,
    daysSinceBirthday: 77,
    contact: contacts.rosa,
  } as const;
  return new Chart(identity, now).person(
    [...rosaWithheld, ...rosaCheckups, ...rosaIllnesses],
    { username: 'rosa.delgado', securityQuestion: securityQuestions.rosa },
    rosaCare,
  );
};
