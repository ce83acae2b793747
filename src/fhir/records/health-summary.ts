import type { Coding } from '../../contract/fields.js';
import type { ResultValue } from '../../contract/record/results.js';

/**
 * Codes: ICD-10-CM or SNOMED CT, CVX, RxNorm, LOINC. Days: RFC 3339 full-date, or its
 * year or month alone. Null: not known.
 */
export interface HealthSummaryRecord {
  /** Of the patient. */
  readonly id: string;
  /** FHIR Condition */
  readonly conditions: readonly {
    readonly id: string;
    readonly name: string;
    readonly code: Coding | null;
    readonly status: 'active' | 'resolved';
    /** Absent: nobody doubts it. */
    readonly certainty?: 'provisional' | 'differential' | 'unconfirmed';
    /** In words, as the source has it. */
    readonly severity?: string;
    readonly onsetOn: string | null;
    /** When it began, in words, where the source gives no date. */
    readonly onset?: string;
    readonly resolvedOn: string | null;
  }[];
  /** FHIR AllergyIntolerance */
  readonly allergies: readonly {
    readonly id: string;
    readonly substance: string;
    readonly code: Coding | null;
    readonly reactions: readonly string[];
    readonly severity: 'mild' | 'moderate' | 'severe' | null;
    /** How bad a reaction could be. */
    readonly criticality?: 'low' | 'high';
    readonly certainty?: 'provisional' | 'differential' | 'unconfirmed';
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
    /** One, or two for a blood pressure: systolic first; none where `components` say it all. */
    readonly values: readonly number[];
    /** UCUM, as printed for people. */
    readonly unit: string;
    /** What else was measured with it, and what is no plain number. */
    readonly components?: readonly {
      /** Null: the vital sign itself. */
      readonly name: string | null;
      readonly value: ResultValue;
    }[];
  }[];
  /** What the source says of lists of which there is nothing, or of a part of them. */
  readonly absences?: Readonly<
    Partial<Record<'conditions' | 'allergies' | 'immunizations' | 'medications', AbsenceRecord>>
  >;
}

/** That there is nothing to list, or that nobody knows: two different answers. */
export interface AbsenceRecord {
  /** Null: only of `parts`. */
  readonly kind: 'none-known' | 'no-information' | null;
  /** What there is none of, in the source's words: "No known latex allergy". */
  readonly parts: readonly string[];
}
