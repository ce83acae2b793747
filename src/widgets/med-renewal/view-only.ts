import type { Medication } from '../../contract/medications.js';

/** The rule by which nothing in a record can be asked for: it is no reason of one medication. */
export const viewOnly = 'proxy.friends-and-family';

/** The refusal by it, where the record is one to be looked at only. */
export const viewOnlyRefusal = ([first]: readonly Medication[]) =>
  first && !first.renewable.allowed && first.renewable.rule === viewOnly
    ? first.renewable
    : undefined;
