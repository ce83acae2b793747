import type { FhirBundle } from '../bundle/bundle.js';
import type { Entry } from '../bundle/entry.js';
import { readContact } from './contact.js';
import { readPartialDay } from '../dates.js';
import { ImportError } from '../bundle/import-error.js';
import { opaqueId } from '../opaque-id.js';
import type { PatientRecord } from '../records/index.js';
import { currentName } from './names.js';
import { patientSchema, type FhirPatient } from '../schemas.js';
import { counted } from '../bundle/subject.js';

/** The first given name and the family name; one of them may be empty. */
export interface NameWords {
  readonly given: string;
  readonly family: string;
}

/** Said where a name is shown, and the source has none. */
const nameless = 'Name not given';

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
  const { given = [], family = '', text = '' } = currentName(source.name) ?? {};
  // Which word of a text is the family's name, nobody can tell: it stays whole.
  const isOnlyText = given.length === 0 && family === '';
  const [first = '', ...others] = text.split(/\s+/).filter(Boolean);
  return {
    patient: {
      id: patientId(entry, source),
      givenName: isOnlyText ? text.trim() || nameless : given.join(' '),
      familyName: family,
      birthDate: counted(bundle, entry, readBirthDay(source.birthDate)).day,
      sex: source.gender ?? 'unknown',
      contact: readContact(bundle, source),
      releaseOfInformation: true,
    },
    name: isOnlyText
      ? { given: first, family: others.at(-1) ?? '' }
      : { given: given[0] ?? '', family },
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

/** Nobody is born so late that dates end before they come of age. */
const readBirthDay = (birthDate: string | undefined): ReturnType<typeof readPartialDay> =>
  birthDate !== undefined && birthDate >= '9900'
    ? { day: null, unread: 'date that is none' }
    : readPartialDay(birthDate);
