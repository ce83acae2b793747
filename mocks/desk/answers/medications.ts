import type { MedicationRecord, RenewalRecord } from '../../db/records/index.js';
import { earliestFirst, latestFirst } from '../../handlers/queries/latest-first.js';
import { compareEarliestFirst, pageOf } from '../../handlers/queries/pages.js';
import { renewalOf } from '../../handlers/record/medications.js';
import { fullName } from '../../handlers/queries/subjects.js';
import { allowed } from '../../rules/decision.js';
import { decideListing } from '../../rules/medications.js';
import type { DeskRenewal } from '../contract/medications.js';
import { decideRenewal as decide } from '../decide-renewal.js';
import { documentMedication as document } from '../document-medication.js';
import type { Hospital } from '../hospital.js';
import { done, type DeskAnswer } from './answer.js';
import { knownPatient } from './patients.js';

const waiting = earliestFirst<RenewalRecord>(
  ({ requestedAt }) => requestedAt,
  ({ status }) => status === 'pending',
);

export const searchRenewals: DeskAnswer<'searchRenewals'> = ({ hospital, body }) => {
  const { renewals } = hospital.db.tables;
  const found =
    body.patient === undefined
      ? renewals.by('status', 'pending')
      : renewals.by('patientId', knownPatient(hospital, body.patient).id);
  const page = pageOf(waiting(found), body, compareEarliestFirst);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const shown = entries.flatMap(({ document }) => deskRenewalOf(hospital, document));
  return allowed({ renewals: shown, total, nextCursor });
};

export const decideRenewal: DeskAnswer<'decideRenewal'> = ({ hospital, params, body }) =>
  done(decide(hospital, params.renewal, body));

const undocumented = latestFirst<MedicationRecord>(
  ({ prescribedOn }) => (prescribedOn === null ? -Infinity : Date.parse(prescribedOn)),
  (medication) => !decideListing(medication).ok,
);

export const searchUndocumentedMedications: DeskAnswer<'searchUndocumentedMedications'> = ({
  hospital,
  params,
  body,
}) => {
  const { id: patientId } = knownPatient(hospital, params.patient);
  const found = hospital.db.tables.medications.by('patientId', patientId);
  const page = pageOf(undocumented(found), body);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  const medications = entries.map(({ document }) => {
    const { id, name, directions, status, prescriber, prescribedOn } = document;
    return { id, name, directions, status, prescriber, prescribedOn };
  });
  return allowed({ medications, total, nextCursor });
};

export const documentMedication: DeskAnswer<'documentMedication'> = ({ hospital, params, body }) =>
  done(document(hospital, params.medication, body.by));

const deskRenewalOf = (
  { db: { tables }, policy, clock }: Hospital,
  renewal: RenewalRecord,
): readonly DeskRenewal[] => {
  const patient = tables.patients.get(renewal.patientId);
  const medication = tables.medications.get(renewal.medicationId);
  if (!patient || !medication) return [];
  const { id, name, prescriber } = medication;
  return [
    {
      ...renewalOf(renewal, { policy, now: clock.now() }),
      patient: { id: patient.id, name: fullName(patient) },
      medication: { id, name, prescriber },
    },
  ];
};
