import type { Coding } from '../../../src/contract/fields.js';

/** A LOINC code with its long common name. */
export const loinc = (code: string, display: string): Coding => ({
  system: 'http://loinc.org',
  code,
  display,
});

/** A diagnosis. */
export const icd10 = (code: string, display: string): Coding => ({
  system: 'http://hl7.org/fhir/sid/icd-10-cm',
  code,
  display,
});

/** An ingredient of medications, by which allergies are coded. */
export const rxNorm = (code: string, display: string): Coding => ({
  system: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  code,
  display,
});

export const snomed = (code: string, display: string): Coding => ({
  system: 'http://snomed.info/sct',
  code,
  display,
});
