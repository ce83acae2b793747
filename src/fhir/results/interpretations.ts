import type { Interpretation } from '../../contract/record/results.js';
import { wordsOf } from '../codes.js';
import type { FhirCodeableConcept } from '../schemas.js';

/** `critical`: the laboratory leaves the side to the range. */
type Flag = Interpretation | 'critical';

/**
 * HL7 v3 ObservationInterpretation (and v2-0078, from which it comes), with what laboratories print for
 * them, gravest first.
 */
const flags: readonly (readonly [flag: Flag, forms: readonly string[]])[] = [
  [
    'critical-low',
    ['LL', 'L*', '*L', 'CRITICAL LOW', 'CRITICALLY LOW', 'LOW CRITICAL', 'PANIC LOW'],
  ],
  [
    'critical-high',
    ['HH', 'H*', '*H', 'CRITICAL HIGH', 'CRITICALLY HIGH', 'HIGH CRITICAL', 'PANIC HIGH'],
  ],
  ['critical', ['AA', 'A*', 'CRITICAL', 'CRITICALLY ABNORMAL', 'CRITICAL ABNORMAL', 'PANIC']],
  [
    'low',
    ['LU', 'L<', 'L', 'LX', '<', 'LOW', 'SIGNIFICANTLY LOW', 'BELOW LOW NORMAL', 'BELOW NORMAL'],
  ],
  [
    'high',
    ['HU', 'H>', 'H', 'HX', '>', 'HIGH', 'SIGNIFICANTLY HIGH', 'ABOVE HIGH NORMAL', 'ABOVE NORMAL'],
  ],
  ['abnormal', ['A', '*', 'ABNORMAL']],
  // Good for whoever was vaccinated, bad of a virus: which of them is not said.
  ['positive', ['POS', 'POSITIVE', 'DET', 'DETECTED', 'RR', 'REACTIVE', 'WR', 'WEAKLY REACTIVE']],
  ['normal', ['N', 'NORMAL', 'WITHIN NORMAL LIMITS', 'WNL']],
];

/** How a germ answers to a drug: not a flag but the result itself. */
const susceptibilities: Readonly<Record<string, string>> = {
  S: 'Susceptible',
  SDD: 'Susceptible, dose dependent',
  'SYN-S': 'Susceptible in synergy',
  I: 'Intermediate',
  R: 'Resistant',
  'SYN-R': 'Resistant in synergy',
  NS: 'Not susceptible',
};
const susceptibilityWords =
  /^(?:susceptible|sensitive|intermediate|resistant|not susceptible|non-?susceptible|susceptible[- ,]+dose[- ]dependent)$/i;

/** By address or OID; local codes of the same letters may mean something else. */
const isInterpretationSystem = (system: string | undefined): boolean =>
  system === undefined || /ObservationInterpretation$|0078$|\.5\.83$|\.12\.78$/.test(system);

/** What the laboratory says of a value. */
export interface ReadInterpretation {
  readonly flag: Flag | undefined;
  readonly susceptibility: string | undefined;
  /** Words that are neither. */
  readonly words: string | undefined;
}

/** The gravest flag by the codes of HL7, or by the laboratory's own words where there are none. */
export function readInterpretation(
  concepts: readonly FhirCodeableConcept[] = [],
): ReadInterpretation {
  const codes = concepts.flatMap(({ coding = [] }) =>
    coding.flatMap(({ system, code }) => (code && isInterpretationSystem(system) ? [code] : [])),
  );
  const texts = concepts.flatMap(({ text, coding = [] }) => [
    ...(text === undefined ? [] : [text.trim()]),
    ...coding.flatMap(({ display }) => display?.trim() ?? []),
  ]);
  const flag = flagIn(codes) ?? flagIn(texts);
  const susceptibility =
    codes.flatMap((code) => susceptibilities[code] ?? [])[0] ??
    texts.find((text) => susceptibilityWords.test(text));
  const words = flag || susceptibility ? undefined : concepts.map(wordsOf)[0];
  return { flag, susceptibility, words: words ?? undefined };
}

function flagIn(said: readonly string[]): Flag | undefined {
  const forms = said.map((form) => form.toUpperCase());
  return flags.find(([, known]) => forms.some((form) => known.includes(form)))?.[0];
}
