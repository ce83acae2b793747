import type { AbsenceRecord, MedicationRecord } from '../records/index.js';
import { absenceIn, absentOf } from '../summary/absent.js';
import type { FhirBundle } from '../bundle/bundle.js';
import type { Entry } from '../bundle/entry.js';
import { codeSystems, codingOf, plainWordsOf } from '../codes.js';
import { readPartialDay } from '../dates.js';
import { directionsOf } from './directions.js';
import { nameOf, phoneOf } from '../people/names.js';
import {
  medicationRequestSchema,
  medicationSchema,
  medicationStatementSchema,
  type FhirMedicationRequest,
  type FhirMedicine,
} from '../record-schemas.js';
import { organizationSchema, type FhirCodeableConcept, type FhirQuantity } from '../schemas.js';
import { counted, Left, readAbout, type Subject } from '../bundle/subject.js';
import { opaqueId } from '../opaque-id.js';
import { readFills, refillsOf } from './refills.js';

/** What a status of MedicationRequest is here; all others are no prescriptions that hold or held. */
const statuses: Readonly<Partial<Record<string, MedicationRecord['status']>>> = {
  active: 'active',
  'on-hold': 'on-hold',
  completed: 'completed',
  stopped: 'stopped',
  cancelled: 'stopped',
};

/** Nobody has prescribed it yet. */
const mereIntents = ['proposal', 'plan', 'option'];

/** It tells somebody to fill or to give what was prescribed. */
const fillingIntents = ['filler-order', 'instance-order', 'reflex-order'];

/** "NDA020800 Epinephrine …": how the United States' drug agency files it, which RxNorm puts first. */
const applicationNumber = /^A?NDA\d+ /;

/**
 * The prescriptions of a bundle, and what else is taken: all are documented here, since the bundle is the
 * record.
 */
export function readMedications(
  bundle: FhirBundle,
  subject: Subject,
): { readonly medications: MedicationRecord[]; readonly absence: AbsenceRecord | undefined } {
  const lefts: Left[] = [];
  const medications = [
    ...readPrescriptions(bundle, subject, lefts),
    ...readStatements(bundle, subject, lefts),
  ];
  return { medications, absence: absenceIn(lefts) };
}

function readPrescriptions(
  bundle: FhirBundle,
  subject: Subject,
  lefts: Left[],
): MedicationRecord[] {
  const fills = readFills(bundle, subject);
  return readAbout(
    bundle,
    subject,
    'MedicationRequest',
    medicationRequestSchema,
    (request, entry): MedicationRecord | Left => {
      const { intent = 'order', dispenseRequest = {} } = request;
      const status = statuses[request.status];
      if (status === undefined) return new Left(request.status, request.status === 'unknown');
      if (mereIntents.includes(intent)) return new Left(intent);
      if ((request.doNotPerform ?? false) !== false) return new Left('not to be taken');
      if (fillingIntents.includes(intent) && isPartOf(bundle, request, entry)) {
        return new Left('part of a prescription');
      }
      const medicine = readMedicine(bundle, request, entry);
      if (medicine instanceof Left) return medicine;
      const { expectedSupplyDuration, validityPeriod } = dispenseRequest;
      const ended = status === 'active' || status === 'on-hold' ? undefined : validityPeriod?.end;
      return {
        id: opaqueId(subject.id, entry.key),
        patientId: subject.id,
        ...medicine,
        directions: readDirections(bundle, entry, 'dosageInstruction', request.dosageInstruction),
        status,
        prescriber: request.requester ? nameOf(bundle, request.requester, entry) : null,
        prescribedHere: isPrescribedHere(bundle, request, entry),
        documentedHere: true,
        prescribedOn: counted(bundle, entry, readPartialDay(request.authoredOn)).day,
        endedOn: counted(bundle, entry, readPartialDay(ended)).day,
        supplyDays: daysOf(expectedSupplyDuration),
        ...refillsOf(request, fills.get(entry)),
        pharmacy: pharmacyOf(bundle, request, entry),
      };
    },
    lefts,
  );
}

/** What a status of MedicationStatement is here. */
const statementStatuses: Readonly<Partial<Record<string, MedicationRecord['status']>>> = {
  active: 'active',
  completed: 'completed',
  stopped: 'stopped',
  'on-hold': 'on-hold',
};

/** What is taken, whoever prescribed it, if anybody did. */
function readStatements(bundle: FhirBundle, subject: Subject, lefts: Left[]): MedicationRecord[] {
  return readAbout(
    bundle,
    subject,
    'MedicationStatement',
    medicationStatementSchema,
    (statement, entry): MedicationRecord | Left => {
      const status = statementStatuses[statement.status];
      if (status === undefined) return new Left(statement.status, statement.status === 'unknown');
      if (isPartOf(bundle, statement, entry)) return new Left('part of a prescription');
      const medicine = readMedicine(bundle, statement, entry);
      if (medicine instanceof Left) return medicine;
      const { effectiveDateTime, effectivePeriod } = statement;
      return {
        id: opaqueId(subject.id, entry.key),
        patientId: subject.id,
        ...medicine,
        directions: readDirections(bundle, entry, 'dosage', statement.dosage),
        status,
        prescriber: null,
        prescribedHere: false,
        documentedHere: true,
        prescribedOn: null,
        takenSince: counted(
          bundle,
          entry,
          readPartialDay(effectivePeriod?.start ?? effectiveDateTime),
        ).day,
        endedOn: counted(bundle, entry, readPartialDay(effectivePeriod?.end)).day,
        supplyDays: null,
        refillsRemaining: null,
        refillsUntil: null,
        pharmacy: null,
      };
    },
    lefts,
  );
}

/** An order to fill or to give what a prescription of the file prescribes: one entry is enough. */
const isPartOf = (
  bundle: FhirBundle,
  { basedOn = [] }: Pick<FhirMedicationRequest, 'basedOn'>,
  from: Entry,
): boolean =>
  basedOn.some((reference) => {
    const whole = bundle.resolve(reference, from);
    const request =
      whole && whole !== from ? bundle.peek(whole, medicationRequestSchema) : undefined;
    return (
      whole?.resource.resourceType === 'MedicationRequest' &&
      request !== undefined &&
      statuses[request.status] !== undefined &&
      !mereIntents.includes(request.intent ?? 'order') &&
      (request.doNotPerform ?? false) === false
    );
  });

/** Directions that cannot be said whole are counted, and none. */
function readDirections(
  bundle: FhirBundle,
  entry: Entry,
  member: string,
  dosages: readonly unknown[] | undefined,
): string | null {
  const directions = bundle.hasLost(entry, member) ? undefined : directionsOf(dosages);
  if (directions === undefined) bundle.skip(`${entry.resource.resourceType}.${member}`, entry);
  return directions ?? null;
}

function readMedicine(
  bundle: FhirBundle,
  medicine: FhirMedicine,
  entry: Entry,
): Pick<MedicationRecord, 'name' | 'code'> | Left {
  const concept = conceptOf(bundle, medicine, entry);
  const absent = absentOf(concept);
  if (absent) return absent;
  const name = (plainWordsOf(concept) ?? medicine.medicationReference?.display)?.replace(
    applicationNumber,
    '',
  );
  if (!name) return new Left('without a name', true);
  return { name, code: codingOf(concept, [codeSystems.rxNorm]) };
}

/** The medication itself: in the request, contained in it, or elsewhere in the bundle. */
function conceptOf(
  bundle: FhirBundle,
  { medicationCodeableConcept, medicationReference }: FhirMedicine,
  from: Entry,
): FhirCodeableConcept | undefined {
  if (medicationCodeableConcept || !medicationReference) return medicationCodeableConcept;
  const entry = bundle.resolve(medicationReference, from);
  if (entry?.resource.resourceType === 'Medication') {
    return bundle.read(entry, medicationSchema)?.code;
  }
  if (!entry) {
    bundle.skip(`${from.resource.resourceType}.medicationReference (not in the file)`);
  }
  return undefined;
}

/** By somebody of this bundle, and not only told by the patient. */
function isPrescribedHere(
  bundle: FhirBundle,
  { requester, reportedBoolean }: FhirMedicationRequest,
  from: Entry,
): boolean {
  const type = requester && bundle.resolve(requester, from)?.resource.resourceType;
  return !reportedBoolean && (type === 'Practitioner' || type === 'PractitionerRole');
}

/** UCUM units of time, and their names. */
const daysIn: Readonly<Record<string, number>> = {
  ...{ d: 1, day: 1, days: 1 },
  ...{ wk: 7, week: 7, weeks: 7 },
  ...{ mo: 30, month: 30, months: 30 },
};

function daysOf(duration: FhirQuantity | undefined): number | null {
  const { value, code, unit } = duration ?? {};
  const days = daysIn[(code ?? unit ?? '').toLowerCase()];
  return value === undefined || days === undefined ? null : Math.round(value * days);
}

/** Only one that can be called. */
function pharmacyOf(
  bundle: FhirBundle,
  { dispenseRequest }: FhirMedicationRequest,
  from: Entry,
): MedicationRecord['pharmacy'] {
  const performer = dispenseRequest?.performer;
  const entry = performer && bundle.resolve(performer, from);
  if (entry?.resource.resourceType !== 'Organization') return null;
  const name = nameOf(bundle, performer ?? {}, from);
  const phone = phoneOf(bundle.read(entry, organizationSchema)?.telecom);
  return name && phone ? { name, phone } : null;
}
