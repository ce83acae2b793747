import { hasEnded } from '../../../src/contract/record/medication-ended.js';
import type { MedicationRecord } from '../../db/records/index.js';
import { decideListing } from '../../rules/record/medications.js';
import { comparePlaces, type Place } from './pages.js';

/** A medication that the record lists, at the day by which it is sorted. */
export interface ListedEntry extends Place {
  readonly medication: MedicationRecord;
}

interface Listed {
  readonly current: readonly ListedEntry[];
  readonly past: readonly ListedEntry[];
}

/** Kept with the medications: a page of 10,000 costs 3.5 times one of 100 without (`bench:cost`). */
const kept = new WeakMap<readonly MedicationRecord[], Listed>();

/** What a patient's record lists (`medications.listed`), latest first. */
export const listedMedications = (medications: readonly MedicationRecord[]): Listed => {
  let listed = kept.get(medications);
  if (!listed) {
    const entries = medications.flatMap((medication) => {
      const listing = decideListing(medication);
      return listing.ok ? [entryOf(listing.value)] : [];
    });
    entries.sort(comparePlaces);
    listed = {
      current: entries.filter(({ medication }) => !hasEnded(medication)),
      past: entries.filter(({ medication }) => hasEnded(medication)),
    };
    kept.set(medications, listed);
  }
  return listed;
};

const entryOf = (medication: MedicationRecord): ListedEntry => {
  const { id, takenSince = null, prescribedOn, endedOn } = medication;
  const begun = prescribedOn ?? takenSince;
  const day = hasEnded(medication) ? (endedOn ?? begun) : begun;
  return { id, at: day === null ? -Infinity : Date.parse(day), medication };
};
