import { FhirBundle, type Entry } from './bundle.js';
import { readCareTeam } from './care-team.js';
import { readAppointments } from './encounters.js';
import { readHealthSummary } from './health-summary.js';
import { ImportError } from './import-error.js';
import { readMedications } from './medications.js';
import { readPatient, type NameWords } from './patient.js';
import type {
  AppointmentRecord,
  CareTeamMemberRecord,
  HealthSummaryRecord,
  MedicationRecord,
  PatientRecord,
  ReportRecord,
} from './records/index.js';
import { readReports } from './reports.js';

/** Everything that a bundle tells of one patient. */
export interface PatientRecords {
  readonly patient: PatientRecord;
  readonly reports: readonly ReportRecord[];
  readonly careTeam: readonly CareTeamMemberRecord[];
  readonly medications: readonly MedicationRecord[];
  readonly appointments: readonly AppointmentRecord[];
  readonly healthSummary: Omit<HealthSummaryRecord, 'id'>;
}

export interface Reading {
  readonly records: PatientRecords;
  readonly name: NameWords;
  /** What was not read, counted by kind: `{ Claim: 46, 'Observation (social-history)': 50 }`. */
  readonly skipped: Readonly<Record<string, number>>;
}

/**
 * The record of one person from one FHIR R4 bundle with one Patient.
 * @throws {ImportError}
 */
export function readRecord(json: unknown): Reading {
  const bundle = new FhirBundle(json);
  const entry = onlyPatient(bundle);
  const { patient, name } = readPatient(bundle, entry);
  const subject = { entry, id: patient.id };
  const records = {
    patient,
    reports: readReports(bundle, subject),
    careTeam: readCareTeam(bundle, subject),
    medications: readMedications(bundle, subject),
    appointments: readAppointments(bundle, subject),
    healthSummary: readHealthSummary(bundle, subject),
  };
  return { records, name, skipped: bundle.skipped() };
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
