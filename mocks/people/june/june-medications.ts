import type { Care } from '../care.js';
import { drugs, pharmacies } from '../drugs.js';
import { staff } from '../staff.js';

const { mill: pharmacy } = pharmacies;

/** Of many years: what is taken now, from here and elsewhere, and what was stopped when the kidneys weakened. */
export const juneMedications: NonNullable<Care['medications']> = [
  {
    drug: drugs.warfarin5,
    directions: 'Take as the Anticoagulation Clinic tells you after each blood test.',
    prescribedDaysAgo: 170,
    prescriber: staff.anticoagulation,
    supplyDays: 90,
    refills: 2,
    pharmacy,
  },
  {
    drug: drugs.metformin500,
    directions: 'Take 1 tablet twice a day with meals.',
    prescribedDaysAgo: 350,
    prescriber: staff.endocrinology,
    supplyDays: 90,
    pharmacy,
  },
  {
    drug: drugs.losartan50,
    directions: 'Take 1 tablet every morning.',
    prescribedDaysAgo: 340,
    prescriber: staff.nephrology,
    supplyDays: 90,
    pharmacy,
  },
  {
    drug: drugs.metoprolol50,
    directions: 'Take 1 tablet every morning.',
    prescribedDaysAgo: 130,
    prescriber: staff.cardiology,
    supplyDays: 90,
    refills: 3,
    pharmacy,
  },
  {
    drug: drugs.atorvastatin40,
    directions: 'Take 1 tablet every evening.',
    prescribedDaysAgo: 360,
    supplyDays: 90,
    pharmacy,
    renewals: [
      { daysAgo: 2.5, supplyDays: 90, refills: 3 },
      { daysAgo: 362, supplyDays: 90, refills: 3, decided: { daysAgo: 361, as: 'approved' } },
    ],
  },
  {
    drug: drugs.vitaminB12,
    directions: 'Take 1 tablet a day.',
    prescribedDaysAgo: 2_700,
    prescriber: null,
    from: 'documented',
  },
  {
    drug: drugs.latanoprost,
    directions: '1 drop into each eye at bedtime.',
    prescribedDaysAgo: 210,
    prescriber: 'Vera Holt, MD',
    from: 'documented',
    pharmacy,
  },
  {
    drug: drugs.ginkgo,
    directions: 'Take 1 capsule a day.',
    prescribedDaysAgo: 90,
    prescriber: null,
    from: 'unknown',
  },
  {
    drug: drugs.metformin1000,
    directions: 'Take 1 tablet twice a day with meals.',
    prescribedDaysAgo: 4_800,
    prescriber: staff.endocrinology,
    status: 'stopped',
    endedDaysAgo: 1_460,
    pharmacy,
  },
  {
    drug: drugs.glipizide,
    directions: 'Take 1 tablet before breakfast.',
    prescribedDaysAgo: 5_300,
    prescriber: staff.endocrinology,
    status: 'stopped',
    endedDaysAgo: 2_905,
    pharmacy,
  },
];
