import type { MedicationRecord } from './records/index.js';
import type { Entry, FhirBundle } from './bundle.js';
import { codeSystems, codingOf, plainWordsOf } from './codes.js';
import { readDay } from './dates.js';
import { directionsOf } from './directions.js';
import { nameOf, phoneOf } from './names.js';
import {
  medicationRequestSchema,
  medicationSchema,
  type FhirMedicationRequest,
} from './record-schemas.js';
import { organizationSchema, type FhirCodeableConcept, type FhirQuantity } from './schemas.js';
import { counted, Left, readAbout, type Subject } from './subject.js';
import { opaqueId } from './opaque-id.js';

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

/** "NDA020800 Epinephrine …": how the United States' drug agency files it, which RxNorm puts first. */
const applicationNumber = /^A?NDA\d+ /;

/** The prescriptions of a bundle: all are documented here, since the bundle is the record. */
export function readMedications(bundle: FhirBundle, subject: Subject): MedicationRecord[] {
  return readAbout(
    bundle,
    subject,
    'MedicationRequest',
    medicationRequestSchema,
    (request, entry) => {
      const { intent = 'order', dispenseRequest = {} } = request;
      const status = statuses[request.status];
      if (status === undefined) return new Left(request.status);
      if (mereIntents.includes(intent)) return new Left(intent);
      const concept = conceptOf(bundle, request, entry);
      const name = (plainWordsOf(concept) ?? request.medicationReference?.display)?.replace(
        applicationNumber,
        '',
      );
      if (!name) return new Left('without a name');
      const {
        numberOfRepeatsAllowed = 0,
        expectedSupplyDuration,
        validityPeriod,
      } = dispenseRequest;
      const ended = status === 'active' || status === 'on-hold' ? undefined : validityPeriod?.end;
      return {
        id: opaqueId(subject.id, entry.key),
        patientId: subject.id,
        name,
        code: codingOf(concept, [codeSystems.rxNorm]),
        directions: directionsOf(request.dosageInstruction),
        status,
        prescriber: request.requester ? nameOf(bundle, request.requester, entry) : null,
        prescribedHere: isPrescribedHere(bundle, request, entry),
        documentedHere: true,
        prescribedOn: counted(bundle, entry, readDay(request.authoredOn)).day,
        endedOn: counted(bundle, entry, readDay(ended)).day,
        supplyDays: daysOf(expectedSupplyDuration),
        refillsRemaining: Math.max(0, numberOfRepeatsAllowed),
        pharmacy: pharmacyOf(bundle, request, entry),
      };
    },
  );
}

/** The medication itself: in the request, contained in it, or elsewhere in the bundle. */
function conceptOf(
  bundle: FhirBundle,
  { medicationCodeableConcept, medicationReference }: FhirMedicationRequest,
  from: Entry,
): FhirCodeableConcept | undefined {
  if (medicationCodeableConcept || !medicationReference) return medicationCodeableConcept;
  const entry = bundle.resolve(medicationReference, from);
  if (entry?.resource.resourceType === 'Medication') {
    return bundle.read(entry, medicationSchema)?.code;
  }
  if (!entry) bundle.skip('MedicationRequest.medicationReference (not in the file)');
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
