import type { Contract } from '../../src/contract/index.js';
import type { Result, ResultQuery, ResultSummary } from '../../src/contract/results.js';
import { allowed, notFound, type Refusal } from '../rules/decision.js';
import { decideRelease, type ReleasedReport } from '../rules/results.js';
import type { Answer } from './call.js';
import {
  abnormalCount,
  comparePlaces,
  placeOf,
  releasedEntries,
  searchable,
  type Place,
  type ReleasedEntry,
} from './released-results.js';
import { openRecord } from './subjects.js';

const defaultLimit = 20;

export const searchResults: Answer<Contract['searchResults']> = (call) => {
  const { tables, policy, now, params, body } = call;
  const record = openRecord(call, params.subject);
  if (!record.ok) return record;
  const after = body.cursor ? placeFrom(body.cursor) : null;
  if (after === undefined) return wrongCursor;

  const entries = releasedEntries(tables.reports.by('patientId', record.value.id), policy, now);
  const matching = isFiltered(body) ? entries.filter(matcher(body)) : entries;
  const start = after ? firstAfter(matching, after) : 0;
  const end = start + (body.limit ?? defaultLimit);
  const page = matching.slice(start, end);
  const last = page.at(-1);
  return allowed({
    results: page.map(({ report }) => summaryOf(report)),
    total: matching.length,
    nextCursor: last && end < matching.length ? cursorOf(placeOf(last)) : null,
  });
};

export const getResult: Answer<Contract['getResult']> = (call) => {
  const { tables, policy, now, params } = call;
  const record = openRecord(call, params.subject);
  if (!record.ok) return record;
  const report = tables.reports.get(params.result);
  if (report?.patientId !== record.value.id) return notFound;
  const release = decideRelease(report, policy, now);
  return release.ok ? allowed(resultOf(release.value)) : notFound;
};

const isFiltered = ({ text, category, from, to, abnormalOnly }: ResultQuery): boolean =>
  Boolean(text || category || from || to || abnormalOnly);

const matcher = (query: ResultQuery): ((entry: ReleasedEntry) => boolean) => {
  const { category, from, to, abnormalOnly } = query;
  const words = searchable(query.text ?? '').split(/\s+/);
  return (entry) =>
    (!category || entry.report.category === category) &&
    (!from || (entry.day !== null && entry.day >= from)) &&
    (!to || (entry.day !== null && entry.day <= to)) &&
    (!abnormalOnly || entry.abnormalCount > 0) &&
    words.every((word) => entry.words.includes(word));
};

/** The index of the first entry after a place, found by halving. */
const firstAfter = (entries: readonly ReleasedEntry[], place: Place): number => {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry && comparePlaces(placeOf(entry), place) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The last place shown: the next page starts after it, even if its entry has gone by then. */
const cursorOf = ({ collectedAt, id }: Place): string =>
  `${Number.isFinite(collectedAt) ? collectedAt : 'undated'}_${id}`;

const placeFrom = (cursor: string): Place | undefined => {
  const [, time, id] = /^(undated|-?\d{1,16})_(.+)$/.exec(cursor) ?? [];
  if (time === undefined || id === undefined) return undefined;
  return { collectedAt: time === 'undated' ? -Infinity : Number(time), id };
};

const wrongCursor: Refusal = {
  ok: false,
  kind: 'invalid-request',
  detail: 'The cursor is none that a page of results has given.',
  next: [],
  errors: [{ pointer: '/body/cursor', detail: 'Not the nextCursor of a page.' }],
};

const summaryOf = (report: ReleasedReport): ResultSummary => ({
  id: report.id,
  name: report.name,
  category: report.category,
  status: report.status,
  collectedAt: report.collectedAt,
  orderedBy: report.orderedBy,
  observationCount: report.observations.length,
  abnormalCount: abnormalCount(report),
});

const resultOf = (report: ReleasedReport): Result => ({
  ...summaryOf(report),
  code: report.code,
  specimen: report.specimen,
  laboratory: report.laboratory,
  reportedAt: report.reportedAt,
  observations: [...report.observations],
  note: report.note,
  correction: report.correction,
});
