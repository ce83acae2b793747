import type { ResultStatus, ResultSummary } from '../../contract/record/results.js';
import { msg } from '../../locales/localize.js';
import type { ResultCategory } from '../../policy/portal-policy.js';
import type { PortalContext } from '../../session/portal-context.js';
import { formatDate, formatPartialDay } from '../../ui/format.js';
import { capitalized } from '../../ui/words/policy-words.js';

/** The kinds of test, in the language of the moment. */
export const categoryWords = (): Readonly<Record<ResultCategory, string>> => ({
  laboratory: msg('Lab test'),
  microbiology: msg('Culture'),
  pathology: msg('Biopsy or Pap test'),
  imaging: msg('Imaging'),
  other: msg('Other test'),
});

export const statusWords = (): Readonly<Record<ResultStatus, string>> => ({
  final: msg('Final'),
  amended: msg('Updated'),
  corrected: msg('Corrected'),
  cancelled: msg('Canceled'),
});

/** A day and its time in the portal's time zone. */
export const momentWords = (instant: string, { locale, policy }: PortalContext): string =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: policy.timeZone,
  }).format(Date.parse(instant));

/** A day in the portal's time zone; the source may not have given any. */
export const dateWords = (instant: string | null, { locale, policy }: PortalContext): string =>
  instant === null ? msg('Date not given') : formatDate(instant, locale, policy.timeZone);

/** When a result was collected; the source may have said the year or the month alone. */
export const collectedWords = (
  { collectedAt, collectedOn }: Pick<ResultSummary, 'collectedAt' | 'collectedOn'>,
  context: PortalContext,
): string =>
  collectedAt === null && collectedOn !== undefined
    ? formatPartialDay(collectedOn, context.locale)
    : dateWords(collectedAt, context);

/** Names the months of the portal's time zone: "May 2026"; the year where only that is known. */
export const monthWords = ({ locale, policy }: PortalContext) => {
  const parts = { month: 'long', year: 'numeric' } as const;
  const format = new Intl.DateTimeFormat(locale, { ...parts, timeZone: policy.timeZone });
  const formatMonth = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
  return ({
    collectedAt,
    collectedOn,
  }: Pick<ResultSummary, 'collectedAt' | 'collectedOn'>): string => {
    if (collectedAt !== null) return capitalized(format.format(Date.parse(collectedAt)));
    if (collectedOn === undefined) return msg('Date not given');
    return collectedOn.length === 4
      ? collectedOn
      : capitalized(formatMonth.format(Date.parse(collectedOn)));
  };
};
