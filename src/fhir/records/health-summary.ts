import type { Coding } from '../../contract/fields.js';

/** Codes: ICD-10-CM or SNOMED CT, CVX, RxNorm, LOINC. Days: RFC 3339 full-date. Null: not known. */
export interface HealthSummaryRecord {
  /** Of the patient. */
  readonly id: string;
  /** FHIR Condition */
  readonly conditions: readonly {
    readonly id: string;
    readonly name: string;
    readonly code: Coding | null;
    readonly status: 'active' | 'resolved';
    readonly onsetOn: string | null;
    readonly resolvedOn: string | null;
  }[];
  /** FHIR AllergyIntolerance */
  readonly allergies: readonly {
    readonly id: string;
    readonly substance: string;
    readonly code: Coding | null;
    readonly reactions: readonly string[];
    readonly severity: 'mild' | 'moderate' | 'severe' | null;
    readonly notedOn: string | null;
  }[];
  /** FHIR Immunization */
  readonly immunizations: readonly {
    readonly id: string;
    readonly name: string;
    readonly code: Coding | null;
    readonly givenOn: string | null;
  }[];
  /** Everything measured at visits (FHIR Observation, vital-signs), in any order. */
  readonly vitals: readonly {
    readonly id: string;
    readonly name: string;
    readonly code: Coding | null;
    /** RFC 3339 instant. */
    readonly takenAt: string;
    /** One, or two for a blood pressure: systolic first. */
    readonly values: readonly number[];
    /** UCUM, as printed for people. */
    readonly unit: string;
  }[];
}
