import type { Entry, FhirBundle } from './bundle.js';
import { readContact } from './contact.js';
import { readDay } from './dates.js';
import { ImportError } from './import-error.js';
import { opaqueId } from './opaque-id.js';
import type { PatientRecord } from './records/index.js';
import { patientSchema, type FhirHumanName, type FhirPatient } from './schemas.js';
import { counted } from './subject.js';

/** The first given name and the family name. */
export interface NameWords {
  readonly given: string;
  readonly family: string;
}

/** @throws {ImportError} for a Patient that cannot be read. */
export function readPatient(
  bundle: FhirBundle,
  entry: Entry,
): { readonly patient: PatientRecord; readonly name: NameWords } {
  const source = bundle.read(entry, patientSchema);
  if (!source) {
    throw new ImportError(
      'The Patient of this FHIR bundle cannot be read. Expected name, gender and birthDate as in FHIR R4.',
    );
  }
  const name = currentName(source.name ?? []);
  const given = name?.given ?? [];
  return {
    patient: {
      id: patientId(entry, source),
      givenName: given.join(' '),
      familyName: name?.family ?? '',
      birthDate: counted(bundle, entry, readBirthDay(source.birthDate)).day,
      sex: source.gender ?? 'unknown',
      contact: readContact(bundle, source),
      releaseOfInformation: true,
    },
    name: { given: given[0] ?? '', family: name?.family ?? '' },
  };
}

/**
 * By the full URL where that names one patient in all the world. `Patient/1` is somebody else in each
 * file, so there the person's own particulars tell them apart.
 */
function patientId({ key, fullUrl }: Entry, { name, birthDate, identifier }: FhirPatient): string {
  return /^(urn:(uuid|oid):|https?:\/\/)/i.test(fullUrl ?? '')
    ? opaqueId('Patient', key)
    : opaqueId('Patient', key, JSON.stringify([name, birthDate, identifier]));
}

/** The official name, else any that is in use. */
function currentName(names: readonly FhirHumanName[]): FhirHumanName | undefined {
  return (
    names.find(({ use }) => use === 'official') ??
    names.find(({ use }) => use !== 'old' && use !== 'maiden')
  );
}

/** Nobody is born so late that dates end before they come of age. */
const readBirthDay = (birthDate: string | undefined): ReturnType<typeof readDay> =>
  birthDate !== undefined && birthDate >= '9900'
    ? { day: null, unread: 'date that is none' }
    : readDay(birthDate);
