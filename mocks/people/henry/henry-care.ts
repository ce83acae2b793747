import type { Care } from '../care.js';
import { places } from '../care-appointments.js';
import { icd10 } from '../laboratory/codings.js';
import { drugs } from '../drugs.js';
import { staff } from '../staff.js';
import { vaccines } from '../vaccines.js';

const medications: Care['medications'] = [
  {
    drug: drugs.lisinopril20,
    directions: 'Take 1 tablet every morning.',
    prescribedDaysAgo: 43,
    refills: 3,
  },
  {
    drug: drugs.atorvastatin20,
    directions: 'Take 1 tablet every evening.',
    prescribedDaysAgo: 54,
    supplyDays: 90,
  },
  {
    drug: drugs.colchicine,
    directions: 'Take 1 tablet twice a day until the pain is gone, 10 days at most.',
    prescribedDaysAgo: 2,
    prescriber: staff.nursePractitioner,
    supplyDays: 10,
  },
  {
    drug: drugs.omeprazole,
    directions: 'Take 1 capsule before breakfast when you have heartburn.',
    prescribedDaysAgo: 400,
    prescriber: 'Walter Finch, MD',
    from: 'documented',
    refills: 1,
  },
  {
    drug: drugs.fishOil,
    directions: 'Take 1 capsule a day.',
    prescribedDaysAgo: 200,
    prescriber: null,
    from: 'unknown',
  },
  {
    drug: drugs.lisinopril10,
    directions: 'Take 1 tablet every morning.',
    prescribedDaysAgo: 1_400,
    status: 'stopped',
    endedDaysAgo: 43,
  },
  {
    drug: drugs.ibuprofen600,
    directions: 'Take 1 tablet up to 3 times a day for pain.',
    prescribedDaysAgo: 300,
    status: 'stopped',
    endedDaysAgo: 46,
    renewals: [
      {
        daysAgo: 48,
        supplyDays: 30,
        refills: 0,
        decided: {
          daysAgo: 46,
          as: 'denied',
          note: 'Ibuprofen raises your blood pressure and does not go with lisinopril. Please take acetaminophen for pain.',
        },
      },
    ],
  },
];

/** What Henry's record has besides results. No allergies are known. */
export const henryCare: Care = {
  careTeam: [
    { name: staff.primaryCare, role: 'Primary care', phone: null },
    { name: staff.nursePractitioner, role: 'Primary care', phone: null },
    { name: staff.cardiology, role: 'Cardiology', phone: '1-555-555-0129' },
    { name: staff.urology, role: 'Urology', phone: '1-555-555-0130' },
  ],
  medications,
  conditions: [
    {
      name: 'High blood pressure',
      code: icd10('I10', 'Essential (primary) hypertension'),
      sinceDaysAgo: 1_400,
    },
    { name: 'Prediabetes', code: icd10('R73.03', 'Prediabetes'), sinceDaysAgo: 609 },
    {
      name: 'High cholesterol and triglycerides',
      code: icd10('E78.2', 'Mixed hyperlipidemia'),
      sinceDaysAgo: 609,
    },
    { name: 'Gout', code: icd10('M10.9', 'Gout, unspecified'), sinceDaysAgo: 302 },
  ],
  immunizations: [
    ...[0, 2].map((octobersAgo) => ({ vaccine: vaccines.flu, octobersAgo })),
    ...[240, 58].map((daysAgo) => ({ vaccine: vaccines.shingles, daysAgo })),
    { vaccine: vaccines.covid, daysAgo: 410 },
    { vaccine: vaccines.tetanus, daysAgo: 1_400 },
  ],
  vitals: [
    { daysAgo: 16, bloodPressure: [132, 84], pulse: 70, weight: 226, height: 70 },
    { daysAgo: 44, bloodPressure: [144, 92], pulse: 72, weight: 229, height: 70 },
    { daysAgo: 58, bloodPressure: [148, 94], pulse: 76, weight: 231, height: 70 },
    { daysAgo: 240, bloodPressure: [141, 90], pulse: 74, weight: 233, height: 70 },
    { daysAgo: 611, bloodPressure: [138, 88], pulse: 78, weight: 235, height: 70 },
  ],
  appointments: [
    {
      title: 'Video visit: gout',
      inDays: 3,
      atHour: 18,
      minutes: 20,
      practitioner: staff.nursePractitioner,
      mode: 'video',
    },
    {
      title: 'Heart check-up',
      inDays: 38,
      atHour: 14,
      practitioner: staff.cardiology,
      place: places.hospital,
      instructions: 'Wear a shirt that opens in front. Bring a list of your blood pressures.',
    },
    { title: 'Blood pressure check', inDays: -16, atHour: 12, minutes: 15 },
    { title: 'Blood pressure check', inDays: -44, atHour: 12, minutes: 15 },
    { title: 'Annual physical', inDays: -58, atHour: 12, minutes: 40 },
    { title: 'Nutrition class', inDays: -120, atHour: 20, minutes: 60, status: 'no-show' },
    {
      title: 'Heart ultrasound',
      inDays: -236,
      atHour: 12,
      practitioner: staff.cardiology,
      place: places.hospital,
    },
  ],
  threads: [
    {
      title: 'My big toe',
      topic: 'question',
      with: staff.nursePractitioner,
      messages: [
        [
          'patient',
          2.4,
          'My toe is red and hurts so much that I cannot wear a shoe. Is it gout again?',
        ],
        [
          'care-team',
          2,
          'It sounds like it. I sent colchicine to your pharmacy. Please have a blood test today.',
        ],
        ['patient', 0.9, 'Better already. May I drink beer on Saturday?'],
      ],
    },
    {
      title: 'Starting atorvastatin',
      topic: 'medication',
      with: staff.primaryCare,
      messages: [
        [
          'care-team',
          56,
          'As we said on the phone, I sent atorvastatin to your pharmacy. Tell me if your muscles hurt.',
        ],
        ['patient', 55, 'I will, thank you.'],
      ],
      closed: true,
    },
    {
      title: 'Time of your heart check-up',
      topic: 'appointment',
      with: staff.cardiology,
      messages: [
        [
          'care-team',
          1.1,
          'Your visit had to move by half an hour. Please look at your appointments.',
        ],
      ],
      unread: 1,
    },
  ],
  demographics: {
    categories: ['black-african-american'],
    details: 'Nigerian American',
    declined: false,
    daysAgo: 58,
  },
  proxyFor: [
    { key: 'ada', relationship: 'parent', access: 'full', sinceDaysAgo: 2_900 },
    { key: 'grace', relationship: 'caregiver', access: 'full', sinceDaysAgo: 700 },
  ],
};
