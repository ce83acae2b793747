import type { Contract } from '../../../src/contract/index.js';
import type { Medication, Renewal } from '../../../src/contract/record/medications.js';
import type { MedicationRecord, RenewalRecord } from '../../db/records/index.js';
import { randomToken } from '../../tokens.js';
import { addBusinessDays } from '../../../src/policy/calendar.js';
import { allowed, notFound, type Decision } from '../../rules/decision.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import {
  decideListing,
  decideRenewable,
  decideRenewalDetails,
  isOverdue,
  lastOf,
  refillsLeft,
} from '../../rules/record/medications.js';
import type { Call, RecordAnswer, RecordCall } from '../http/call.js';
import { listedMedications } from '../queries/listed-medications.js';
import { pageOf } from '../queries/pages.js';
import { decideActing, fullName, notShownIn, signedInPatient } from '../queries/subjects.js';

export const searchMedications: RecordAnswer<Contract['searchMedications']> = (call) => {
  const { tables, record, body } = call;
  const listed = listedMedications(tables.medications.by('patientId', record.patient.id));
  const page = pageOf(listed[body.period], body);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const medications = entries.map(({ medication }) => medicationOf(call, medication));
  return allowed({ medications, ...notShownIn(call, 'medications'), total, nextCursor });
};

export const getMedication: RecordAnswer<Contract['getMedication']> = (call) => {
  const { record, params } = call;
  const medication = findMedication(call, record.patient.id, params.medication);
  return medication.ok ? allowed(medicationOf(call, medication.value)) : medication;
};

export const requestRenewal: RecordAnswer<Contract['requestRenewal']> = (call) => {
  const { tables, policy, now, record, params, body } = call;
  const medication = findMedication(call, record.patient.id, params.medication);
  if (!medication.ok) return medication;
  const { id: medicationId, patientId } = medication.value;
  const last = lastOf(tables.renewals.by('medicationId', medicationId));
  const renewable = decideRenewable(medication.value, last, policy, now);
  if (!renewable.ok) return renewable;
  const details = decideRenewalDetails(body, policy);
  if (!details.ok) return details;

  const renewal: RenewalRecord = {
    id: randomToken(),
    patientId,
    medicationId,
    requestedAt: now,
    requestedBy: fullName(signedInPatient(call)),
    ...body,
    expectedBy: addBusinessDays(now, policy.renewal.replyBusinessDays, policy),
    status: 'pending',
    decision: null,
  };
  tables.renewals.put(renewal);
  return allowed(medicationOf(call, medication.value));
};

/** A medication that the record lists: any other is as if it did not exist. */
const findMedication = (
  { tables }: Call,
  patientId: string,
  medicationId: string,
): Decision<MedicationRecord> => {
  const medication = tables.medications.get(medicationId);
  if (medication?.patientId !== patientId) return notFound;
  return decideListing(medication).ok ? allowed(medication) : notFound;
};

const medicationOf = (call: RecordCall, medication: MedicationRecord): Medication => {
  const { tables, policy, now, record } = call;
  const last = lastOf(tables.renewals.by('medicationId', medication.id));
  const acting = decideActing(record);
  return {
    id: medication.id,
    name: medication.name,
    code: medication.code,
    directions: medication.directions,
    status: medication.status,
    prescriber: medication.prescriber,
    prescribedOn: medication.prescribedOn,
    ...(medication.takenSince && { takenSince: medication.takenSince }),
    endedOn: medication.endedOn,
    supplyDays: medication.supplyDays,
    refillsRemaining: refillsLeft(medication, policy, now),
    pharmacy: medication.pharmacy,
    renewable: eligibilityOf(acting.ok ? decideRenewable(medication, last, policy, now) : acting),
    supplyChoices: [...policy.renewal.supplyDays],
    lastRenewal: last && renewalOf(last, call),
  };
};

/** What is told of a renewal. */
export const renewalOf = (
  renewal: RenewalRecord,
  { policy, now }: Pick<Call, 'policy' | 'now'>,
): Renewal => ({
  id: renewal.id,
  status: renewal.status,
  requestedAt: new Date(renewal.requestedAt).toISOString(),
  requestedBy: renewal.requestedBy,
  supplyDays: renewal.supplyDays,
  refills: renewal.refills,
  newAllergies: renewal.newAllergies,
  pharmacy: renewal.pharmacy,
  note: renewal.note,
  expectedBy: renewal.expectedBy,
  overdue: isOverdue(renewal, policy, now),
  decision: renewal.decision && {
    ...renewal.decision,
    at: new Date(renewal.decision.at).toISOString(),
  },
});
