import type { HealthSummary, Vital } from '../../../src/contract/record/record.js';
import type { HealthSummaryRecord } from '../../db/records/index.js';
import { comparePlaces, type Place } from './pages.js';

type Vitals = HealthSummaryRecord['vitals'];

/** A measurement at the time when it was taken. */
interface VitalEntry extends Place {
  readonly vital: Vital;
}

/** The measurements of one kind, or of all where none is named; latest first. */
export const vitalsOf = (vitals: Vitals, kind: string | undefined): readonly VitalEntry[] =>
  grouped(vitals).get(kind ?? everything) ?? [];

/** Of each kind the latest; what was taken last comes first. */
export const vitalsByKind = (vitals: Vitals): HealthSummary['vitals'] =>
  [...grouped(vitals)].flatMap(([kind, [latest, ...earlier]]) =>
    latest && kind !== everything
      ? [{ kind, latest: latest.vital, earlierCount: earlier.length }]
      : [],
  );

/** The name of no kind. */
const everything = '';

const grouped = (vitals: Vitals): ReadonlyMap<string, readonly VitalEntry[]> => {
  const entries = vitals
    .map(({ values, components, ...vital }): VitalEntry => ({
      at: Date.parse(vital.takenAt),
      id: vital.id,
      vital: {
        ...vital,
        values: [...values],
        ...(components && { components: [...components] }),
      },
    }))
    .sort(comparePlaces);
  const groups = new Map<string, VitalEntry[]>([[everything, entries]]);
  for (const entry of entries) {
    const kind = entry.vital.code?.code ?? entry.vital.name;
    const group = groups.get(kind);
    if (group) group.push(entry);
    else groups.set(kind, [entry]);
  }
  return groups;
};
