import * as z from 'zod/mini';
import { id } from '../../../src/contract/fields.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import type { Person } from '../../db/records/index.js';
import { collectionOf, normalUsername, type TableName } from '../../db/tables.js';
import { announceReleases } from '../../handlers/queries/timed-releases.js';
import { fullName } from '../../handlers/queries/subjects.js';
import type { Backend } from '../../host.js';
import { demoPassword } from '../../people/demo-password.js';
import {
  ImportError,
  importPeople as readPeople,
  type ImportOutcome,
} from '../../people/imported-person.js';
import { allowed, type Decision } from '../../rules/decision.js';
import { withheldLabelsOf } from '../../rules/default-lists.js';
import { seedOf } from '../../seed.js';
import { settingsIn } from '../../settings.js';
import { backendAct } from '../act.js';
import { conflict, invalid } from '../refusals.js';

export const importPeople = backendAct(
  {
    id: 'importPeople',
    summary: 'Takes in the people of FHIR R4 bundles, all or none, with accounts to sign in with.',
    method: 'POST',
    path: '/desk/people',
    request: { body: z.object({ bundles: z.array(z.looseObject({})).check(z.minLength(1)) }) },
    response: z.object({
      people: z.array(
        z.object({
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
      ),
    }),
    safe: false,
    bodyLimit: 32 * 1024 * 1024,
  },
  async ({ backend, body }) => {
    const outcomes = read(body.bundles, backend.policy);
    if (!outcomes.ok) return outcomes;
    const added = await addPeople(
      backend,
      outcomes.value.map(({ person }) => person),
    );
    return added.ok ? allowed({ people: outcomes.value.map(told) }) : added;
  },
);

const read = (
  bundles: readonly unknown[],
  policy: PortalPolicy,
): Decision<readonly ImportOutcome[]> => {
  try {
    return allowed(readPeople(bundles, withheldLabelsOf(policy)));
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const { message: detail } = error;
    return invalid(detail, [{ pointer: '/body/bundles', detail }]);
  }
};

const told = ({ person: { patient, account, reports }, skipped }: ImportOutcome) => ({
  patient: patient.id,
  name: fullName(patient),
  username: account?.username ?? '',
  password: account?.password ?? demoPassword,
  results: reports.length,
  skipped: { ...skipped },
  notShown: { ...patient.notShown },
});

/** Takes people in who are not here yet, each under a username of their own; all of them, or none. */
export const addPeople = async (
  { db, clock, policy, passwordIterations }: Backend,
  people: readonly Person[],
): Promise<Decision<null>> => {
  const usernames = people.map(({ account }) => normalUsername(account?.username ?? ''));
  const repeated = usernames.find((username, index) => usernames.indexOf(username) < index);
  if (repeated !== undefined) return conflict(`Two of these people have the username ${repeated}.`);
  const writes = await seedOf(people, policy, passwordIterations);
  return db.transact((tables) => {
    const now = clock.now();
    announceReleases(tables, policy, now);
    for (const { patient } of people) {
      if (tables.patients.get(patient.id)) {
        const who = people.length === 1 ? 'This person' : fullName(patient);
        return conflict(`${who} is here already.`);
      }
    }
    for (const username of usernames) {
      if (tables.accounts.by('username', username).length > 0) {
        return conflict(`Somebody here has the username ${username} already.`);
      }
    }
    // Guesses from before are not about these people.
    for (const username of usernames) tables.signInAttempts.delete(username);
    for (const { table, document } of writes) {
      if (document) collectionOf(tables, table as TableName).put(document);
    }
    tables.settings.put({ ...settingsIn(tables), releasesCheckedAt: now }); // their past is no news
    return allowed(null);
  });
};
