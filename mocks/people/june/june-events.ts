import type { ReportSpec } from '../chart.js';
import { growth, imaging, presence } from '../laboratory/narratives.js';
import { reportTypes } from '../laboratory/report-types.js';
import { staff } from '../staff.js';

const year = 365;

/** One a year, the first `firstDaysAgo`. */
const yearly = (
  years: number,
  firstDaysAgo: number,
  spec: (index: number) => Omit<ReportSpec, 'daysAgo'>,
): readonly ReportSpec[] =>
  Array.from({ length: years }, (_, index) => ({
    ...spec(index),
    daysAgo: firstDaysAgo + index * year,
  }));

const mammograms = yearly(14, 64, (index) => ({
  type: reportTypes.mammogram,
  content:
    index % 5 === 2
      ? imaging(
          'Mostly fatty breasts (type A). A round, smooth lymph node in the right breast has not changed for years.',
          'Benign finding. BI-RADS 2. Routine screening in one year.',
        )
      : imaging(
          'Mostly fatty breasts (type A). No mass, distortion or suspicious calcium.',
          'Negative. BI-RADS 1. Routine screening in one year.',
        ),
}));

const echocardiograms = yearly(8, 130, (index) => ({
  type: reportTypes.echocardiogram,
  orderedBy: staff.cardiology,
  content: imaging(
    `Left ventricle of normal size, ejection fraction ${index < 3 ? '50 to 55' : '55 to 60'}%. Mechanical mitral valve seated well, mean gradient ${index % 2 === 0 ? 4 : 5} mmHg, no leak beside it. Left atrium enlarged.`,
    'Mechanical mitral valve works normally.',
  ),
}));

const stoolTests = yearly(13, 690, () => ({
  type: reportTypes.occultBlood,
  content: presence(reportTypes.occultBlood, 'Negative', 'Negative'),
}));

const urineInfection = (daysAgo: number, organism: string): ReportSpec => ({
  type: reportTypes.urineCulture,
  daysAgo,
  content: growth(reportTypes.urineCulture, organism, {
    ampicillin: daysAgo > 2_000 ? 'Susceptible' : 'Resistant',
    ciprofloxacin: daysAgo > 1_000 ? 'Susceptible' : 'Resistant',
    nitrofurantoin: 'Susceptible',
    trimethoprimSulfamethoxazole: 'Susceptible',
  }),
  note: 'You have a bladder infection. I sent an antibiotic to your pharmacy that goes with your warfarin. Please have your INR checked in four days.',
});

/** What comes now and then, beside the monthly blood tests. */
export const juneEvents: readonly ReportSpec[] = [
  ...mammograms,
  ...echocardiograms,
  ...stoolTests,
  urineInfection(410, 'Escherichia coli, more than 100,000 CFU/mL'),
  urineInfection(1_370, 'Klebsiella pneumoniae, more than 100,000 CFU/mL'),
  urineInfection(2_515, 'Escherichia coli, more than 100,000 CFU/mL'),
  urineInfection(4_020, 'Escherichia coli, 50,000 to 100,000 CFU/mL'),
  {
    type: reportTypes.abdominalUltrasound,
    daysAgo: 2_905,
    orderedBy: staff.nephrology,
    content: imaging(
      'Both kidneys slightly small with a brighter outer layer, right 9.4 cm, left 9.6 cm. No stones, no blocked urine. Liver mildly fatty.',
      'Kidneys as expected in long-standing diabetes. No blockage.',
    ),
  },
  {
    type: reportTypes.echocardiogram,
    daysAgo: 3_022,
    orderedBy: staff.cardiology,
    content: imaging(
      'Mitral valve thick and narrow, area 0.9 square cm, mean gradient 13 mmHg, moderate leak. Left atrium much enlarged. Ejection fraction 55 to 60%.',
      'Severe narrowing of the mitral valve.',
    ),
    note: 'The valve has become too narrow. This is why you are short of breath. The heart team will see you next week to plan the operation.',
  },
  {
    type: reportTypes.chestXray,
    daysAgo: 2_972,
    orderedBy: staff.cardiology,
    content: imaging(
      'Wires of the breastbone and a mechanical mitral valve in place. Small amount of fluid at the left base. No collapsed lung.',
      'Expected after valve surgery.',
    ),
  },
  {
    type: reportTypes.chestXray,
    daysAgo: 1_188,
    content: imaging(
      'Heart slightly enlarged, mechanical mitral valve unchanged. Lungs clear. No fluid.',
      'No pneumonia. Unchanged.',
    ),
  },
];
