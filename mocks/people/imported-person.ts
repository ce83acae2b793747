import { ImportError } from '../../src/fhir/bundle/import-error.js';
import type { NameWords } from '../../src/fhir/people/patient.js';
import { readRecords } from '../../src/fhir/read-record.js';
import type { Person } from '../db/records/index.js';
import { demoPassword } from './demo-password.js';

export { ImportError } from '../../src/fhir/bundle/import-error.js';

export interface ImportOutcome {
  readonly person: Person;
  /** What was not read, counted by kind: `{ Claim: 46, 'Observation (social-history)': 50 }`. */
  readonly skipped: Readonly<Record<string, number>>;
}

/**
 * The people of FHIR R4 bundles that belong together, who then sign in as `first.last` with the password
 * of the demo.
 * @param withheldLabels by which entries are kept from patients (`withheldLabelsOf`)
 * @throws {ImportError}
 */
export const importPeople = (
  bundles: readonly unknown[],
  withheldLabels: readonly string[] = [],
): readonly ImportOutcome[] =>
  readRecords(bundles, withheldLabels).map(({ records, name, skipped }) => ({
    person: {
      ...records,
      account: { username: usernameOf(name, records.patient.id), password: demoPassword },
    },
    skipped,
  }));

/**
 * The same from one bundle with one Patient.
 * @throws {ImportError}
 */
export function importBundle(json: unknown): ImportOutcome {
  const [outcome, ...others] = importPeople([json]);
  if (outcome === undefined || others.length > 0) {
    throw new ImportError(
      `This FHIR bundle has ${others.length + 1} Patients. Expected one: bring each person in a file of their own.`,
    );
  }
  return outcome;
}

/** Letters that Unicode does not take apart into a plain one and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
};

/**
 * Felipa O'Keefe is `felipa.okeefe`: lower case, letters only, without accents. One name alone is enough;
 * who has none in letters is called by a part of their id.
 */
function usernameOf({ given, family }: NameWords, id: string): string {
  const words = [given, family].map((part) =>
    part
      .normalize('NFD')
      .replace(/\p{Mark}/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[ßæœøđłı]/g, (letter) => plainLetters[letter] ?? '')
      .replace(/[^\p{Letter}]/gu, ''),
  );
  return words.filter((word) => word !== '').join('.') || `patient.${id.slice(0, 6)}`;
}
