import { createBackend, type Backend } from '../../../mocks/backend.js';
import { ManualClock } from '../../../mocks/clock.js';
import type { Person } from '../../../mocks/db/records/index.js';
import { schemaVersion } from '../../../mocks/db/tables.js';
import { createFetch } from '../../../mocks/fetch.js';
import { demoPassword } from '../../../mocks/people/demo-password.js';
import { people } from '../../../mocks/people/index.js';
import type { SessionAnswer } from '../../../src/contract/account/session.js';
import { mychart } from '../../../src/policy/mychart.js';
import { mycooper } from '../../../src/policy/mycooper.js';
import { today } from './today.js';

const policies = { MyChart: mychart, myCooper: mycooper } as const;

export type PolicyName = keyof typeof policies;

/** How much is left of each long list: every page has to read all that is stored. */
const longest = 50;

const shortened = (person: Person): Person => ({
  ...person,
  reports: person.reports.slice(0, longest),
  threads: person.threads?.slice(0, longest) ?? [],
});

const signIn = async (backend: Backend, username: string): Promise<void> => {
  const fetch = createFetch(backend, { browser: 'this browser', origin: 'http://localhost' });
  const { csrfToken } = (await (await fetch('/api/session')).json()) as SessionAnswer;
  const answer = await fetch('/api/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken },
    body: JSON.stringify({ username, password: demoPassword }),
  });
  if (!answer.ok) throw new Error(`${username} cannot sign in: ${answer.status}.`);
};

const make = async (policy: PolicyName, username: string | undefined) => {
  const clock = new ManualClock(new Date(today).toISOString());
  const backend = await createBackend({
    policy: mychart,
    clock,
    people: people(today).map(shortened),
    passwordIterations: 1000,
  });
  if (policy !== 'MyChart') await backend.setPolicy(policies[policy]);
  if (username !== undefined) await signIn(backend, username);
  return JSON.stringify(await backend.db.documents());
};

const made = new Map<string, Promise<string>>();

/**
 * What the demo's backend keeps in a browser where somebody was before, as JSON: made once for each
 * policy and person in each worker. Of long histories only the latest part is there.
 */
export const storedData = (policy: PolicyName, username: string | undefined): Promise<string> => {
  const key = `${policy} ${username ?? ''}`;
  const data = made.get(key) ?? make(policy, username);
  made.set(key, data);
  return data;
};

/** Names the shape of the data, as the backend does. */
export const storedVersion = `${schemaVersion} `;
