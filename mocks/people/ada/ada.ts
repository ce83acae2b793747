import type { Person } from '../../db/records/index.js';
import { adaCare } from './ada-care.js';
import { analytes } from '../laboratory/analytes.js';
import { Chart, type ReportSpec } from '../chart.js';
import { growth, imaging, presence } from '../laboratory/narratives.js';
import { bloodCountWithDifferential, lipids, single } from '../laboratory/panels.js';
import { reportTypes } from '../laboratory/report-types.js';
import { staff } from '../staff.js';

const reports: readonly ReportSpec[] = [
  {
    type: reportTypes.bloodCountWithDifferential,
    daysAgo: 37,
    orderedBy: staff.pediatrics,
    content: bloodCountWithDifferential(
      {
        leukocytes: 7.2,
        erythrocytes: 4.61,
        hemoglobin: 12.6,
        mcv: 82.3,
        rdw: 12.9,
        platelets: 302,
      },
      { neutrophils: 49, lymphocytes: 39, monocytes: 7.5, eosinophils: 3.9 },
    ),
  },
  {
    type: reportTypes.lipids,
    daysAgo: 37,
    orderedBy: staff.pediatrics,
    content: lipids({ cholesterol: 158, hdl: 55, triglycerides: 66 }),
    note: 'We check cholesterol once in every child of this age. All good.',
  },
  {
    type: reportTypes.celiac,
    daysAgo: 37,
    orderedBy: staff.pediatrics,
    content: single(analytes.transglutaminaseAntibody, 1.2, { comparator: '<' }),
    note: "Ada's belly aches do not come from celiac disease.",
  },
  {
    type: reportTypes.rapidStrep,
    daysAgo: 204,
    orderedBy: staff.pediatrics,
    content: presence(reportTypes.rapidStrep, 'Negative', 'Negative'),
  },
  {
    type: reportTypes.throatCulture,
    daysAgo: 204,
    orderedBy: staff.pediatrics,
    content: growth(
      reportTypes.throatCulture,
      'Streptococcus pyogenes (group A strep), moderate growth',
    ),
    note: 'The quick test missed it, the culture found it: strep throat. I sent amoxicillin to your pharmacy. Ada may go to school after one day of it.',
  },
  {
    type: reportTypes.wristXray,
    daysAgo: 533,
    orderedBy: staff.emergency,
    content: imaging(
      'Buckle fracture of the far end of the right radius. Growth plate normal. Ulna normal.',
      'Small fracture, not displaced.',
    ),
    note: 'A splint for three weeks is enough. No playground until then.',
  },
];

/** Nine years old, without an account. */
export const ada = (now: number): Person => {
  const identity = {
    key: 'ada',
    givenName: 'Ada',
    familyName: 'Okafor',
    sex: 'female',
    age: 9,
    daysSinceBirthday: 96,
  } as const;
  return new Chart(identity, now).person(reports, null, adaCare);
};
