import type { Care } from '../care.js';
import { places } from '../care-appointments.js';
import { icd10, rxNorm } from '../laboratory/codings.js';
import { valveReplacedDaysAgo } from './june-course.js';
import { juneMedications } from './june-medications.js';
import { staff } from '../staff.js';
import { vaccines } from '../vaccines.js';

const conditions: Care['conditions'] = [
  {
    name: 'Type 2 diabetes that affects the kidneys',
    code: icd10('E11.22', 'Type 2 diabetes mellitus with diabetic chronic kidney disease'),
    sinceDaysAgo: 5_450,
  },
  {
    name: 'Weak kidneys (stage 3b)',
    code: icd10('N18.32', 'Chronic kidney disease, stage 3b'),
    sinceDaysAgo: 1_460,
  },
  {
    name: 'High blood pressure with weak kidneys',
    code: icd10(
      'I12.9',
      'Hypertensive chronic kidney disease with stage 1 through stage 4 chronic kidney disease, or unspecified chronic kidney disease',
    ),
    sinceDaysAgo: 5_400,
  },
  {
    name: 'Irregular heartbeat (atrial fibrillation)',
    code: icd10('I48.21', 'Permanent atrial fibrillation'),
    sinceDaysAgo: 5_460,
  },
  {
    name: 'Mechanical heart valve',
    code: icd10('Z95.2', 'Presence of prosthetic heart valve'),
    sinceDaysAgo: valveReplacedDaysAgo,
  },
  {
    name: 'High cholesterol',
    code: icd10('E78.00', 'Pure hypercholesterolemia, unspecified'),
    sinceDaysAgo: 5_400,
  },
  {
    name: 'Anemia from weak kidneys',
    code: icd10('D63.1', 'Anemia in chronic kidney disease'),
    sinceDaysAgo: 1_200,
  },
  {
    name: 'Narrow heart valve (mitral)',
    code: icd10('I05.2', 'Rheumatic mitral stenosis with insufficiency'),
    sinceDaysAgo: 4_400,
    resolvedDaysAgo: valveReplacedDaysAgo,
  },
  {
    name: 'Bladder infection',
    code: icd10('N30.00', 'Acute cystitis without hematuria'),
    sinceDaysAgo: 410,
    resolvedDaysAgo: 400,
  },
];

/** What was measured at a visit every month, of which every third is kept here. */
const vitals: Care['vitals'] = Array.from({ length: 60 }, (_, index) => ({
  daysAgo: 6 + index * 90,
  bloodPressure: [128 + ((index * 7) % 13), 70 + ((index * 5) % 9)],
  pulse: 68 + ((index * 3) % 11),
  weight: 158 + Math.round(index * 0.35) + ((index * 5) % 4),
  height: 63,
}));

/** What June's record has besides results and messages. */
export const juneCare: Care = {
  careTeam: [
    { name: staff.primaryCare, role: 'Primary care', phone: null },
    { name: staff.anticoagulation, role: 'Blood thinning', phone: '1-555-555-0133' },
    { name: staff.cardiology, role: 'Cardiology', phone: '1-555-555-0129' },
    { name: staff.nephrology, role: 'Kidneys', phone: '1-555-555-0134' },
    { name: staff.endocrinology, role: 'Diabetes', phone: '1-555-555-0135' },
  ],
  medications: juneMedications,
  conditions,
  allergies: [
    {
      substance: 'Penicillin',
      code: rxNorm('7984', 'penicillin V'),
      reactions: ['Hives', 'Shortness of breath'],
      severity: 'severe',
      notedDaysAgo: 5_470,
    },
  ],
  immunizations: [
    ...Array.from({ length: 9 }, (_, octobersAgo) => ({
      vaccine: vaccines.fluHighDose,
      octobersAgo,
    })),
    { vaccine: vaccines.pneumococcal20, daysAgo: 700 },
    { vaccine: vaccines.pneumococcal23, daysAgo: 3_200 },
    ...[2_300, 2_210].map((daysAgo) => ({ vaccine: vaccines.shingles, daysAgo })),
    { vaccine: vaccines.covid, daysAgo: 390 },
    { vaccine: vaccines.tetanus, daysAgo: 3_100 },
  ],
  vitals,
  appointments: [
    {
      title: 'Blood thinning check',
      inDays: 4,
      atHour: 13,
      minutes: 15,
      practitioner: staff.anticoagulation,
    },
    {
      title: 'Heart ultrasound',
      inDays: 235,
      atHour: 15,
      practitioner: staff.cardiology,
      place: places.hospital,
    },
    ...Array.from({ length: 60 }, (_, index) => ({
      title: 'Office visit',
      inDays: -6 - index * 90,
      atHour: 12,
    })),
  ],
  demographics: { categories: [], details: null, declined: true, daysAgo: 800 },
};
