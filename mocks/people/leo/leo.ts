import type { Person } from '../../db/records/index.js';
import type { Care } from '../care.js';
import { Chart } from '../chart.js';
import { icd10 } from '../laboratory/codings.js';
import { drugs } from '../drugs.js';
import { staff } from '../staff.js';
import { childhoodVaccines, vaccines } from '../vaccines.js';

const care: Care = {
  careTeam: [{ name: staff.pediatrics, role: 'Pediatrics', phone: '1-555-555-0128' }],
  medications: [
    {
      drug: drugs.albuterol,
      directions: '2 puffs 15 minutes before sports, or when breathing is hard.',
      prescribedDaysAgo: 120,
      prescriber: staff.pediatrics,
    },
  ],
  conditions: [
    {
      name: 'Asthma, mild',
      code: icd10('J45.20', 'Mild intermittent asthma, uncomplicated'),
      sinceDaysAgo: 3_400,
    },
  ],
  immunizations: [
    ...childhoodVaccines,
    ...[0, 1].map((octobersAgo) => ({ vaccine: vaccines.flu, octobersAgo })),
    ...[134, 140].map((atMonths) => ({ vaccine: vaccines.hpv, atMonths })),
    { vaccine: vaccines.tetanus, atMonths: 134 },
    ...[134, 194].map((atMonths) => ({ vaccine: vaccines.meningitis, atMonths })),
  ],
  vitals: [{ daysAgo: 120, bloodPressure: [112, 68], pulse: 64, weight: 148, height: 69 }],
  appointments: [
    { title: 'Sports physical', inDays: -120, atHour: 19, practitioner: staff.pediatrics },
    {
      title: 'Last visit before adult care',
      inDays: 13,
      atHour: 20,
      practitioner: staff.pediatrics,
      instructions: 'From his birthday on Leo needs an account of his own.',
    },
  ],
  threads: [
    {
      title: 'Form for the swim team',
      topic: 'other',
      with: staff.pediatrics,
      writer: 'Rosa Delgado',
      messages: [
        ['patient', 119, 'Could you sign the form for the swim team?'],
        ['care-team', 117, 'It is signed and waits at the front desk.'],
      ],
    },
  ],
};

/** Seventeen, without an account: Rosa's son, who comes of age (at 18) in three weeks. */
export const leo = (now: number): Person => {
  const identity = {
    key: 'leo',
    givenName: 'Leo',
    familyName: 'Delgado',
    sex: 'male',
    age: 17,
    daysSinceBirthday: 344,
  } as const;
  return new Chart(identity, now).person([], null, care);
};
