import type { Person } from '../db/records.js';
import { analytes } from './analytes.js';
import { Chart, type ReportDraft } from './chart.js';
import { bloodCount, comprehensiveMetabolic, hemoglobinA1c, lipids, single } from './panels.js';
import { reportTypes } from './report-types.js';

const reports: readonly ReportDraft[] = [
  {
    type: reportTypes.comprehensiveMetabolic,
    daysAgo: 9,
    content: comprehensiveMetabolic({
      glucose: 104,
      ureaNitrogen: 13,
      creatinine: 0.74,
      sodium: 139,
      potassium: 4.2,
      chloride: 103,
      bicarbonate: 25,
      calcium: 9.3,
      protein: 7.1,
      albumin: 4.3,
      bilirubin: 0.5,
      alkalinePhosphatase: 71,
      ast: 22,
      alt: 24,
    }),
    note: 'Your kidneys, liver and salts are all fine. Your sugar is just above normal, as last year.',
  },
  {
    type: reportTypes.bloodCount,
    daysAgo: 9,
    content: bloodCount({
      leukocytes: 6.4,
      erythrocytes: 4.51,
      hemoglobin: 12.9,
      mcv: 86.4,
      rdw: 13.6,
      platelets: 268,
    }),
  },
  { type: reportTypes.hemoglobinA1c, daysAgo: 9, content: hemoglobinA1c(5.8) },
  {
    type: reportTypes.lipids,
    daysAgo: 9,
    content: lipids({ cholesterol: 214, hdl: 52, triglycerides: 138 }),
  },
  { type: reportTypes.tsh, daysAgo: 1, content: single(analytes.tsh, 3.1), progress: 'unreviewed' },
];

/** Results of every kind. */
export function rosa(now: number): Person {
  const identity = {
    key: 'rosa',
    givenName: 'Rosa',
    familyName: 'Delgado',
    sex: 'female',
    age: 46,
    daysSinceBirthday: 77,
  } as const;
  return new Chart(identity, now).person(reports, { username: 'rosa.delgado' });
}
