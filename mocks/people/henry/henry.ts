import type { Person } from '../../db/records/index.js';
import { analytes } from '../laboratory/analytes.js';
import { Chart, type ReportSpec } from '../chart.js';
import { contacts, securityQuestions } from '../contacts.js';
import { henryCare } from './henry-care.js';
import { imaging, presence } from '../laboratory/narratives.js';
import {
  basicMetabolic,
  bloodCount,
  comprehensiveMetabolic,
  hemoglobinA1c,
  lipids,
  single,
  urinalysis,
  urineAlbumin,
} from '../laboratory/panels.js';
import { reportTypes } from '../laboratory/report-types.js';
import { staff } from '../staff.js';

const reports: readonly ReportSpec[] = [
  {
    type: reportTypes.basicMetabolic,
    daysAgo: 16,
    content: basicMetabolic({
      glucose: 109,
      ureaNitrogen: 18,
      creatinine: 1.12,
      sodium: 140,
      potassium: 4.7,
      chloride: 103,
      bicarbonate: 26,
      calcium: 9.5,
    }),
    note: 'Your kidneys and potassium are fine with the higher dose of lisinopril. Please go on with it.',
  },
  { type: reportTypes.hemoglobinA1c, daysAgo: 16, content: hemoglobinA1c(6.1) },
  {
    type: reportTypes.urate,
    daysAgo: 2,
    progress: 'unreviewed',
    content: single(analytes.urate, 8.9),
  },
  {
    type: reportTypes.prostateAntigen,
    daysAgo: 58,
    orderedBy: staff.urology,
    content: single(analytes.prostateAntigen, 1.34),
  },
  {
    type: reportTypes.basicMetabolic,
    daysAgo: 44,
    content: basicMetabolic({
      glucose: 112,
      ureaNitrogen: 17,
      creatinine: 1.08,
      sodium: 141,
      potassium: 4.5,
      chloride: 104,
      bicarbonate: 25,
      calcium: 9.4,
    }),
  },
  {
    type: reportTypes.comprehensiveMetabolic,
    daysAgo: 58,
    content: comprehensiveMetabolic({
      glucose: 114,
      ureaNitrogen: 16,
      creatinine: 1.06,
      sodium: 141,
      potassium: 4.3,
      chloride: 103,
      bicarbonate: 27,
      calcium: 9.5,
      protein: 7.3,
      albumin: 4.4,
      bilirubin: 0.7,
      alkalinePhosphatase: 68,
      ast: 31,
      alt: 52,
    }),
    note: 'One liver value is a little high. This often comes with extra weight. We look again in six months.',
  },
  {
    type: reportTypes.lipids,
    daysAgo: 58,
    content: lipids({ cholesterol: 231, hdl: 38, triglycerides: 216 }),
    note: 'Together with your blood pressure these numbers raise your risk of a heart attack. I would like you to start atorvastatin. Let us talk this week.',
  },
  {
    type: reportTypes.bloodCount,
    daysAgo: 58,
    content: bloodCount({
      leukocytes: 5.9,
      erythrocytes: 5.12,
      hemoglobin: 15.1,
      mcv: 88.7,
      rdw: 13.1,
      platelets: 231,
    }),
  },
  {
    type: reportTypes.urineAlbumin,
    daysAgo: 58,
    content: urineAlbumin(21, 118),
  },
  {
    type: reportTypes.urinalysis,
    daysAgo: 58,
    content: urinalysis({ specificGravity: 1.019, ph: 5.5 }),
  },
  {
    type: reportTypes.occultBlood,
    daysAgo: 180,
    content: presence(reportTypes.occultBlood, 'Negative', 'Negative'),
    note: 'No hidden blood. Please do this test again in a year.',
  },
  { type: reportTypes.hemoglobinA1c, daysAgo: 240, content: hemoglobinA1c(6.3) },
  {
    type: reportTypes.echocardiogram,
    daysAgo: 236,
    orderedBy: staff.cardiology,
    content: imaging(
      'Left ventricle of normal size with mildly thick walls (1.2 cm). Ejection fraction 60 to 65%. Valves normal.',
      'Mild thickening of the heart muscle, as seen with high blood pressure. Good pump function.',
    ),
  },
  { type: reportTypes.hemoglobinA1c, daysAgo: 611, content: hemoglobinA1c(5.9) },
  {
    type: reportTypes.lipids,
    daysAgo: 611,
    content: lipids({ cholesterol: 219, hdl: 41, triglycerides: 188 }),
  },
];

/** High blood pressure and prediabetes; father of Ada, carer of Grace. */
export const henry = (now: number): Person => {
  const identity = {
    key: 'henry',
    givenName: 'Henry',
    familyName: 'Okafor',
    sex: 'male',
    age: 51,
    daysSinceBirthday: 312,
    contact: contacts.henry,
  } as const;
  return new Chart(identity, now).person(
    reports,
    { username: 'henry.okafor', securityQuestion: securityQuestions.henry },
    henryCare,
  );
};
