import type { MedicationRecord, RenewalRecord } from '../db/records/index.js';
import type { Facts } from './facts.js';
import { day, dayOf, promisedDay } from './dates.js';
import { pharmacies, type Drug } from './drugs.js';
import { opaqueId } from '../../src/fhir/opaque-id.js';
import { staff } from './staff.js';

interface RenewalSpec {
  readonly daysAgo: number;
  readonly supplyDays: number;
  readonly refills: number;
  readonly newAllergies?: string;
  readonly note?: string;
  /** Absent: pending. */
  readonly decided?: {
    readonly daysAgo: number;
    readonly as: 'approved' | 'denied';
    readonly note?: string;
  };
}

export interface MedicationSpec {
  readonly drug: Drug;
  readonly directions: string;
  readonly prescribedDaysAgo: number;
  /** Null: bought without a prescription. Absent: by primary care. */
  readonly prescriber?: string | null;
  /** `documented`: prescribed elsewhere. `unknown`: and nobody here has written it down. Absent: here. */
  readonly from?: 'documented' | 'unknown';
  readonly status?: MedicationRecord['status'];
  readonly endedDaysAgo?: number;
  /** Absent: 30. */
  readonly supplyDays?: number;
  /** Absent: none left. */
  readonly refills?: number;
  readonly pharmacy?: NonNullable<MedicationRecord['pharmacy']>;
  readonly renewals?: readonly RenewalSpec[];
}

const idOf = ({ drug, prescribedDaysAgo }: MedicationSpec, { patient }: Facts): string =>
  opaqueId('medication', patient.id, drug.name, String(prescribedDaysAgo));

export const medicationRecord = (spec: MedicationSpec, facts: Facts): MedicationRecord => ({
  id: idOf(spec, facts),
  patientId: facts.patient.id,
  name: spec.drug.name,
  code: spec.drug.code,
  directions: spec.directions,
  status: spec.status ?? 'active',
  prescriber: spec.prescriber === undefined ? staff.primaryCare : spec.prescriber,
  prescribedHere: spec.from === undefined,
  documentedHere: spec.from !== 'unknown',
  prescribedOn: dayOf(facts.now - spec.prescribedDaysAgo * day),
  endedOn: spec.endedDaysAgo === undefined ? null : dayOf(facts.now - spec.endedDaysAgo * day),
  supplyDays: spec.prescriber === null ? null : (spec.supplyDays ?? 30),
  refillsRemaining: spec.refills ?? 0,
  pharmacy: spec.prescriber === null ? null : (spec.pharmacy ?? pharmacies.quay),
});

export const renewalRecords = (spec: MedicationSpec, facts: Facts): RenewalRecord[] =>
  (spec.renewals ?? []).map((renewal) => {
    const { decided } = renewal;
    const requestedAt = facts.now - renewal.daysAgo * day;
    const medicationId = idOf(spec, facts);
    return {
      id: opaqueId('renewal', medicationId, String(renewal.daysAgo)),
      patientId: facts.patient.id,
      medicationId,
      requestedAt,
      requestedBy: facts.name,
      supplyDays: renewal.supplyDays,
      refills: renewal.refills,
      newAllergies: renewal.newAllergies ?? null,
      pharmacy: (spec.pharmacy ?? pharmacies.quay).name,
      note: renewal.note ?? null,
      expectedBy: promisedDay(requestedAt),
      status: decided?.as ?? 'pending',
      decision: decided
        ? {
            at: facts.now - decided.daysAgo * day,
            by: spec.prescriber ?? staff.primaryCare,
            note: decided.note ?? null,
          }
        : null,
    };
  });
