import type { Person } from '../../db/records/index.js';
import { analytes } from '../laboratory/analytes.js';
import { Chart, type ReportSpec } from '../chart.js';
import { contacts, securityQuestions } from '../contacts.js';
import { bloodCount, lipids, single } from '../laboratory/panels.js';
import { samCare } from './sam-care.js';
import { reportTypes } from '../laboratory/report-types.js';

const reports: readonly ReportSpec[] = [
  {
    type: reportTypes.bloodCount,
    daysAgo: 148,
    content: bloodCount({
      leukocytes: 6.7,
      erythrocytes: 4.97,
      hemoglobin: 14.8,
      mcv: 89.3,
      rdw: 12.8,
      platelets: 246,
    }),
  },
  {
    type: reportTypes.lipids,
    daysAgo: 148,
    content: lipids({ cholesterol: 164, hdl: 51, triglycerides: 94 }),
    note: 'All normal. Check again in five years.',
  },
  { type: reportTypes.vitaminD, daysAgo: 148, content: single(analytes.vitaminD, 27) },
];

/** Locked out by wrong passwords. */
export const sam = (now: number): Person => {
  const identity = {
    key: 'sam',
    givenName: 'Sam',
    familyName: 'Reyes',
    sex: 'male',
    age: 34,
    daysSinceBirthday: 189,
    contact: contacts.sam,
  } as const;
  return new Chart(identity, now).person(
    reports,
    { username: 'sam.reyes', securityQuestion: securityQuestions.sam, locked: true },
    samCare,
  );
};
