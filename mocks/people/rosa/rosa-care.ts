import type { Care } from '../care.js';
import { icd10, rxNorm, snomed } from '../laboratory/codings.js';
import { places } from '../care-appointments.js';
import { rosaMedications } from './rosa-medications.js';
import { rosaThreads } from './rosa-threads.js';
import { staff } from '../staff.js';
import { vaccines } from '../vaccines.js';

const summary: Care = {
  conditions: [
    {
      name: 'Underactive thyroid (hypothyroidism)',
      code: icd10('E03.9', 'Hypothyroidism, unspecified'),
      sinceDaysAgo: 1_480,
    },
    { name: 'Prediabetes', code: icd10('R73.03', 'Prediabetes'), sinceDaysAgo: 373 },
    {
      name: 'Fibroids of the uterus',
      code: icd10('D25.1', 'Intramural leiomyoma of uterus'),
      sinceDaysAgo: 425,
    },
    {
      name: 'Vitamin D deficiency',
      code: icd10('E55.9', 'Vitamin D deficiency, unspecified'),
      sinceDaysAgo: 373,
    },
    {
      name: 'Hay fever',
      code: icd10('J30.2', 'Other seasonal allergic rhinitis'),
      sinceDaysAgo: 3_020,
    },
    {
      name: 'Anemia from loss of blood',
      code: icd10('D50.0', 'Iron deficiency anemia secondary to blood loss (chronic)'),
      sinceDaysAgo: 432,
      resolvedDaysAgo: 285,
    },
    {
      name: 'Bladder infection',
      code: icd10('N30.01', 'Acute cystitis with hematuria'),
      sinceDaysAgo: 152,
      resolvedDaysAgo: 146,
    },
    { name: 'COVID-19', code: icd10('U07.1', 'COVID-19'), sinceDaysAgo: 611, resolvedDaysAgo: 599 },
    {
      name: 'Hepatitis A',
      code: icd10('B15.9', 'Hepatitis A without hepatic coma'),
      sinceDaysAgo: 768,
      resolvedDaysAgo: 684,
    },
  ],
  allergies: [
    {
      substance: 'Sulfa antibiotics (sulfamethoxazole)',
      code: rxNorm('10180', 'sulfamethoxazole'),
      reactions: ['Hives'],
      severity: 'moderate',
      notedDaysAgo: 4_300,
    },
    {
      substance: 'Latex',
      code: snomed('111088007', 'Latex (substance)'),
      reactions: ['Itching'],
      severity: 'mild',
      notedDaysAgo: 2_190,
    },
  ],
  immunizations: [
    ...[0, 1, 2].map((octobersAgo) => ({ vaccine: vaccines.flu, octobersAgo })),
    { vaccine: vaccines.covid, daysAgo: 398 },
    { vaccine: vaccines.tetanus, daysAgo: 2_190 },
    ...[15, 54].map((atMonths) => ({ vaccine: vaccines.measles, atMonths })),
  ],
  vitals: [
    { daysAgo: 9, bloodPressure: [124, 78], pulse: 72, weight: 171, height: 64 },
    { daysAgo: 93, bloodPressure: [127, 80], pulse: 66, weight: 174, height: 64 },
    { daysAgo: 152, bloodPressure: [122, 76], pulse: 88, temperature: 100.2 },
    { daysAgo: 373, bloodPressure: [129, 82], pulse: 74, weight: 181, height: 64 },
    { daysAgo: 432, bloodPressure: [98, 58], pulse: 118, temperature: 98.4 },
    { daysAgo: 768, bloodPressure: [118, 74], pulse: 84, weight: 176, temperature: 99.9 },
  ],
};

const appointments: Care['appointments'] = [
  {
    title: 'Video visit: thyroid',
    inDays: 6,
    atHour: 15,
    minutes: 20,
    mode: 'video',
    instructions:
      'Have your medicine bottles at hand. The link is in the portal 15 minutes before.',
  },
  {
    title: 'Yearly visit, gynecology',
    inDays: 41,
    atHour: 17,
    practitioner: staff.gynecology,
    place: places.hospital,
    instructions: 'Please come 15 minutes early. Parking is free in garage B.',
  },
  { title: 'Annual physical', inDays: -9, atHour: 12, minutes: 40 },
  {
    title: 'Removal of a mole',
    inDays: -68,
    atHour: 14,
    minutes: 45,
    practitioner: staff.dermatology,
    place: places.hospital,
  },
  { title: 'Office visit', inDays: -93, atHour: 12 },
  { title: 'Follow-up of iron', inDays: -130, atHour: 16, status: 'cancelled' },
  {
    title: 'Same-day visit',
    inDays: -152,
    atHour: 12,
    minutes: 15,
    practitioner: staff.nursePractitioner,
  },
  { title: 'Annual physical', inDays: -375, atHour: 12, minutes: 40 },
];

/** What Rosa's record has besides results. */
export const rosaCare: Care = {
  ...summary,
  careTeam: [
    { name: staff.primaryCare, role: 'Primary care', phone: null },
    { name: staff.nursePractitioner, role: 'Primary care', phone: null },
    { name: staff.gynecology, role: 'Gynecology', phone: '1-555-555-0126' },
    { name: staff.dermatology, role: 'Dermatology', phone: '1-555-555-0127' },
  ],
  medications: rosaMedications,
  appointments,
  appointmentRequests: [
    {
      daysAgo: 1,
      reason: 'My shoulder hurts when I lift my arm.',
      practitioner: staff.nursePractitioner,
      mode: 'in-person',
      days: [1, 3, 5],
      times: ['morning'],
      note: 'Mornings before 10 are best.',
    },
    {
      daysAgo: 80,
      reason: 'A flu shot.',
      practitioner: null,
      mode: 'in-person',
      days: [],
      times: [],
      declined: 'No appointment needed: come to the walk-in clinic on any weekday.',
    },
  ],
  threads: rosaThreads,
  demographics: {
    categories: ['hispanic-latino'],
    details: 'Puerto Rican',
    declined: false,
    daysAgo: 375,
  },
  proxyFor: [
    { key: 'leo', relationship: 'parent', access: 'full', sinceDaysAgo: 1_900 },
    { key: 'june', relationship: 'other-family', access: 'view', sinceDaysAgo: 240 },
  ],
};
