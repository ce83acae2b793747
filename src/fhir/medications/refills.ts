import type { FhirBundle } from '../bundle/bundle.js';
import type { Entry } from '../bundle/entry.js';
import { readDay } from '../dates.js';
import { medicationDispenseSchema, type FhirMedicationRequest } from '../record-schemas.js';
import type { MedicationRecord } from '../records/index.js';
import type { Subject } from '../bundle/subject.js';

/** How often each prescription was filled, as far as the bundle tells. */
export function readFills(bundle: FhirBundle, subject: Subject): ReadonlyMap<Entry, number> {
  const fills = new Map<Entry, number>();
  for (const entry of bundle.about(subject.entry, 'MedicationDispense')) {
    const dispense = bundle.peek(entry, medicationDispenseSchema);
    if (dispense?.status !== 'completed') continue;
    for (const reference of dispense.authorizingPrescription ?? []) {
      const prescription = bundle.resolve(reference, entry);
      if (!prescription) continue;
      bundle.take(entry);
      fills.set(prescription, (fills.get(prescription) ?? 0) + 1);
    }
  }
  return fills;
}

/**
 * What is allowed less what was dispensed: the first fill is no refill. Null where a prescription allows
 * some and nobody tells how often it was filled.
 */
export function refillsOf(
  { dispenseRequest }: FhirMedicationRequest,
  fills: number | undefined,
): Pick<MedicationRecord, 'refillsRemaining' | 'refillsUntil'> {
  const allowed = dispenseRequest?.numberOfRepeatsAllowed;
  const until = readDay(dispenseRequest?.validityPeriod?.end).day;
  const none = allowed !== undefined && allowed <= 0;
  const remaining =
    allowed === undefined || fills === undefined ? null : Math.max(0, allowed - (fills - 1));
  return { refillsRemaining: none ? 0 : remaining, refillsUntil: until };
}
