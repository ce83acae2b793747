import type { MedicationRecord, RenewalRecord } from '../db/records/index.js';
import type { Facts } from './facts.js';
import { day, dayOf, promisedDay } from './dates.js';
import { pharmacies, type Drug } from './drugs.js';
import { opaqueId } from '../../src/fhir/opaque-id.js';
import { staff } from './staff.js';

interface RenewalDraft {
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

export interface MedicationDraft {
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
  readonly renewals?: readonly RenewalDraft[];
}

const idOf = ({ drug, prescribedDaysAgo }: MedicationDraft, { patient }: Facts): string =>
  opaqueId('medication', patient.id, drug.name, String(prescribedDaysAgo));

export const medicationRecord = (draft: MedicationDraft, facts: Facts): MedicationRecord => ({
  id: idOf(draft, facts),
  patientId: facts.patient.id,
  name: draft.drug.name,
  code: draft.drug.code,
  directions: draft.directions,
  status: draft.status ?? 'active',
  prescriber: draft.prescriber === undefined ? staff.primaryCare : draft.prescriber,
  prescribedHere: draft.from === undefined,
  documentedHere: draft.from !== 'unknown',
  prescribedOn: dayOf(facts.now - draft.prescribedDaysAgo * day),
  endedOn: draft.endedDaysAgo === undefined ? null : dayOf(facts.now - draft.endedDaysAgo * day),
  supplyDays: draft.prescriber === null ? null : (draft.supplyDays ?? 30),
  refillsRemaining: draft.refills ?? 0,
  pharmacy: draft.prescriber === null ? null : (draft.pharmacy ?? pharmacies.quay),
});

export const renewalRecords = (draft: MedicationDraft, facts: Facts): RenewalRecord[] =>
  (draft.renewals ?? []).map((renewal) => {
    const { decided } = renewal;
    const requestedAt = facts.now - renewal.daysAgo * day;
    const medicationId = idOf(draft, facts);
    return {
      id: opaqueId('renewal', medicationId, String(renewal.daysAgo)),
      patientId: facts.patient.id,
      medicationId,
      requestedAt,
      requestedBy: facts.name,
      supplyDays: renewal.supplyDays,
      refills: renewal.refills,
      newAllergies: renewal.newAllergies ?? null,
      pharmacy: (draft.pharmacy ?? pharmacies.quay).name,
      note: renewal.note ?? null,
      expectedBy: promisedDay(requestedAt),
      status: decided?.as ?? 'pending',
      decision: decided
        ? {
            at: facts.now - decided.daysAgo * day,
            by: draft.prescriber ?? staff.primaryCare,
            note: decided.note ?? null,
          }
        : null,
    };
  });
