import type { Care } from '../care.js';
import { drugs } from '../drugs.js';
import { staff } from '../staff.js';

/** Renewable, with refills left, waiting for an answer, from elsewhere, not documented, and past ones. */
export const rosaMedications: NonNullable<Care['medications']> = [
  {
    drug: drugs.levothyroxine75,
    directions: 'Take 1 tablet every morning with water, 30 minutes before breakfast.',
    prescribedDaysAgo: 91,
    refills: 1,
    supplyDays: 90,
  },
  {
    drug: drugs.tranexamicAcid,
    directions: 'Take 2 tablets 3 times a day for up to 5 days of your period.',
    prescribedDaysAgo: 411,
    prescriber: staff.gynecology,
    renewals: [
      {
        daysAgo: 190,
        supplyDays: 30,
        refills: 1,
        decided: { daysAgo: 189, as: 'approved', note: 'Sent to your pharmacy.' },
      },
    ],
  },
  {
    drug: drugs.fluticasone,
    directions: '2 sprays into each nostril once a day while the pollen lasts.',
    prescribedDaysAgo: 200,
    renewals: [{ daysAgo: 1, supplyDays: 30, refills: 2, note: 'The bottle is almost empty.' }],
  },
  {
    drug: drugs.vitaminD,
    directions: 'Take 1 capsule a day with a meal.',
    prescribedDaysAgo: 373,
    prescriber: null,
    from: 'documented',
  },
  {
    drug: drugs.sumatriptan,
    directions: 'Take 1 tablet when a migraine begins.',
    prescribedDaysAgo: 60,
    prescriber: 'Victor Lang, MD',
    from: 'unknown',
    refills: 2,
  },
  {
    drug: drugs.levothyroxine50,
    directions: 'Take 1 tablet every morning.',
    prescribedDaysAgo: 1_480,
    status: 'stopped',
    endedDaysAgo: 91,
  },
  {
    drug: drugs.ferrousSulfate,
    directions: 'Take 1 tablet a day with orange juice.',
    prescribedDaysAgo: 431,
    status: 'completed',
    endedDaysAgo: 285,
  },
  {
    drug: drugs.nitrofurantoin,
    directions: 'Take 1 capsule twice a day for 5 days.',
    prescribedDaysAgo: 152,
    prescriber: staff.nursePractitioner,
    status: 'completed',
    endedDaysAgo: 147,
    supplyDays: 5,
  },
];
