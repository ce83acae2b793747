import { analytes } from '../laboratory/analytes.js';
import type { ReportSpec } from '../chart.js';
import { culture, growth, imaging, presence } from '../laboratory/narratives.js';
import {
  bloodCount,
  ironStudies,
  liver,
  single,
  together,
  urinalysis,
} from '../laboratory/panels.js';
import { reportTypes } from '../laboratory/report-types.js';
import { staff } from '../staff.js';

const infections: readonly ReportSpec[] = [
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

const anemia: readonly ReportSpec[] = [
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

const hepatitis: readonly ReportSpec[] = [
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

/** What Rosa sees of times when she was ill. */
export const rosaIllnesses: readonly ReportSpec[] = [...infections, ...anemia, ...hepatitis];
