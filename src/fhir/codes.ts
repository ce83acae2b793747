import type { Coding } from '../contract/fields.js';
import type { ResultCategory } from '../policy/portal-policy.js';
import type { FhirCodeableConcept } from './schemas.js';

/** By which systems codes are kept (https://hl7.org/fhir/R4/terminologies-systems.html). */
export const codeSystems = {
  loinc: 'http://loinc.org',
  rxNorm: 'http://www.nlm.nih.gov/research/umls/rxnorm',
  icd10: 'http://hl7.org/fhir/sid/icd-10-cm',
  snomed: 'http://snomed.info/sct',
  vaccines: 'http://hl7.org/fhir/sid/cvx',
} as const;

/** What people read: the author's own words before a terminology's. */
export function wordsOf(concept: FhirCodeableConcept | undefined): string | null {
  if (concept?.text) return concept.text;
  const codings = concept?.coding ?? [];
  const named = codings.find(({ display }) => display) ?? codings.find(({ code }) => code);
  return named?.display ?? named?.code ?? null;
}

/**
 * The same without the kind of thing that SNOMED CT puts behind its names: "Asthma (disorder)".
 * Brackets that belong to the name stay.
 */
export const plainWordsOf = (concept: FhirCodeableConcept | undefined): string | null =>
  wordsOf(concept)?.replace(semanticTag, '') ?? null;

const semanticTag =
  /\s*\((?:disorder|finding|situation|procedure|event|morphologic abnormality|substance|product|regime\/therapy|observable entity|environment)\)$/;

/** The code of the first of these systems that has one; null if none has. */
export function codingOf(
  concept: FhirCodeableConcept | undefined,
  systems: readonly string[],
): Coding | null {
  for (const system of systems) {
    const found = concept?.coding?.find((coding) => coding.system === system && coding.code);
    if (found?.code === undefined) continue;
    return { system, code: found.code, display: found.display ?? wordsOf(concept) ?? found.code };
  }
  return null;
}

/** The LOINC code among others; null if there is none. */
export const loincOf = (concept: FhirCodeableConcept): Coding | null =>
  codingOf(concept, [codeSystems.loinc]);

/** Every LOINC code: one thing may be named by several. */
export const loincCodesOf = ({ coding = [] }: FhirCodeableConcept): readonly string[] =>
  coding.flatMap(({ system, code }) => (system === codeSystems.loinc && code ? [code] : []));

/** Whether one of the concepts has one of these codes, of whatever system. */
export const hasCode = (
  concepts: readonly (FhirCodeableConcept | undefined)[],
  codes: readonly string[],
): boolean =>
  concepts.some((concept) => concept?.coding?.some(({ code }) => codes.includes(code ?? '')));

/**
 * Kinds of report: diagnostic service sections (HL7 v2-0074), observation-category, and the LOINC
 * parts that US Core uses. Kinds that are no results (notes, therapies …) are not listed.
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
  // Hearing, catheters, heart, nerves, lungs.
  other: ['AU', 'CTH', 'EC', 'EN', 'PF', 'LP29708-2'],
};

/** The most particular one: microbiology before the laboratory that it is a part of. */
export function categoryOf(
  concepts: readonly FhirCodeableConcept[] | undefined,
): ResultCategory | undefined {
  const codes = concepts?.flatMap(({ coding = [] }) => coding.map(({ code }) => code ?? '')) ?? [];
  const order = ['microbiology', 'pathology', 'imaging', 'laboratory', 'other'] as const;
  return order.find((category) => codes.some((code) => categories[category].includes(code)));
}
