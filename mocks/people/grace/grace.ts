import type { Person } from '../../db/records/index.js';
import { analytes } from '../laboratory/analytes.js';
import { Chart, type ReportSpec } from '../chart.js';
import { graceCare } from './grace-care.js';
import { growth, imaging } from '../laboratory/narratives.js';
import { basicMetabolic, bloodCount, single } from '../laboratory/panels.js';
import { reportTypes } from '../laboratory/report-types.js';
import { staff } from '../staff.js';

const reports: readonly ReportSpec[] = [
  {
    type: reportTypes.basicMetabolic,
    daysAgo: 12,
    orderedBy: staff.geriatrics,
    content: basicMetabolic({
      glucose: 96,
      ureaNitrogen: 31,
      creatinine: 1.18,
      sodium: 133,
      potassium: 3.4,
      chloride: 95,
      bicarbonate: 29,
      calcium: 9.1,
    }),
    note: 'The water tablet has taken too much salt with it. Please give half the dose from tomorrow, and one banana or a glass of orange juice a day. We repeat this next week.',
  },
  {
    type: reportTypes.ntProBnp,
    daysAgo: 12,
    orderedBy: staff.cardiology,
    content: single(analytes.ntProBnp, 1_240),
  },
  {
    type: reportTypes.basicMetabolic,
    daysAgo: 2,
    progress: 'unreviewed',
    orderedBy: staff.geriatrics,
    content: basicMetabolic({
      glucose: 101,
      ureaNitrogen: 26,
      creatinine: 1.09,
      sodium: 137,
      potassium: 3.9,
      chloride: 99,
      bicarbonate: 28,
      calcium: 9.2,
    }),
  },
  {
    type: reportTypes.echocardiogram,
    daysAgo: 71,
    orderedBy: staff.cardiology,
    content: imaging(
      'Left ventricle of normal size, ejection fraction 40 to 45%. Left atrium mildly enlarged. Mild leak of the mitral valve.',
      'Mildly weak heart pump. Slightly better than last year.',
    ),
  },
  {
    type: reportTypes.tsh,
    daysAgo: 71,
    orderedBy: staff.geriatrics,
    content: single(analytes.tsh, 3.42),
  },
  {
    type: reportTypes.bloodCount,
    daysAgo: 71,
    orderedBy: staff.geriatrics,
    content: bloodCount({
      leukocytes: 5.4,
      erythrocytes: 3.86,
      hemoglobin: 11.9,
      mcv: 92.4,
      rdw: 14.1,
      platelets: 194,
    }),
  },
  {
    type: reportTypes.urineCulture,
    daysAgo: 163,
    orderedBy: staff.geriatrics,
    content: growth(reportTypes.urineCulture, 'Escherichia coli, more than 100,000 CFU/mL', {
      ampicillin: 'Susceptible',
      ciprofloxacin: 'Resistant',
      nitrofurantoin: 'Susceptible',
      trimethoprimSulfamethoxazole: 'Susceptible',
    }),
  },
  {
    type: reportTypes.chestXray,
    daysAgo: 382,
    orderedBy: staff.emergency,
    content: imaging(
      'Heart enlarged. Widened vessels and a little fluid at both bases. No pneumonia.',
      'Fluid in the lungs from a weak heart.',
    ),
  },
];

/** Eighty-one, cared for by her son Henry, without an account. */
export const grace = (now: number): Person => {
  const identity = {
    key: 'grace',
    givenName: 'Grace',
    familyName: 'Okafor',
    sex: 'female',
    age: 81,
    daysSinceBirthday: 23,
  } as const;
  return new Chart(identity, now).person(reports, null, graceCare);
};
