import type { Contract } from '../../../src/contract/index.js';
import type { HealthSummary, SummaryPage } from '../../../src/contract/record/record.js';
import type { HealthSummaryRecord, NotShown } from '../../db/records/index.js';
import { allowed } from '../../rules/decision.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import { readOnlyRecord } from '../../rules/record/record.js';
import type { RecordAnswer, RecordCall } from '../http/call.js';
import { firstPage, pageOf, type Page } from '../queries/pages.js';
import { fullName } from '../queries/subjects.js';
import { summaryLists, type SummaryEntry, type SummaryLists } from '../queries/summary-lists.js';
import { vitalsByKind, vitalsOf } from '../queries/vitals.js';

/** Entries of each list that come with the summary. */
const beginning = 50;

/** What the record says of a patient's health, to be read (`record.health-summary`). */
export const getHealthSummary: RecordAnswer<Contract['getHealthSummary']> = (call) => {
  const { patient } = call.record;
  const { vitals, absences } = storedSummary(call);
  return allowed({
    patient: { name: fullName(patient), birthDate: patient.birthDate, sex: patient.sex },
    ...beginningsOf(listsOf(call)),
    vitals: vitalsByKind(vitals),
    ...(absences && { absences: absencesOf(absences) }),
    ...(patient.notShown && { notShown: partsOf(patient.notShown) }),
    correction: eligibilityOf(readOnlyRecord),
  });
};

export const searchHealthSummary: RecordAnswer<Contract['searchHealthSummary']> = (call) => {
  const { list } = call.body;
  const page = pageOf<SummaryEntry<unknown>>(listsOf(call)[list], call.body);
  if (!page.ok) return page;
  const { total, nextCursor } = page.value;
  const entries = documentsOf(page.value);
  // The compiler does not see that they are of this list.
  return allowed({ list, entries, total, nextCursor } as SummaryPage);
};

export const searchVitals: RecordAnswer<Contract['searchVitals']> = (call) => {
  const { vitals } = storedSummary(call);
  const page = pageOf(vitalsOf(vitals, call.body.kind), call.body);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  return allowed({ vitals: entries.map(({ vital }) => vital), total, nextCursor });
};

/** A record in which nothing has been written down yet is an empty one. */
const storedSummary = ({ tables, record }: RecordCall): Omit<HealthSummaryRecord, 'id'> =>
  tables.healthSummaries.get(record.patient.id) ?? {
    conditions: [],
    allergies: [],
    immunizations: [],
    vitals: [],
  };

const listsOf = (call: RecordCall): SummaryLists =>
  summaryLists(
    storedSummary(call),
    call.tables.medications.by('patientId', call.record.patient.id),
  );

const beginningsOf = (lists: SummaryLists) => {
  const conditions = firstPage(lists.conditions, beginning);
  const allergies = firstPage(lists.allergies, beginning);
  const immunizations = firstPage(lists.immunizations, beginning);
  const medications = firstPage(lists.medications, beginning);
  const more = Object.entries({ conditions, allergies, immunizations, medications }).flatMap(
    ([name, { total, nextCursor }]) => (nextCursor === null ? [] : [[name, { total, nextCursor }]]),
  );
  return {
    conditions: documentsOf(conditions),
    allergies: documentsOf(allergies),
    immunizations: documentsOf(immunizations),
    medications: documentsOf(medications),
    ...(more.length > 0 && { more: Object.fromEntries(more) as HealthSummary['more'] }),
  };
};

const documentsOf = <Entry>({ entries }: Page<SummaryEntry<Entry>>): Entry[] =>
  entries.map(({ document }) => document);

const absencesOf = (
  absences: NonNullable<HealthSummaryRecord['absences']>,
): HealthSummary['absences'] =>
  Object.fromEntries(
    Object.entries(absences).map(([list, { kind, parts }]) => [list, { kind, parts: [...parts] }]),
  );

/** Without what other lists tell. */
const partsOf = ({
  results: _results,
  appointments: _appointments,
  ...parts
}: NotShown): HealthSummary['notShown'] => parts;
