import { plainWordsOf } from '../codes.js';
import type { AbsenceRecord } from '../records/index.js';
import type { FhirCodeableConcept } from '../schemas.js';
import { Left } from '../bundle/subject.js';

/** An entry that says that there is nothing to list, or that nobody knows. */
export class Absent extends Left {
  /** @param part what alone there is none of, in words: "No known latex allergy"; null: anything */
  constructor(
    because: 'none known' | 'no information',
    readonly part: string | null = null,
  ) {
    super(because);
  }
}

/** SNOMED CT, of which each means the whole of a list. */
const noneKnownCodes = new Set([
  ...['716186003', '160244002'], // allergies
  ...['160245001'], // problems
  ...['1631000175102', '787481004'], // medications
]);

/** SNOMED CT, of which each means a part of the allergies: drugs, food, surroundings, latex, insects. */
const noneKnownPartCodes = new Set([
  ...['409137002', '429625007', '428607008', '716184000', '428197003'],
]);

/** International Patient Summary, `absent-unknown-uv-ips`: "no-known-food-allergies", "no-problem-info". */
const ipsPart = /^no-known-\w+-allergies$/;
const ipsNoneKnown = /^no-known-\w+$/;
const ipsNoInformation = /^no-[\w-]+-info$/;

const subjects =
  '(?:allerg(?:y|ies)|problems?|conditions?|diagnos[ie]s|medications?|immunizations?)';
const noneKnownWords = new RegExp(
  `^(?:nka|none known|(?:no|not any) (?:known|current|active)(?: (?:known|current|active))* ${subjects})\\.?$`,
  'i',
);
const noneKnownPartWords =
  /^(?:no known (?:\w+ )+allerg(?:y|ies)|no known allerg(?:y|ies) to .+)\.?$/i;
const noDrugAllergies = /^nkda\.?$/i;
const noInformationWords =
  /^(?:no information(?: about .+)?|information (?:not available|unavailable)|not on file|unknown)\.?$/i;

/** What an entry says of the whole list, if it is no entry at all. */
export function absentOf(concept: FhirCodeableConcept | undefined): Absent | undefined {
  const words = plainWordsOf(concept)?.trim() ?? '';
  const codes = (concept?.coding ?? []).flatMap(({ code }) => code ?? []);
  const isIn = (known: Pick<Set<string>, 'has'>) => codes.some((code) => known.has(code));
  const matches = (pattern: RegExp) => codes.some((code) => pattern.test(code));
  if (noDrugAllergies.test(words)) return new Absent('none known', 'No known drug allergies');
  if (isIn(noneKnownPartCodes) || matches(ipsPart) || noneKnownPartWords.test(words)) {
    return new Absent('none known', words);
  }
  if (isIn(noneKnownCodes) || matches(ipsNoneKnown) || noneKnownWords.test(words)) {
    return new Absent('none known');
  }
  return matches(ipsNoInformation) || noInformationWords.test(words)
    ? new Absent('no information')
    : undefined;
}

/**
 * What the entries that are no list entries say about the list: undefined if nothing. "None known" wins over "no
 * information": it says more.
 */
export function absenceIn(lefts: readonly Left[]): AbsenceRecord | undefined {
  const found = lefts.filter((left) => left instanceof Absent);
  if (found.length === 0) return undefined;
  const parts = new Set(found.flatMap(({ part }) => part ?? []));
  const whole = found.filter(({ part }) => part === null);
  const isKnown = whole.some(({ because }) => because === 'none known');
  const kind = isKnown ? 'none-known' : whole.length > 0 ? 'no-information' : null;
  return { kind, parts: [...parts] };
}
