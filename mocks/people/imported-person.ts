import { ImportError } from '../../src/fhir/import-error.js';
import type { NameWords } from '../../src/fhir/patient.js';
import { readRecord } from '../../src/fhir/read-record.js';
import type { Person } from '../db/records/index.js';
import { demoPassword } from './demo-password.js';

export { ImportError } from '../../src/fhir/import-error.js';

export interface ImportOutcome {
  readonly person: Person;
  /** What was not read, counted by kind: `{ Claim: 46, 'Observation (social-history)': 50 }`. */
  readonly skipped: Readonly<Record<string, number>>;
}

/**
 * One person from one FHIR R4 bundle with one Patient, who then signs in as `first.last` with the
 * password of the demo.
 * @throws {ImportError}
 */
export function importBundle(json: unknown): ImportOutcome {
  const { records, name, skipped } = readRecord(json);
  const username = usernameOf(name);
  if (username === undefined) {
    throw new ImportError(
      'The Patient of this FHIR bundle has no given name and family name to sign in with. Expected Patient.name with both.',
    );
  }
  return { person: { ...records, account: { username, password: demoPassword } }, skipped };
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

/** Felipa O'Keefe is `felipa.okeefe`: lower case, letters only, without accents. */
function usernameOf({ given, family }: NameWords): string | undefined {
  const [first, last] = [given, family].map((part) =>
    part
      .normalize('NFD')
      .replace(/\p{Mark}/gu, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[ßæœøđłı]/g, (letter) => plainLetters[letter] ?? '')
      .replace(/[^\p{Letter}]/gu, ''),
  );
  return first && last ? `${first}.${last}` : undefined;
}
