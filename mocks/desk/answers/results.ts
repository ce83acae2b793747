import type { ReportRecord } from '../../db/records/index.js';
import { comparePlaces, pageOf } from '../../handlers/queries/pages.js';
import { allowed } from '../../rules/decision.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import { decideRelease } from '../../rules/results.js';
import type { DeskResult } from '../contract/results.js';
import { correctResult as correct, isCorrectable } from '../correct-result.js';
import { DeskError } from '../desk-error.js';
import type { Hospital } from '../hospital.js';
import { reviewResult as review } from '../review-result.js';
import { done, type DeskAnswer } from './answer.js';
import { knownPatient } from './patients.js';

export const searchPatientResults: DeskAnswer<'searchPatientResults'> = ({
  hospital,
  params,
  body,
}) => {
  const { id } = knownPatient(hospital, params.patient);
  const found = hospital.db.tables.reports
    .by('patientId', id)
    .filter(({ reviewed }) => body.reviewed === undefined || body.reviewed === reviewed)
    .map((report) => ({ at: collectedAt(report), id: report.id, report }))
    .sort(comparePlaces);
  const page = pageOf(found, body);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const results = entries.map(({ report }) => resultOf(hospital, report));
  return allowed({ results, total, nextCursor });
};

export const getDeskResult: DeskAnswer<'getDeskResult'> = ({ hospital, params }) => {
  const report = hospital.db.tables.reports.get(params.result);
  if (!report) throw new DeskError('not-found', 'There is no such result.');
  return allowed({ ...resultOf(hospital, report), observations: [...report.observations] });
};

export const reviewResult: DeskAnswer<'reviewResult'> = ({ hospital, params }) =>
  done(review(hospital, params.result));

export const correctResult: DeskAnswer<'correctResult'> = ({ hospital, params, body }) =>
  done(correct(hospital, params.result, body));

const collectedAt = ({ collectedAt: at }: ReportRecord): number =>
  at === null ? -Infinity : Date.parse(at);

const resultOf = ({ policy, clock }: Hospital, report: ReportRecord): DeskResult => ({
  id: report.id,
  patient: report.patientId,
  name: report.name,
  category: report.category,
  status: report.status,
  collectedAt: report.collectedAt,
  reviewed: report.reviewed,
  correctable: isCorrectable(report),
  release: eligibilityOf(decideRelease(report, policy, clock.now())),
});
