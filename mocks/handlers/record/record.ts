import type { Contract } from '../../../src/contract/index.js';
import { hasEnded } from '../../../src/contract/record/medication-ended.js';
import type { HealthSummary } from '../../../src/contract/record/record.js';
import type { HealthSummaryRecord, MedicationRecord, NotShown } from '../../db/records/index.js';
import { allowed } from '../../rules/decision.js';
import { eligibilityOf } from '../../rules/eligibility.js';
import { decideListing } from '../../rules/record/medications.js';
import { readOnlyRecord } from '../../rules/record/record.js';
import type { RecordAnswer } from '../http/call.js';
import { comparePlaces, pageOf } from '../queries/pages.js';
import { fullName } from '../queries/subjects.js';
import { vitalsByKind, vitalsOf } from '../queries/vitals.js';

/** What the record says of a patient's health, to be read (`record.health-summary`). */
export const getHealthSummary: RecordAnswer<Contract['getHealthSummary']> = (call) => {
  const { tables, record } = call;
  const { patient } = record;
  const { conditions, allergies, immunizations, vitals, absences } = summaryOf(
    tables.healthSummaries.get(patient.id),
  );
  return allowed({
    patient: { name: fullName(patient), birthDate: patient.birthDate, sex: patient.sex },
    conditions: [
      ...latestFirst(conditions.filter(isActive), ({ onsetOn }) => onsetOn),
      ...latestFirst(
        conditions.filter((condition) => !isActive(condition)),
        ({ resolvedOn, onsetOn }) => resolvedOn ?? onsetOn,
      ),
    ],
    allergies: latestFirst(allergies, ({ notedOn }) => notedOn).map((allergy) => ({
      ...allergy,
      reactions: [...allergy.reactions],
    })),
    immunizations: latestFirst(immunizations, ({ givenOn }) => givenOn),
    vitals: vitalsByKind(vitals),
    medications: currentMedications(tables.medications.by('patientId', patient.id)),
    ...(absences && { absences: absencesOf(absences) }),
    ...(patient.notShown && { notShown: partsOf(patient.notShown) }),
    correction: eligibilityOf(readOnlyRecord),
  });
};

export const searchVitals: RecordAnswer<Contract['searchVitals']> = (call) => {
  const { vitals } = summaryOf(call.tables.healthSummaries.get(call.record.patient.id));
  const page = pageOf(vitalsOf(vitals, call.body.kind), call.body);
  if (!page.ok) return page;
  const { entries, total, nextCursor } = page.value;
  return allowed({ vitals: entries.map(({ vital }) => vital), total, nextCursor });
};

/** A record in which nothing has been written down yet is an empty one. */
const summaryOf = (summary: HealthSummaryRecord | undefined): Omit<HealthSummaryRecord, 'id'> =>
  summary ?? { conditions: [], allergies: [], immunizations: [], vitals: [] };

const absencesOf = (
  absences: NonNullable<HealthSummaryRecord['absences']>,
): HealthSummary['absences'] =>
  Object.fromEntries(
    Object.entries(absences).map(([list, { kind, parts }]) => [list, { kind, parts: [...parts] }]),
  );

/** Without what other lists tell. */
const partsOf = ({
  results: _results,
  appointments: _appointments,
  ...parts
}: NotShown): HealthSummary['notShown'] => parts;

const isActive = ({ status }: HealthSummaryRecord['conditions'][number]): boolean =>
  status === 'active';

/** Those without a day come last. */
const latestFirst = <Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  dayOf: (entry: Entry) => string | null,
): Entry[] => {
  const place = (entry: Entry) => {
    const day = dayOf(entry);
    return { at: day === null ? -Infinity : Date.parse(day), id: entry.id };
  };
  return [...entries].sort((a, b) => comparePlaces(place(a), place(b)));
};

const currentMedications = (
  medications: readonly MedicationRecord[],
): HealthSummary['medications'] =>
  medications
    .filter((medication) => decideListing(medication).ok && !hasEnded(medication))
    .map(({ id, name, code }) => ({ id, name, code }))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
