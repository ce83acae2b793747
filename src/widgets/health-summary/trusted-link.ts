import type { Coding } from '../../contract/fields.js';

/** The systems of codes by which MedlinePlus Connect answers: FHIR's address of each, and its OID. */
const systems = new Map([
  ['http://hl7.org/fhir/sid/icd-10-cm', '2.16.840.1.113883.6.90'],
  ['http://snomed.info/sct', '2.16.840.1.113883.6.96'],
  ['http://www.nlm.nih.gov/research/umls/rxnorm', '2.16.840.1.113883.6.88'],
  ['http://loinc.org', '2.16.840.1.113883.6.1'],
]);

/** What a code of these systems looks like: nothing else that a record says ever goes into an address. */
const plainCode = /^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$/;

/**
 * Where MedlinePlus tells about a code, in the reader's language (HL7 Infobutton, URL-based; MedlinePlus
 * Connect); null for what it has no answers to (`resources.trusted`).
 */
export const trustedHref = (code: Coding | null, locale: string): string | null => {
  const system = code && systems.get(code.system);
  if (!system || !plainCode.test(code.code)) return null;
  const query = new URLSearchParams({
    'mainSearchCriteria.v.cs': system,
    'mainSearchCriteria.v.c': code.code,
    'informationRecipient.languageCode.c': locale === 'es' ? 'es' : 'en',
  });
  return `https://connect.medlineplus.gov/application?${query.toString()}`;
};
