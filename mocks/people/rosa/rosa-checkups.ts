import { analytes } from '../laboratory/analytes.js';
import type { ReportSpec } from '../chart.js';
import { loinc } from '../laboratory/codings.js';
import { imaging, notDone, presence, tissue } from '../laboratory/narratives.js';
import { finding, narrative } from '../laboratory/observations.js';
import {
  basicMetabolic,
  bloodCountWithDifferential,
  comprehensiveMetabolic,
  hemoglobinA1c,
  ironStudies,
  lipids,
  liver,
  single,
  together,
} from '../laboratory/panels.js';
import { reportTypes } from '../laboratory/report-types.js';
import { staff } from '../staff.js';

const yearlyVisits: readonly ReportSpec[] = [
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
    note: 'Your kidneys, liver and salts are all fine. Your sugar is a little above normal, as it was last year.',
  },
  {
    type: reportTypes.bloodCountWithDifferential,
    daysAgo: 9,
    content: bloodCountWithDifferential(
      {
        leukocytes: 6.4,
        erythrocytes: 4.51,
        hemoglobin: 12.9,
        mcv: 86.4,
        rdw: 13.6,
        platelets: 268,
      },
      { neutrophils: 58, lymphocytes: 31, monocytes: 7.5, eosinophils: 2.8 },
    ),
    note: 'Your blood count has stayed normal since you stopped the iron tablets. Good news.',
  },
  {
    type: reportTypes.hemoglobinA1c,
    daysAgo: 9,
    content: hemoglobinA1c(5.8),
    note: 'This is the average of your sugar over three months. 5.7 to 6.4 means prediabetes. You came down from 6.0: the walking helps. Please keep it up. We check again in six months.',
  },
  {
    type: reportTypes.lipids,
    daysAgo: 9,
    content: lipids({ cholesterol: 214, hdl: 52, triglycerides: 138 }),
    note: 'Your LDL is higher than I would like. You do not need medicine now. Let us talk about food at your next visit.',
  },
  {
    type: reportTypes.ironStudies,
    daysAgo: 9,
    content: ironStudies(84, 338, 41),
  },
  {
    type: reportTypes.tsh,
    daysAgo: 93,
    content: together(single(analytes.tsh, 6.84), single(analytes.freeT4, 0.9)),
    note: 'Your thyroid dose is a bit too low. I sent a new prescription to your pharmacy. Please have this test again in three months.',
  },
  {
    type: reportTypes.mammogram,
    daysAgo: 121,
    orderedBy: staff.gynecology,
    content: imaging(
      'Breast tissue: scattered areas of density (type B). No new mass, distortion or suspicious calcium. A benign oil cyst in the left breast has not changed.',
      'Benign finding. BI-RADS 2. Routine screening in one year.',
    ),
  },
  {
    type: reportTypes.cervicalCytology,
    daysAgo: 244,
    orderedBy: staff.gynecology,
    content: () => [
      narrative(
        loinc('18500-9', 'Microscopic observation [Identifier] in Cervix by Cyto stain.thin prep'),
        'Pap test',
        'Negative for intraepithelial lesion or malignancy. Enough cells for evaluation.',
        'normal',
      ),
      finding(
        loinc(
          '82675-0',
          'Human papilloma virus 16+18+31+33+35+39+45+51+52+56+58+59+66+68 DNA [Presence] in Cervix by NAA with probe detection',
        ),
        'High-risk HPV',
        'Not detected',
        'Not detected',
      ),
    ],
    note: 'Both are normal. Your next one is due in five years.',
  },
  {
    type: reportTypes.hemoglobinA1c,
    daysAgo: 375,
    content: hemoglobinA1c(6),
  },
  {
    type: reportTypes.lipids,
    daysAgo: 375,
    content: lipids({ cholesterol: 221, hdl: 48, triglycerides: 165 }),
  },
  {
    type: reportTypes.tsh,
    daysAgo: 375,
    content: single(analytes.tsh, 2.31),
  },
  {
    type: reportTypes.vitaminD,
    daysAgo: 375,
    content: single(analytes.vitaminD, 22),
    note: 'Your vitamin D is low. Please take 2,000 units a day with a meal.',
  },
  {
    type: reportTypes.rubella,
    daysAgo: 1_104,
    orderedBy: staff.gynecology,
    content: presence(reportTypes.rubella, 'Positive (immune)', 'Positive (immune)'),
  },
];

const corrections: readonly ReportSpec[] = [
  {
    type: reportTypes.basicMetabolic,
    daysAgo: 34,
    progress: 'corrected',
    content: basicMetabolic(
      {
        glucose: 101,
        ureaNitrogen: 14,
        creatinine: 0.76,
        sodium: 140,
        potassium: 4.3,
        chloride: 104,
        bicarbonate: 25,
        calcium: 9.4,
      },
      { potassium: 6.4 },
    ),
    correction:
      'Potassium was first reported as 6.4 mmol/L. Red cells had burst in that tube, which makes potassium look too high. A second tube from the same visit gave 4.3 mmol/L.',
    note: 'The first potassium value was wrong. The right one is normal. Nothing to do.',
  },
  {
    type: reportTypes.liver,
    daysAgo: 34,
    progress: 'cancelled',
    content: notDone(
      liver({
        protein: 0,
        albumin: 0,
        bilirubin: 0,
        alkalinePhosphatase: 0,
        ast: 0,
        alt: 0,
      }),
      'Not tested: red cells had burst in the specimen (hemolyzed)',
    ),
  },
  {
    type: reportTypes.surgicalPathology,
    daysAgo: 96,
    progress: 'amended',
    orderedBy: staff.dermatology,
    content: tissue(
      'Shave of skin, 0.9 x 0.7 x 0.2 cm, with a brown spot of 0.5 cm, uneven at the edge.',
      'Pigment cells in nests of different size at the base of the outer skin, some bridging. Severe change of the cells in places. A special stain (SOX10) shows no single cells spreading upward.',
      'Atypical (dysplastic) mole with severe change. One edge is not clear. Removal with a small margin is advised.',
    ),
    correction: 'The result of the special stain (SOX10) was added. The diagnosis has not changed.',
    note: 'This is not cancer. Because the mole was unusual I want to take a little more skin around it. My office will call you with a date.',
  },
];

/** What Rosa sees of her check-ups, with what had to be put right. */
export const rosaCheckups: readonly ReportSpec[] = [...yearlyVisits, ...corrections];
