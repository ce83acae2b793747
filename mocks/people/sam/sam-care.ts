import type { Care } from '../care.js';
import { icd10 } from '../laboratory/codings.js';
import { drugs } from '../drugs.js';
import { staff } from '../staff.js';
import { vaccines } from '../vaccines.js';

/** What Sam's record has besides results. */
export const samCare: Care = {
  careTeam: [{ name: staff.primaryCare, role: 'Primary care', phone: null }],
  medications: [
    {
      drug: drugs.vitaminD,
      directions: 'Take 1 capsule a day with a meal.',
      prescribedDaysAgo: 146,
      prescriber: null,
      from: 'documented',
    },
  ],
  conditions: [
    {
      name: 'Vitamin D deficiency',
      code: icd10('E55.9', 'Vitamin D deficiency, unspecified'),
      sinceDaysAgo: 146,
    },
  ],
  immunizations: [{ vaccine: vaccines.tetanus, daysAgo: 1_950 }],
  vitals: [{ daysAgo: 148, bloodPressure: [118, 74], pulse: 62, weight: 168, height: 71 }],
  appointments: [{ title: 'Annual physical', inDays: -148, atHour: 12, minutes: 40 }],
  threads: [
    {
      title: 'Which vitamin D?',
      topic: 'medication',
      with: staff.primaryCare,
      messages: [
        ['patient', 145, 'Is the vitamin D of the supermarket good enough?'],
        ['care-team', 144, 'Yes. 2,000 units a day, with a meal.'],
      ],
    },
  ],
  consentForms: [{ key: 'mina', relationship: 'spouse', daysAgo: 1 }],
};
