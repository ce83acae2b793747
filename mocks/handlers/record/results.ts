import type { RequestOf } from '../../../src/contract/endpoint.js';
import type { Contract } from '../../../src/contract/index.js';
import type {
  DocumentSummary,
  Result,
  ResultQuery,
  ResultSummary,
} from '../../../src/contract/record/results.js';
import type { DocumentRecord } from '../../db/records/index.js';
import { allowed, notFound, type Decision } from '../../rules/decision.js';
import { decideRelease, type ReleasedReport } from '../../rules/record/results.js';
import { cleanFileName } from '../../rules/file-names.js';
import { searchable } from '../../rules/words.js';
import type { RecordAnswer, RecordCall } from '../http/call.js';
import { pageOf, type Page } from '../queries/pages.js';
import { abnormalCount, releasedEntries, type ReleasedEntry } from '../queries/released-results.js';
import { notShownIn } from '../queries/subjects.js';

export const searchResults: RecordAnswer<Contract['searchResults']> = (call) => {
  const page = foundPage(call);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const results = entries.map(({ report }) => summaryOf(report));
  return allowed({ results, ...notShownIn(call, 'results'), total, nextCursor });
};

export const exportResults: RecordAnswer<Contract['exportResults']> = (call) => {
  const page = foundPage(call);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  return allowed({ results: entries.map(({ report }) => resultOf(report)), total, nextCursor });
};

export const getResult: RecordAnswer<Contract['getResult']> = (call) => {
  const report = releasedReport(call);
  return report ? allowed(resultOf(report)) : notFound;
};

export const getResultDocument: RecordAnswer<Contract['getResultDocument']> = (call) => {
  const report = releasedReport(call);
  const document = report?.documents?.find(({ id }) => id === call.params.document);
  return report && document
    ? allowed({ ...documentSummaryOf(document, report), data: document.data })
    : notFound;
};

/** The result that a call names, if the patient may see it. */
const releasedReport = (
  call: RecordCall & { readonly params: { readonly result: string } },
): ReleasedReport | undefined => {
  const { tables, policy, now, record, params } = call;
  const report = tables.reports.get(params.result);
  if (report?.patientId !== record.patient.id) return undefined;
  const release = decideRelease(report, policy, now);
  return release.ok ? release.value : undefined;
};

/** A page of the released results that a search finds. */
const foundPage = (
  call: RecordCall & RequestOf<Contract['searchResults']>,
): Decision<Page<ReleasedEntry>> => {
  const { tables, policy, now, record, body } = call;
  const entries = releasedEntries(tables.reports.by('patientId', record.patient.id), policy, now);
  return pageOf(isFiltered(body) ? entries.filter(matcher(body)) : entries, body);
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

const summaryOf = (report: ReleasedReport): ResultSummary => ({
  id: report.id,
  name: report.name,
  category: report.category,
  status: report.status,
  collectedAt: report.collectedAt,
  ...(report.collectedOn !== undefined && { collectedOn: report.collectedOn }),
  orderedBy: report.orderedBy,
  observationCount: report.observations.length,
  ...(report.documents && { documentCount: report.documents.length }),
  abnormalCount: abnormalCount(report),
});

const resultOf = (report: ReleasedReport): Result => ({
  ...summaryOf(report),
  code: report.code,
  specimen: report.specimen,
  laboratory: report.laboratory,
  reportedAt: report.reportedAt,
  observations: [...report.observations],
  ...(report.documents && {
    documents: report.documents.map((document) => documentSummaryOf(document, report)),
  }),
  note: report.note,
  correction: report.correction,
  ...(report.incomplete && { incomplete: true }),
});

const documentSummaryOf = (
  { id, title, type, size }: DocumentRecord,
  report: ReleasedReport,
): DocumentSummary => ({ id, name: cleanFileName(title ?? report.name, type), type, size });
