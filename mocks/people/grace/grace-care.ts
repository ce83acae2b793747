import type { Care } from '../care.js';
import { places } from '../care-appointments.js';
import { icd10, rxNorm } from '../laboratory/codings.js';
import { drugs } from '../drugs.js';
import { staff } from '../staff.js';
import { vaccines } from '../vaccines.js';

/** What Grace's record has besides results; her son writes. */
export const graceCare: Care = {
  careTeam: [
    { name: staff.geriatrics, role: 'Geriatrics', phone: '1-555-555-0132' },
    { name: staff.cardiology, role: 'Cardiology', phone: '1-555-555-0129' },
  ],
  medications: [
    {
      drug: drugs.furosemide20,
      directions: 'Take 1 tablet every morning.',
      prescribedDaysAgo: 11,
      prescriber: staff.geriatrics,
      refills: 2,
    },
    {
      drug: drugs.metoprolol50,
      directions: 'Take 1 tablet every morning.',
      prescribedDaysAgo: 380,
      prescriber: staff.cardiology,
      supplyDays: 90,
    },
    {
      drug: drugs.lisinopril5,
      directions: 'Take 1 tablet every evening.',
      prescribedDaysAgo: 380,
      prescriber: staff.cardiology,
      supplyDays: 90,
      refills: 1,
    },
    {
      drug: drugs.alendronate70,
      directions: 'Take 1 tablet a week. On hold until her tooth is out.',
      prescribedDaysAgo: 500,
      prescriber: staff.geriatrics,
      status: 'on-hold',
      supplyDays: 84,
    },
    {
      drug: drugs.acetaminophen500,
      directions: 'Take 1 or 2 tablets for knee pain, 6 a day at most.',
      prescribedDaysAgo: 900,
      prescriber: null,
      from: 'documented',
    },
    {
      drug: drugs.furosemide40,
      directions: 'Take 1 tablet every morning.',
      prescribedDaysAgo: 380,
      prescriber: staff.cardiology,
      status: 'stopped',
      endedDaysAgo: 11,
    },
    {
      drug: drugs.amoxicillin500,
      directions: 'Take 1 capsule 3 times a day for 5 days.',
      prescribedDaysAgo: 161,
      prescriber: staff.geriatrics,
      status: 'completed',
      endedDaysAgo: 156,
      supplyDays: 5,
    },
  ],
  conditions: [
    {
      name: 'Weak heart (heart failure)',
      code: icd10('I50.22', 'Chronic systolic (congestive) heart failure'),
      sinceDaysAgo: 382,
    },
    {
      name: 'Kidneys a little weak (stage 3a)',
      code: icd10('N18.31', 'Chronic kidney disease, stage 3a'),
      sinceDaysAgo: 800,
    },
    {
      name: 'Worn knees',
      code: icd10('M17.0', 'Bilateral primary osteoarthritis of knee'),
      sinceDaysAgo: 3_300,
    },
    {
      name: 'Thin bones (osteoporosis)',
      code: icd10('M81.0', 'Age-related osteoporosis without current pathological fracture'),
      sinceDaysAgo: 520,
    },
    {
      name: 'Urinary tract infection',
      code: icd10('N39.0', 'Urinary tract infection, site not specified'),
      sinceDaysAgo: 163,
      resolvedDaysAgo: 155,
    },
  ],
  allergies: [
    {
      substance: 'Codeine',
      code: rxNorm('2670', 'codeine'),
      reactions: ['Confusion'],
      severity: 'moderate',
      notedDaysAgo: 2_600,
    },
  ],
  immunizations: [
    ...[0, 1, 2, 3].map((octobersAgo) => ({ vaccine: vaccines.fluHighDose, octobersAgo })),
    { vaccine: vaccines.pneumococcal20, daysAgo: 760 },
    ...[1_900, 1_810].map((daysAgo) => ({ vaccine: vaccines.shingles, daysAgo })),
    { vaccine: vaccines.covid, daysAgo: 400 },
    { vaccine: vaccines.tetanus, daysAgo: 2_100 },
  ],
  vitals: [
    { daysAgo: 12, bloodPressure: [104, 62], pulse: 68, weight: 128, height: 61 },
    { daysAgo: 71, bloodPressure: [118, 70], pulse: 66, weight: 134, height: 61 },
    { daysAgo: 163, bloodPressure: [112, 66], pulse: 82, weight: 133, temperature: 100.6 },
    { daysAgo: 382, bloodPressure: [152, 88], pulse: 104, weight: 146, height: 61 },
  ],
  appointments: [
    {
      title: 'Home nurse: blood test and weight',
      inDays: 5,
      atHour: 14,
      practitioner: staff.geriatrics,
      place: { name: 'At home', address: null, phone: '1-555-555-0132' },
    },
    {
      title: 'Phone call: water tablets',
      inDays: 9,
      atHour: 16,
      minutes: 10,
      practitioner: staff.geriatrics,
      mode: 'phone',
    },
    { title: 'Office visit', inDays: -12, atHour: 12, practitioner: staff.geriatrics },
    {
      title: 'Heart ultrasound',
      inDays: -71,
      atHour: 12,
      practitioner: staff.cardiology,
      place: places.hospital,
    },
  ],
  threads: [
    {
      title: 'Water tablets',
      topic: 'medication',
      with: staff.geriatrics,
      writer: 'Henry Okafor',
      messages: [
        [
          'care-team',
          11,
          'Please give half the water tablet from tomorrow. We repeat the blood test next week.',
        ],
        ['patient', 10.5, 'Will do. She weighed 128 pounds this morning.'],
        [
          'patient',
          1.3,
          'She is at 131 pounds today, and her ankles are swollen. What should we do?',
        ],
      ],
    },
  ],
};
