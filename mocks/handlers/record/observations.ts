import { analyteOf } from '../../../src/contract/record/analyte.js';
import type { Contract } from '../../../src/contract/index.js';
import type { Observation } from '../../../src/contract/record/results.js';
import { allowed } from '../../rules/decision.js';
import type { RecordAnswer } from '../http/call.js';
import { comparePlaces, pageOf, type Place } from '../queries/pages.js';
import { releasedEntries, type ReleasedEntry } from '../queries/released-results.js';

export const searchObservations: RecordAnswer<Contract['searchObservations']> = (call) => {
  const { tables, policy, now, record, body } = call;
  const released = releasedEntries(tables.reports.by('patientId', record.patient.id), policy, now);
  const page = pageOf(observationsOf(released, body.analyte), body);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  return allowed({
    observations: entries.map(({ observation, report }) => ({
      ...observation,
      resultId: report.id,
      status: report.status,
      collectedAt: observation.takenAt ?? report.collectedAt,
      ...(report.collectedOn !== undefined &&
        observation.takenAt === undefined && { collectedOn: report.collectedOn }),
      laboratory: report.laboratory,
    })),
    total,
    nextCursor,
  });
};

/** An observation at the place of its report. */
interface ObservationEntry extends Place {
  readonly observation: Observation;
  readonly report: ReleasedEntry['report'];
}

type ByAnalyte = ReadonlyMap<string, readonly ObservationEntry[]>;

/** Kept with the reports: a page of 10,000 costs 3 times one of 100 without (`bench:cost`). */
const kept = new WeakMap<readonly ReleasedEntry[], ByAnalyte>();

/** Each observation of one analyte in what is released, in the order of their reports. */
const observationsOf = (
  released: readonly ReleasedEntry[],
  analyte: string,
): readonly ObservationEntry[] => {
  let byAnalyte = kept.get(released);
  if (!byAnalyte) {
    byAnalyte = grouped(released);
    kept.set(released, byAnalyte);
  }
  return byAnalyte.get(analyte) ?? [];
};

const grouped = (released: readonly ReleasedEntry[]): ByAnalyte => {
  const groups = new Map<string, ObservationEntry[]>();
  for (const { at, report } of released) {
    report.observations.forEach((observation, index) => {
      const analyte = analyteOf(observation);
      // By its place, should a report have the analyte twice.
      const id = `${report.id}-${String(index).padStart(4, '0')}`;
      const { takenAt } = observation;
      const place = takenAt === undefined ? at : Date.parse(takenAt);
      const entry = { at: place, id, observation, report };
      const group = groups.get(analyte);
      if (group) group.push(entry);
      else groups.set(analyte, [entry]);
    });
  }
  // Two reports of one moment: their ids may order otherwise with what was added.
  for (const group of groups.values()) group.sort(comparePlaces);
  return groups;
};
