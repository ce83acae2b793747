import * as z from 'zod/mini';
import { id } from '../../../src/contract/fields.js';
import type { Person } from '../../db/records/index.js';
import { collectionOf, normalUsername, type TableName } from '../../db/tables.js';
import { announceReleases } from '../../handlers/queries/timed-releases.js';
import { fullName } from '../../handlers/queries/subjects.js';
import type { Backend } from '../../host.js';
import { demoPassword } from '../../people/demo-password.js';
import { importBundle, ImportError, type ImportOutcome } from '../../people/imported-person.js';
import { allowed, type Decision } from '../../rules/decision.js';
import { seedOf } from '../../seed.js';
import { settingsIn } from '../../settings.js';
import { backendAct } from '../act.js';
import { conflict, invalid } from '../refusals.js';

export const importPerson = backendAct(
  {
    id: 'importPerson',
    summary: 'Takes in the person of a FHIR R4 bundle, with an account to sign in with.',
    method: 'POST',
    path: '/desk/people',
    request: { body: z.object({ bundle: z.looseObject({}) }) },
    response: z.object({
      patient: id,
      name: z.string(),
      username: z.string(),
      password: z.string(),
      results: z.int(),
      /** What was not read, counted by kind. */
      skipped: z.record(z.string(), z.int()),
      /** Entries that the patient is told cannot be shown in full, counted by area. */
      notShown: z.record(z.string(), z.int()),
    }),
    safe: false,
    bodyLimit: 32 * 1024 * 1024,
  },
  async ({ backend, body }) => {
    const outcome = read(body.bundle);
    if (!outcome.ok) return outcome;
    const { person, skipped } = outcome.value;
    const added = await addPerson(backend, person);
    if (!added.ok) return added;
    const { patient, account, reports } = person;
    return allowed({
      patient: patient.id,
      name: fullName(patient),
      username: account?.username ?? '',
      password: account?.password ?? demoPassword,
      results: reports.length,
      skipped: { ...skipped },
      notShown: { ...patient.notShown },
    });
  },
);

const read = (bundle: unknown): Decision<ImportOutcome> => {
  try {
    return allowed(importBundle(bundle));
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const { message: detail } = error;
    return invalid(detail, [{ pointer: '/body/bundle', detail }]);
  }
};

/** Takes somebody in who is not here yet, under a username of their own. */
export const addPerson = async (
  { db, clock, policy, passwordIterations }: Backend,
  person: Person,
): Promise<Decision<null>> => {
  const { patient, account } = person;
  const writes = await seedOf([person], policy, passwordIterations);
  return db.transact((tables) => {
    const now = clock.now();
    announceReleases(tables, policy, now);
    if (tables.patients.get(patient.id)) return conflict('This person is here already.');
    const username = normalUsername(account?.username ?? '');
    if (tables.accounts.by('username', username).length > 0) {
      return conflict(`Somebody here has the username ${username} already.`);
    }
    tables.signInAttempts.delete(username); // guesses from before are not about this person
    for (const { table, document } of writes) {
      if (document) collectionOf(tables, table as TableName).put(document);
    }
    tables.settings.put({ ...settingsIn(tables), releasesCheckedAt: now }); // their past is no news
    return allowed(null);
  });
};
