import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import type { ReportRecord } from '../../db/records/index.js';
import type { Tables } from '../../db/tables.js';
import { notifyOfNewInformation } from '../../emails.js';
import { releaseTimeOf } from '../../rules/record/results.js';
import { settingsIn } from '../../settings.js';

interface Times {
  readonly policy: PortalPolicy;
  /** Epoch milliseconds, earliest first. */
  readonly times: readonly number[];
}

/** Kept with the reports: with 2,000 patients and 10,000 reports, each request costs 20 times as much without. */
const kept = new WeakMap<readonly ReportRecord[], Times>();

/**
 * Tells those by e-mail whose results have become visible since it was looked last, by time and nothing else
 * (`notifications.new-information`): one letter, whatever has come at once. Nothing runs between requests, so
 * each of them looks first.
 */
export const announceReleases = (tables: Tables, policy: PortalPolicy, now: number): void => {
  if (!policy.notifications.newInformation || !isTimed(policy)) return;
  const settings = settingsIn(tables);
  const since = settings.releasesCheckedAt ?? now;
  const due = [...tables.patients.values()].filter(({ id }) =>
    hasOneWithin(timesOf(tables.reports.by('patientId', id), policy), since, now),
  );
  for (const { id } of due) notifyOfNewInformation(tables, id, policy, now);
  if (due.length > 0 || settings.releasesCheckedAt === undefined) {
    tables.settings.put({ ...settings, releasesCheckedAt: now });
  }
};

const isTimed = ({ results }: PortalPolicy): boolean =>
  [results.release, ...Object.values(results.releaseByCategory ?? {})].some(
    ({ when }) => when === 'after-days',
  );

/** From the latest on: most are long over. */
const hasOneWithin = (times: readonly number[], since: number, now: number): boolean =>
  (times.findLast((time) => time <= now) ?? -Infinity) > since;

const timesOf = (reports: readonly ReportRecord[], policy: PortalPolicy): readonly number[] => {
  const known = kept.get(reports);
  if (known?.policy === policy) return known.times;
  const times = reports
    .flatMap((report) => releaseTimeOf(report, policy) ?? [])
    .sort((a, b) => a - b);
  kept.set(reports, { policy, times });
  return times;
};
