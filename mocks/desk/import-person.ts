import type { Backend } from '../backend.js';
import type { Person } from '../db/records/index.js';
import { collectionOf, normalUsername, type TableName } from '../db/tables.js';
import { announceReleases } from '../handlers/queries/timed-releases.js';
import { importBundle, ImportError, type ImportOutcome } from '../people/imported-person.js';
import { seedOf } from '../seed.js';
import { settingsIn } from '../settings.js';
import { DeskError } from './desk-error.js';

type Hospital = Pick<Backend, 'db' | 'clock' | 'policy' | 'passwordIterations'>;

/**
 * Takes in the person of a FHIR R4 bundle, with all that can be read of the record.
 * @throws DeskError for a bundle that no person can be read from, and for somebody who is here already
 */
export const importPerson = async (hospital: Hospital, bundle: unknown): Promise<ImportOutcome> => {
  const outcome = read(bundle);
  await addPerson(hospital, outcome.person);
  return outcome;
};

/** @throws DeskError for somebody who is here already */
export const addPerson = async (
  { db, clock, policy, passwordIterations }: Hospital,
  person: Person,
): Promise<void> => {
  const { patient, account } = person;
  const writes = await seedOf([person], policy, passwordIterations);
  await db.transact((tables) => {
    const now = clock.now();
    announceReleases(tables, policy, now);
    if (tables.patients.get(patient.id)) throw alreadyHere('This person is here already.');
    const username = normalUsername(account?.username ?? '');
    if (tables.accounts.by('username', username).length > 0) {
      throw alreadyHere(`Somebody here has the username ${username} already.`);
    }
    tables.signInAttempts.delete(username); // guesses from before are not about this person
    for (const { table, document } of writes) {
      if (document) collectionOf(tables, table as TableName).put(document);
    }
    tables.settings.put({ ...settingsIn(tables), releasesCheckedAt: now }); // their past is no news
  });
};

const alreadyHere = (message: string) => new DeskError('conflict', message);

const read = (bundle: unknown): ImportOutcome => {
  try {
    return importBundle(bundle);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new DeskError('invalid-request', error.message, [
      { pointer: '/body/bundle', detail: error.message },
    ]);
  }
};
