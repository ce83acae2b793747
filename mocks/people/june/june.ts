import type { Person } from '../../db/records/index.js';
import { analytes, type Analyte } from '../laboratory/analytes.js';
import { Chart, type ReportSpec } from '../chart.js';
import { contacts, securityQuestions } from '../contacts.js';
import { juneCare } from './june-care.js';
import { Course, historyDays, valveReplacedDaysAgo } from './june-course.js';
import { juneEvents } from './june-events.js';
import { juneThreads } from './june-threads.js';
import {
  basicMetabolic,
  bloodCount,
  hemoglobinA1c,
  ironStudies,
  lipids,
  liver,
  single,
  urinalysis,
  urineAlbumin,
} from '../laboratory/panels.js';
import { reportTypes, type ReportType } from '../laboratory/report-types.js';
import { staff } from '../staff.js';

/** How long June's record is. */
const resultCount = 1_200;

const daysBetweenVisits = 30;
const visits = Math.floor(historyDays / daysBetweenVisits);

/** What is taken at every so many monthly visits, and since when in days before now. */
interface Routine {
  readonly type: ReportType;
  readonly everyVisits: number;
  /** The first visit from now that has it. */
  readonly offset: number;
  readonly sinceDaysAgo?: number;
  readonly orderedBy?: string;
  readonly content: (course: Course, daysAgo: number) => ReportSpec['content'];
}

/** Until then the laboratory printed µg/mg: another unit, the same number. */
const ratioUnitChangedDaysAgo = 3_300;
const earlierRatio: Analyte = { ...analytes.albuminCreatinineRatio, unit: 'ug/mg' };

const routines: readonly Routine[] = [
  {
    type: reportTypes.basicMetabolic,
    everyVisits: 1,
    offset: 0,
    content: (course, daysAgo) => basicMetabolic(course.basicMetabolic(daysAgo)),
  },
  {
    type: reportTypes.bloodCount,
    everyVisits: 2,
    offset: 0,
    content: (course, daysAgo) => bloodCount(course.bloodCount(daysAgo)),
  },
  {
    type: reportTypes.hemoglobinA1c,
    everyVisits: 3,
    offset: 0,
    orderedBy: staff.endocrinology,
    content: (course, daysAgo) => hemoglobinA1c(course.hemoglobinA1c(daysAgo)),
  },
  {
    type: reportTypes.urinalysis,
    everyVisits: 4,
    offset: 1,
    orderedBy: staff.nephrology,
    content: (course, daysAgo) => urinalysis(course.urinalysis(daysAgo)),
  },
  {
    type: reportTypes.lipids,
    everyVisits: 6,
    offset: 0,
    content: (course, daysAgo) => lipids(course.lipids(daysAgo)),
  },
  {
    type: reportTypes.urineAlbumin,
    everyVisits: 6,
    offset: 3,
    orderedBy: staff.nephrology,
    content: (course, daysAgo) =>
      urineAlbumin(
        ...course.urineAlbumin(daysAgo),
        daysAgo > ratioUnitChangedDaysAgo ? earlierRatio : analytes.albuminCreatinineRatio,
      ),
  },
  {
    type: reportTypes.parathyroidHormone,
    everyVisits: 6,
    offset: 1,
    sinceDaysAgo: 2_900,
    orderedBy: staff.nephrology,
    content: (course, daysAgo) =>
      single(analytes.parathyroidHormone, course.parathyroidHormone(daysAgo)),
  },
  {
    type: reportTypes.magnesium,
    everyVisits: 6,
    offset: 2,
    sinceDaysAgo: valveReplacedDaysAgo,
    orderedBy: staff.cardiology,
    content: (course) => single(analytes.magnesium, course.magnesium()),
  },
  {
    type: reportTypes.ironStudies,
    everyVisits: 6,
    offset: 4,
    sinceDaysAgo: 2_900,
    orderedBy: staff.nephrology,
    content: (course, daysAgo) => ironStudies(...course.iron(daysAgo)),
  },
  {
    type: reportTypes.liver,
    everyVisits: 12,
    offset: 0,
    content: (course) => liver(course.liver()),
  },
  {
    type: reportTypes.vitaminD,
    everyVisits: 12,
    offset: 3,
    content: (course, daysAgo) => single(analytes.vitaminD, course.vitaminD(daysAgo)),
  },
  {
    type: reportTypes.tsh,
    everyVisits: 12,
    offset: 6,
    content: (course) => single(analytes.tsh, course.tsh()),
  },
  {
    type: reportTypes.vitaminB12,
    everyVisits: 12,
    offset: 9,
    content: (course, daysAgo) => single(analytes.vitaminB12, course.vitaminB12(daysAgo)),
  },
];

const routineReports = (course: Course): readonly ReportSpec[] => {
  const reports: ReportSpec[] = [];
  for (let visit = visits - 1; visit >= 0; visit -= 1) {
    const daysAgo = 6 + visit * daysBetweenVisits;
    for (const { type, everyVisits, offset, sinceDaysAgo = Infinity, ...routine } of routines) {
      if (visit % everyVisits !== offset || daysAgo > sinceDaysAgo) continue;
      reports.push({
        type,
        daysAgo,
        orderedBy: routine.orderedBy ?? staff.primaryCare,
        content: routine.content(course, daysAgo),
      });
    }
  }
  return reports;
};

/** The goal for warfarin: 2 to 3 with atrial fibrillation, 2.5 to 3.5 with the mechanical valve. */
const inrGoal = (daysAgo: number) =>
  daysAgo > valveReplacedDaysAgo ? { low: 2, high: 3 } : { low: 2.5, high: 3.5 };

const adviceFor = (inr: number): string | undefined => {
  if (inr >= 4.5) {
    return 'Your blood is too thin. Please skip the next two doses of warfarin and come again in three days. Call us at once if you bleed.';
  }
  if (inr <= 1.7) {
    return 'Your blood is not thin enough. Please take one extra tablet tonight and come again in a week.';
  }
  return undefined;
};

/** As many as are left to fill the record, evenly over the years: one every nine days or so. */
const inrReports = (course: Course, count: number): readonly ReportSpec[] => {
  const latest = 4;
  const step = (historyDays - latest) / (count - 1);
  return Array.from({ length: count }, (_, index) => {
    const daysAgo = Math.round(historyDays - index * step);
    const inr = course.inr(daysAgo);
    const note = adviceFor(inr);
    return {
      type: reportTypes.inr,
      daysAgo,
      orderedBy: staff.anticoagulation,
      content: single(analytes.inr, inr, { range: inrGoal(daysAgo) }),
      ...(note === undefined ? {} : { note }),
    };
  });
};

/** A long history: 15 years of diabetes, kidney disease and blood thinning, all released. */
export const june = (now: number): Person => {
  const identity = {
    key: 'june',
    givenName: 'June',
    familyName: 'Whitfield',
    sex: 'female',
    age: 74,
    daysSinceBirthday: 201,
    contact: contacts.june,
  } as const;
  const course = new Course();
  const others = [...juneEvents, ...routineReports(course)];
  const reports = [...others, ...inrReports(course, resultCount - others.length)];
  const person = new Chart(identity, now).person(
    reports,
    { username: 'june.whitfield', securityQuestion: securityQuestions.june },
    juneCare,
  );
  return { ...person, threads: juneThreads(person.patient, person.careTeam ?? [], now) };
};
