import type { Care } from '../care.js';
import { icd10, snomed } from '../laboratory/codings.js';
import { drugs, pharmacies } from '../drugs.js';
import { staff } from '../staff.js';
import { childhoodVaccines, vaccines } from '../vaccines.js';

/** What Ada's record has besides results; her father writes. */
export const adaCare: Care = {
  careTeam: [{ name: staff.pediatrics, role: 'Pediatrics', phone: '1-555-555-0128' }],
  medications: [
    {
      drug: drugs.epinephrine,
      directions: 'Into the outer thigh at the first sign of a severe reaction. Then call 911.',
      prescribedDaysAgo: 190,
      prescriber: staff.pediatrics,
      supplyDays: 365,
      refills: 1,
    },
    {
      drug: drugs.amoxicillinLiquid,
      directions: 'Give 7.5 mL twice a day for 10 days.',
      prescribedDaysAgo: 202,
      prescriber: staff.pediatrics,
      status: 'completed',
      endedDaysAgo: 192,
      supplyDays: 10,
      pharmacy: pharmacies.mill,
    },
  ],
  conditions: [
    {
      name: 'Peanut allergy',
      code: icd10('Z91.010', 'Allergy to peanuts'),
      sinceDaysAgo: 1_900,
    },
    {
      name: 'Belly aches',
      code: icd10('R10.9', 'Unspecified abdominal pain'),
      sinceDaysAgo: 60,
    },
    {
      name: 'Strep throat',
      code: icd10('J02.0', 'Streptococcal pharyngitis'),
      sinceDaysAgo: 204,
      resolvedDaysAgo: 192,
    },
    {
      name: 'Broken right wrist',
      code: icd10('S52.521A', 'Torus fracture of lower end of right radius, initial encounter'),
      sinceDaysAgo: 533,
      resolvedDaysAgo: 510,
    },
  ],
  allergies: [
    {
      substance: 'Peanuts',
      code: snomed('91935009', 'Allergy to peanut'),
      reactions: ['Hives', 'Swollen lips'],
      severity: 'severe',
      notedDaysAgo: 1_900,
    },
  ],
  immunizations: [
    ...childhoodVaccines,
    ...[0, 1, 2].map((octobersAgo) => ({ vaccine: vaccines.flu, octobersAgo })),
  ],
  vitals: [
    { daysAgo: 37, bloodPressure: [98, 60], pulse: 88, weight: 66, height: 53 },
    { daysAgo: 204, pulse: 112, weight: 64, temperature: 101.8 },
    { daysAgo: 403, bloodPressure: [96, 58], pulse: 90, weight: 58, height: 51 },
  ],
  appointments: [
    { title: 'Well-child visit', inDays: -37, atHour: 12, practitioner: staff.pediatrics },
    {
      title: 'Same-day visit: sore throat',
      inDays: -204,
      atHour: 12,
      minutes: 15,
      practitioner: staff.pediatrics,
    },
    {
      title: 'Flu shot',
      inDays: 17,
      atHour: 20,
      minutes: 10,
      practitioner: staff.pediatrics,
    },
  ],
  threads: [
    {
      title: 'Belly aches before school',
      topic: 'question',
      with: staff.pediatrics,
      writer: 'Henry Okafor',
      messages: [
        ['patient', 33, 'The belly aches only come on school days. Could it be nerves?'],
        ['care-team', 32, 'That is very possible. Please write down when they come for two weeks.'],
        ['care-team', 4, 'How did the two weeks go?'],
      ],
      unread: 1,
    },
  ],
};
