import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import type { ReportRecord } from '../../db/records/index.js';
import { calendarDays } from '../../../src/policy/days.js';
import { decideRelease, type ReleasedReport } from '../../rules/record/results.js';
import { searchable } from '../../rules/words.js';
import { comparePlaces, type Place } from './pages.js';

/** A released report, at the time of its collection, with what lists are searched by. */
export interface ReleasedEntry extends Place {
  readonly report: ReleasedReport;
  /** Calendar day of the collection in the portal's time zone; null: without a day. */
  readonly day: string | null;
  /** The name as it is searched. */
  readonly words: string;
  readonly abnormalCount: number;
}

interface Released {
  readonly entries: readonly ReleasedEntry[];
  readonly policy: PortalPolicy;
  /** The time span, epoch milliseconds, in which nothing more is released. */
  readonly from: number;
  readonly until: number;
}

/** Kept with the reports: a page of 10,000 costs 12 times one of 100 without (`bench:cost`). */
const kept = new WeakMap<readonly ReportRecord[], Released>();

/**
 * What a patient may see now, latest first. Everything that answers about results starts from here:
 * whatever is withheld does not exist further on.
 */
export const releasedEntries = (
  reports: readonly ReportRecord[],
  policy: PortalPolicy,
  now: number,
): readonly ReleasedEntry[] => {
  let released = kept.get(reports);
  if (!released || released.policy !== policy || now < released.from || now >= released.until) {
    released = release(reports, policy, now);
    kept.set(reports, released);
  }
  return released.entries;
};

const release = (reports: readonly ReportRecord[], policy: PortalPolicy, now: number): Released => {
  const entries: ReleasedEntry[] = [];
  const dayOf = calendarDays(policy.timeZone);
  let until = Infinity;
  for (const report of reports) {
    const decision = decideRelease(report, policy, now);
    if (decision.ok) entries.push(entryOf(decision.value, dayOf));
    else for (const { at } of decision.next) if (at) until = Math.min(until, Date.parse(at));
  }
  entries.sort(comparePlaces);
  return { entries, policy, from: now, until };
};

const entryOf = (report: ReleasedReport, dayOf: (time: number) => string): ReleasedEntry => {
  const { collectedAt, collectedOn } = report;
  const date = collectedAt ?? collectedOn; // a year or a month by its beginning
  const at = date === undefined ? -Infinity : Date.parse(date);
  return {
    at,
    id: report.id,
    report,
    day: collectedAt === null ? null : dayOf(at),
    words: searchable(report.name),
    abnormalCount: abnormalCount(report),
  };
};

/** Measurements that the laboratory flagged as out of range or abnormal; what it found may be good. */
export const abnormalCount = ({ observations }: ReleasedReport): number =>
  observations.filter(
    ({ interpretation }) =>
      interpretation !== null && interpretation !== 'normal' && interpretation !== 'positive',
  ).length;
