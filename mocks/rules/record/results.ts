import type { ResultStatus } from '../../../src/contract/record/results.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import type { ReportRecord } from '../../db/records/index.js';
import { allowed, refused, type Decision, type Refusal } from '../decision.js';
import { isNamedSensitive, withheldCodes } from '../default-lists.js';

/** A report that the patient may see. */
export type ReleasedReport = ReportRecord & { readonly status: ResultStatus };

const day = 86_400_000;

/**
 * Whether a result may be seen now. A very sensitive or unshared test withholds the whole report
 * that it is part of: a missing line or the physician's note would betray it.
 */
export const decideRelease = (
  report: ReportRecord,
  policy: PortalPolicy,
  now: number,
): Decision<ReleasedReport> => {
  const codes = withheldCodes(policy);
  if (hasCodeOf(report, codes.sensitive) || hasSensitiveName(report, policy)) return sensitive;
  if (hasCodeOf(report, codes.unshared)) return unshared;
  if (!isComplete(report)) return unreviewed;
  if (report.status === 'cancelled') return report.reviewed ? allowed(report) : unreviewed;

  const release = policy.results.releaseByCategory?.[report.category] ?? policy.results.release;
  if (release.when === 'immediate') return allowed(report);
  // Without a date of its report the days cannot be counted: the review decides.
  if (release.when === 'after-review' || report.reportedAt === null) {
    return report.reviewed ? allowed(report) : unreviewed;
  }
  const releasedAt = Date.parse(report.reportedAt) + release.days * day;
  return now >= releasedAt ? allowed(report) : waitingUntil(releasedAt);
};

/** When a result becomes visible by time alone, in epoch milliseconds; undefined: by something else, or never. */
export const releaseTimeOf = (report: ReportRecord, policy: PortalPolicy): number | undefined => {
  const early = decideRelease(report, policy, -Infinity);
  const at = early.ok ? undefined : early.next.find(({ action }) => action === 'wait')?.at;
  return at === undefined ? undefined : Date.parse(at);
};

/** Whether there is a result to see: what is awaited or preliminary may still change. */
export const isComplete = (report: ReportRecord): report is ReleasedReport =>
  report.status !== 'registered' && report.status !== 'preliminary';

const hasCodeOf = (report: ReportRecord, codes: readonly string[]): boolean =>
  [report, ...report.observations].some(({ code }) => code !== null && codes.includes(code.code)) ||
  (report.otherCodes ?? []).some((code) => codes.includes(code));

const hasSensitiveName = (report: ReportRecord, policy: PortalPolicy): boolean =>
  [report, ...report.observations].some(
    ({ name, code }) =>
      isNamedSensitive(name, policy) || (code !== null && isNamedSensitive(code.display, policy)),
  );

const sensitive: Refusal = refused('results.sensitive-withheld', {
  detail: 'Very sensitive tests are never released.',
  next: [],
});

const unshared: Refusal = refused('results.provider-choice', {
  detail: 'The provider does not share this kind of test.',
  next: [],
});

const unreviewed: Refusal = refused('results.after-review', {
  detail: 'The physician has not reviewed this result yet.',
  next: [],
});

/** Waits for a day that is known already: the next step says when. */
const waitingUntil = (time: number): Refusal =>
  refused('results.after-review', {
    detail: 'This result is released a number of days after its report.',
    next: [{ action: 'wait', at: new Date(time).toISOString() }],
  });
