import type { PatientRecord, Person } from '../../db/records/index.js';
import { demoPassword } from '../demo-password.js';
import { FhirBundle, type Entry } from './bundle.js';
import { readCareTeam } from './care-team.js';
import { readContact } from './contact.js';
import { readDay } from './dates.js';
import { readAppointments } from './encounters.js';
import { readHealthSummary } from './health-summary.js';
import { readMedications } from './medications.js';
import { readReports } from './reports.js';
import { patientSchema, type FhirHumanName, type FhirPatient } from './schemas.js';
import { counted } from './subject.js';
import { ImportError } from './import-error.js';
import { opaqueId } from '../opaque-id.js';

export { ImportError } from './import-error.js';

export interface ImportOutcome {
  readonly person: Person;
  /** What was not read, counted by kind: `{ Claim: 46, 'Observation (social-history)': 50 }`. */
  readonly skipped: Readonly<Record<string, number>>;
}

/**
 * One person from one FHIR R4 bundle with one Patient, who then signs in as `first.last` with the
 * password of the demo.
 * @throws {ImportError}
 */
export function importBundle(json: unknown): ImportOutcome {
  const bundle = new FhirBundle(json);
  const entry = onlyPatient(bundle);
  const { patient, username } = readPatient(bundle, entry);
  const subject = { entry, id: patient.id };
  const person: Person = {
    patient,
    account: { username, password: demoPassword },
    reports: readReports(bundle, subject),
    careTeam: readCareTeam(bundle, subject),
    medications: readMedications(bundle, subject),
    appointments: readAppointments(bundle, subject),
    healthSummary: readHealthSummary(bundle, subject),
  };
  return { person, skipped: bundle.skipped() };
}

function onlyPatient(bundle: FhirBundle): Entry {
  const [entry, ...others] = bundle.ofType('Patient');
  if (entry === undefined) {
    throw new ImportError(
      `This FHIR bundle has no Patient. Found: ${bundle.inventory()}. Expected one Patient with results.`,
    );
  }
  if (others.length > 0) {
    throw new ImportError(
      `This FHIR bundle has ${others.length + 1} Patients. Expected one: bring each person in a file of their own.`,
    );
  }
  return entry;
}

function readPatient(
  bundle: FhirBundle,
  entry: Entry,
): { readonly patient: PatientRecord; readonly username: string } {
  const source = bundle.read(entry, patientSchema);
  if (!source) {
    throw new ImportError(
      'The Patient of this FHIR bundle cannot be read. Expected name, gender and birthDate as in FHIR R4.',
    );
  }
  const name = currentName(source.name ?? []);
  const given = name?.given ?? [];
  const username = usernameOf(given[0] ?? '', name?.family ?? '');
  if (username === undefined) {
    throw new ImportError(
      'The Patient of this FHIR bundle has no given name and family name to sign in with. Expected Patient.name with both.',
    );
  }
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
    username,
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

/** Letters that Unicode does not take apart into a plain one and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};

/** Felipa O'Keefe is `felipa.okeefe`: lower case, letters only, without accents. */
function usernameOf(given: string, family: string): string | undefined {
  const [first, last] = [given, family].map((part) =>
    part
      .normalize('NFD')
      .replace(/\p{Mark}/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[ßæœøđłı]/g, (letter) => plainLetters[letter] ?? '')
      .replace(/[^\p{Letter}]/gu, ''),
  );
  return first && last ? `${first}.${last}` : undefined;
}
