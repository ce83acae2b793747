import type { SummaryListName, SummaryPage } from '../../../src/contract/record/record.js';
import type { HealthSummaryRecord, MedicationRecord } from '../../db/records/index.js';
import { latestFirst } from './latest-first.js';
import { listedMedications } from './listed-medications.js';
import type { Place } from './pages.js';

type EntryOf<Name extends SummaryListName> = Extract<
  SummaryPage,
  { list: Name }
>['entries'][number];

/** An entry at its place. */
export interface SummaryEntry<Entry> extends Place {
  readonly document: Entry;
}

/** The lists of a summary that may be long, each in its order. */
export type SummaryLists = {
  readonly [Name in SummaryListName]: readonly SummaryEntry<EntryOf<Name>>[];
};

type Condition = HealthSummaryRecord['conditions'][number];
type Allergy = HealthSummaryRecord['allergies'][number];
type Immunization = HealthSummaryRecord['immunizations'][number];

/** Milliseconds before 1970 of conditions without a day, and how much further back what is over stands. */
const undated = -1e14;
const over = -1e15;

const conditionsInOrder = latestFirst<Condition>(({ status, onsetOn, resolvedOn }) =>
  status === 'active' ? timeOf(onsetOn, undated) : over + timeOf(resolvedOn ?? onsetOn, undated),
);
const allergiesInOrder = latestFirst<Allergy>(({ notedOn }) => timeOf(notedOn));
const immunizationsInOrder = latestFirst<Immunization>(({ givenOn }) => timeOf(givenOn));

const timeOf = (day: string | null, otherwise = -Infinity): number =>
  day === null ? otherwise : Date.parse(day);

export const summaryLists = (
  { conditions, allergies, immunizations }: Omit<HealthSummaryRecord, 'id'>,
  medications: readonly MedicationRecord[],
): SummaryLists => ({
  conditions: conditionsInOrder(conditions),
  allergies: allergiesInOrder(allergies).map(({ document, ...place }) => ({
    ...place,
    document: { ...document, reactions: [...document.reactions] },
  })),
  immunizations: immunizationsInOrder(immunizations),
  medications: listedMedications(medications).current.map(({ at, medication }) => {
    const { id, name, code } = medication;
    return { at, id, document: { id, name, code } };
  }),
});
