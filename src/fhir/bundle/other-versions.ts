import { ImportError } from './import-error.js';
import type { ParsedBundle } from './parse-bundle.js';

type Resource = Readonly<Record<string, unknown>>;

/** What only one version of FHIR has. */
interface Sign {
  readonly version: string;
  readonly of: (resource: Resource) => boolean;
}

const isOneOf =
  (...types: readonly string[]) =>
  ({ resourceType }: Resource): boolean =>
    types.includes(String(resourceType));

/** A code where R4 has a concept. */
const hasPlainStatus = ({ resourceType, clinicalStatus, verificationStatus }: Resource): boolean =>
  ['Condition', 'AllergyIntolerance'].includes(String(resourceType)) &&
  [clinicalStatus, verificationStatus].some((status) => typeof status === 'string');

const has = (resourceType: string, member: string, test: (value: unknown) => boolean) => {
  const isOfType = isOneOf(resourceType);
  return (resource: Resource) => isOfType(resource) && test(resource[member]);
};
const isThere = (value: unknown) => value !== undefined;
const isConcept = (value: unknown) => typeof value === 'object' && !Array.isArray(value);

/** https://hl7.org/fhir/R4/diff.html and https://hl7.org/fhir/R5/diff.html; the oldest first. */
const signs: readonly Sign[] = [
  { version: 'DSTU2 (1.0)', of: isOneOf('MedicationOrder', 'DiagnosticOrder', 'Conformance') },
  {
    version: 'DSTU2 (1.0)',
    of: (resource) => hasPlainStatus(resource) && has('Condition', 'patient', isThere)(resource),
  },
  { version: 'STU3 (3.0)', of: isOneOf('ProcedureRequest', 'ReferralRequest', 'Sequence') },
  { version: 'STU3 (3.0)', of: hasPlainStatus },
  { version: 'STU3 (3.0)', of: has('Immunization', 'notGiven', isThere) },
  { version: 'R5 (5.0)', of: has('MedicationRequest', 'medication', isThere) },
  { version: 'R5 (5.0)', of: has('MedicationStatement', 'medication', isThere) },
  { version: 'R5 (5.0)', of: has('Encounter', 'class', Array.isArray) },
];
const r4Signs: readonly Sign['of'][] = [
  has('Condition', 'clinicalStatus', isConcept),
  has('Encounter', 'class', isConcept),
  has('MedicationRequest', 'medicationCodeableConcept', isThere),
];

/** @throws {ImportError} that names the version of FHIR, if it is another one. */
export function refuseOtherVersions(bundles: readonly ParsedBundle[]): void {
  const resources = bundles.flatMap(({ entry = [] }) =>
    entry.flatMap(({ resource }) =>
      typeof resource === 'object' && resource !== null ? [resource as Resource] : [],
    ),
  );
  for (const { version, of } of signs) {
    const sign = resources.find(of);
    if (!sign || resources.some((resource) => r4Signs.some((isR4) => isR4(resource)))) continue;
    throw new ImportError(
      `This looks like FHIR ${version}, by its ${String(sign['resourceType'])}. ` +
        'Expected FHIR R4 (4.0): ask for the record in that version.',
    );
  }
}
