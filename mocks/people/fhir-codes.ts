import type { Coding } from '../../src/contract/fields.js';
import type { ResultCategory } from '../../src/policy/portal-policy.js';
import type { FhirCodeableConcept } from './fhir-schemas.js';

const loincSystem = 'http://loinc.org';

/** What people read: the author's own words before a terminology's. */
export function wordsOf(concept: FhirCodeableConcept | undefined): string | null {
  if (concept?.text) return concept.text;
  const codings = concept?.coding ?? [];
  const named = codings.find(({ display }) => display) ?? codings.find(({ code }) => code);
  return named?.display ?? named?.code ?? null;
}

/** The LOINC code among others; null if there is none. */
export function loincOf(concept: FhirCodeableConcept): Coding | null {
  const found = concept.coding?.find(({ system, code }) => system === loincSystem && code);
  if (found?.code === undefined) return null;
  return {
    system: loincSystem,
    code: found.code,
    display: found.display ?? wordsOf(concept) ?? found.code,
  };
}

/**
 * Kinds of report: diagnostic service sections (HL7 v2-0074), observation-category, and the LOINC
 * parts that US Core uses. Kinds that are no results here (ECG, notes …) are not listed.
 */
const categories: Readonly<Record<ResultCategory, readonly string[]>> = {
  microbiology: ['MB', 'MCB', 'MYC', 'PAR', 'VR'],
  pathology: ['PAT', 'SP', 'CP', 'LP7839-6'],
  imaging: [
    ...['RAD', 'IMG', 'CT', 'CUS', 'NMR', 'NMS', 'OUS', 'RUS', 'RX', 'VUS', 'XRC'],
    ...['LP29684-5', 'imaging'],
  ],
  laboratory: [
    ...['LAB', 'BG', 'BLB', 'CG', 'CH', 'GE', 'HM', 'IMM', 'OSL', 'SR', 'TX', 'URN'],
    'laboratory',
  ],
};

/** The most particular one: microbiology before the laboratory that it is a part of. */
export function categoryOf(
  concepts: readonly FhirCodeableConcept[] | undefined,
): ResultCategory | undefined {
  const codes = concepts?.flatMap(({ coding = [] }) => coding.map(({ code }) => code ?? '')) ?? [];
  const order: readonly ResultCategory[] = ['microbiology', 'pathology', 'imaging', 'laboratory'];
  return order.find((category) => codes.some((code) => categories[category].includes(code)));
}
