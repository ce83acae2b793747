import { analytes } from './analytes.js';
import type { ReportDraft } from './chart.js';
import { loinc } from './codings.js';
import { culture, growth, imaging, notDone, presence, tissue } from './narratives.js';
import { finding, narrative } from './observations.js';
import {
  basicMetabolic,
  bloodCount,
  bloodCountWithDifferential,
  comprehensiveMetabolic,
  hemoglobinA1c,
  ironStudies,
  lipids,
  liver,
  single,
  together,
  urinalysis,
} from './panels.js';
import { reportTypes } from './report-types.js';
import { staff } from './staff.js';

const yearlyVisits: readonly ReportDraft[] = [
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

const corrections: readonly ReportDraft[] = [
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

const infections: readonly ReportDraft[] = [
  {
    type: reportTypes.urinalysis,
    daysAgo: 152,
    orderedBy: staff.nursePractitioner,
    content: urinalysis({
      appearance: 'Cloudy',
      specificGravity: 1.022,
      ph: 6.5,
      protein: 'Trace',
      blood: '1+',
      nitrite: 'Positive',
      leukocyteEsterase: '3+',
    }),
  },
  {
    type: reportTypes.urineCulture,
    daysAgo: 152,
    orderedBy: staff.nursePractitioner,
    content: growth(reportTypes.urineCulture, 'Escherichia coli, more than 100,000 CFU/mL', {
      ampicillin: 'Resistant',
      ciprofloxacin: 'Susceptible',
      nitrofurantoin: 'Susceptible',
      trimethoprimSulfamethoxazole: 'Intermediate',
    }),
    note: 'You have a bladder infection. The nitrofurantoin you are taking works against this germ. Please finish all of it.',
  },
  {
    type: reportTypes.rapidStrep,
    daysAgo: 312,
    orderedBy: staff.nursePractitioner,
    content: presence(reportTypes.rapidStrep, 'Negative', 'Negative'),
  },
  {
    type: reportTypes.throatCulture,
    daysAgo: 312,
    orderedBy: staff.nursePractitioner,
    content: culture(
      reportTypes.throatCulture,
      'No group A streptococcus. Normal throat bacteria.',
    ),
  },
  {
    type: reportTypes.crp,
    daysAgo: 312,
    orderedBy: staff.nursePractitioner,
    content: single(analytes.crp, 3, { comparator: '<' }),
  },
  {
    type: reportTypes.covid,
    daysAgo: 611,
    orderedBy: staff.nursePractitioner,
    content: presence(reportTypes.covid, 'Detected', 'Not detected'),
  },
];

const anemia: readonly ReportDraft[] = [
  {
    type: reportTypes.bloodCount,
    daysAgo: 432,
    orderedBy: staff.emergency,
    content: bloodCount({
      leukocytes: 7.9,
      erythrocytes: 3.21,
      hemoglobin: 6.8,
      mcv: 70.2,
      rdw: 19.4,
      platelets: 448,
    }),
    note: 'Your hemoglobin was very low, from heavy periods over a long time. That is why we gave you blood and kept you overnight.',
  },
  {
    type: reportTypes.troponin,
    daysAgo: 432,
    orderedBy: staff.emergency,
    content: single(analytes.troponinI, 0.01, { comparator: '<' }),
    note: 'No sign of harm to your heart.',
  },
  {
    type: reportTypes.prothrombinTime,
    daysAgo: 432,
    orderedBy: staff.emergency,
    content: together(single(analytes.prothrombinTime, 10.6), single(analytes.inr, 1)),
  },
  {
    type: reportTypes.chestXray,
    daysAgo: 432,
    orderedBy: staff.emergency,
    content: imaging(
      'Lungs clear. Heart of normal size. No fluid around the lungs. Bones normal for age.',
      'Normal chest.',
    ),
  },
  {
    type: reportTypes.ironStudies,
    daysAgo: 431,
    content: ironStudies(14, 472, 4),
  },
  {
    type: reportTypes.pelvicUltrasound,
    daysAgo: 425,
    orderedBy: staff.gynecology,
    content: imaging(
      'Uterus 8.7 x 5.1 x 5.8 cm with two fibroids in the wall, 2.4 cm and 1.1 cm. Lining 7 mm. Both ovaries normal.',
      'Two small uterine fibroids.',
    ),
    note: 'These fibroids are benign and explain the heavy periods. We talk about what to do at your visit.',
  },
  {
    type: reportTypes.bloodCount,
    daysAgo: 418,
    content: bloodCount({
      leukocytes: 6.8,
      erythrocytes: 3.92,
      hemoglobin: 9.1,
      mcv: 75.6,
      rdw: 22.8,
      platelets: 391,
    }),
  },
  {
    type: reportTypes.bloodCount,
    daysAgo: 375,
    content: bloodCount({
      leukocytes: 6.1,
      erythrocytes: 4.38,
      hemoglobin: 11.9,
      mcv: 83.2,
      rdw: 17.1,
      platelets: 287,
    }),
    note: 'Almost back to normal. Keep taking the iron for three more months to fill your stores.',
  },
];

const hepatitis: readonly ReportDraft[] = [
  {
    type: reportTypes.liver,
    daysAgo: 768,
    content: liver({
      protein: 7.4,
      albumin: 4,
      bilirubin: 4.8,
      alkalinePhosphatase: 168,
      ast: 1_132,
      alt: 1_418,
    }),
    note: 'Your liver is inflamed. With the yellow eyes and the meal you told me about I think of hepatitis A. I added a test. Please rest, drink enough, and take no alcohol and no acetaminophen (Tylenol).',
  },
  {
    type: reportTypes.hepatitisA,
    daysAgo: 768,
    content: presence(reportTypes.hepatitisA, 'Positive', 'Negative'),
    note: 'It is hepatitis A. It heals by itself. The people you live with should call us about a vaccine.',
  },
  {
    type: reportTypes.abdominalUltrasound,
    daysAgo: 767,
    content: imaging(
      'Liver slightly enlarged with an even pattern. Gallbladder wall a little thick, no stones. Bile ducts not widened. Spleen, pancreas and kidneys normal.',
      'Fits acute hepatitis. No stones, no blocked bile duct.',
    ),
  },
  {
    type: reportTypes.liver,
    daysAgo: 740,
    content: liver({
      protein: 7.2,
      albumin: 4.1,
      bilirubin: 1.4,
      alkalinePhosphatase: 112,
      ast: 118,
      alt: 204,
    }),
  },
  {
    type: reportTypes.liver,
    daysAgo: 684,
    content: liver({
      protein: 7.1,
      albumin: 4.3,
      bilirubin: 0.6,
      alkalinePhosphatase: 78,
      ast: 25,
      alt: 28,
    }),
    note: 'Your liver has healed.',
  },
];

/** What Rosa sees. */
export const rosaReleased: readonly ReportDraft[] = [
  ...yearlyVisits,
  ...corrections,
  ...infections,
  ...anemia,
  ...hepatitis,
];
