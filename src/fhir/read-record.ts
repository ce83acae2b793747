/**
 * Reads FHIR R4 into what the contract tells, whole and as it was sent, or says what is missing. Neither the page
 * nor Node comes in here, so that any backend can use it.
 */
import * as z from 'zod/mini';
import { FhirBundle } from './bundle/bundle.js';
import type { Entry } from './bundle/entry.js';
import { readCareTeam } from './people/care-team.js';
import { readAppointments } from './encounters.js';
import { categoryOf, hasCode } from './codes.js';
import { readHealthSummary } from './summary/health-summary.js';
import { ImportError } from './bundle/import-error.js';
import { readMedications } from './medications/medications.js';
import { refuseOtherVersions } from './bundle/other-versions.js';
import { parseBundle, refuseMissingPages } from './bundle/parse-bundle.js';
import { readPatient, type NameWords } from './people/patient.js';
import type {
  AppointmentRecord,
  Area,
  CareTeamMemberRecord,
  HealthSummaryRecord,
  MedicationRecord,
  NotShown,
  PatientRecord,
  ReportRecord,
} from './records/index.js';
import { readReports } from './results/reports.js';
import { concepts } from './schemas.js';

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
 * The records of the patients of FHIR R4 bundles that belong together: pages of a search, files of one
 * folder, or one alone.
 * @param withheldLabels security labels by which an entry is kept from its patient without trace, besides NOPAT
 * @throws {ImportError} for what no patient can be read from, or not whole
 */
export function readRecords(
  sources: readonly unknown[],
  withheldLabels: readonly string[] = [],
): readonly Reading[] {
  const bundles = sources.map(parseBundle);
  refuseOtherVersions(bundles);
  refuseMissingPages(bundles);
  const bundle = new FhirBundle(bundles, withheldLabels);
  const patients = bundle.ofType('Patient');
  if (patients.length === 0) {
    throw new ImportError(
      `This FHIR bundle has no Patient. Found: ${bundle.inventory()}. Expected one Patient with results.`,
    );
  }
  return patients.map((entry) => readOne(bundle, entry));
}

function readOne(bundle: FhirBundle, entry: Entry): Reading {
  const { patient, name } = readPatient(bundle, entry);
  const subject = { entry, id: patient.id };
  const { medications, absence } = readMedications(bundle, subject);
  const records = {
    reports: readReports(bundle, subject),
    careTeam: readCareTeam(bundle, subject),
    medications,
    appointments: readAppointments(bundle, subject),
    healthSummary: readHealthSummary(bundle, subject, absence),
  };
  const notShown = notShownIn(bundle, entry);
  return {
    records: { ...records, patient: { ...patient, notShown } },
    name,
    skipped: bundle.skipped(entry),
  };
}

const areas: Readonly<Partial<Record<string, Area>>> = {
  DiagnosticReport: 'results',
  MedicationRequest: 'medications',
  MedicationStatement: 'medications',
  Condition: 'conditions',
  AllergyIntolerance: 'allergies',
  Immunization: 'immunizations',
  Encounter: 'appointments',
};

/** How many entries of each area the source has that are not shown, or not whole. */
function notShownIn(bundle: FhirBundle, patient: Entry): NotShown {
  const counts: Partial<Record<Area, number>> = {};
  for (const entry of bundle.lacking(patient)) {
    const area = areaOf(entry);
    if (area) counts[area] = (counts[area] ?? 0) + 1;
  }
  return counts;
}

const observationSchema = z.object({ category: concepts });

function areaOf({ resource }: Entry): Area | undefined {
  if (resource.resourceType !== 'Observation') return areas[resource.resourceType];
  const { category = [] } = z.safeParse(observationSchema, resource).data ?? {};
  if (hasCode(category, ['vital-signs'])) return 'vitals';
  return category.length === 0 || categoryOf(category) ? 'results' : undefined;
}
