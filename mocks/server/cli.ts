import { parseArgs } from 'node:util';
import { createBackend, type Backend } from '../backend.js';
import type { Person } from '../db/records/index.js';
import { normalUsername } from '../db/tables.js';
import { addPeople } from '../desk/simulation/people.js';
import { demoPassword } from '../people/demo-password.js';
import { people as madeUpPeople } from '../people/index.js';
import { FilePersistence } from './file-persistence.js';
import { withheldLabelsOf } from '../rules/default-lists.js';
import { readPeople } from './people-files.js';
import { readPolicy } from './policy-file.js';
import { startServer, type MockServer } from './server.js';
import { StartError } from './start-error.js';

export const synopsis = 'portal-widgets mock-server [options]';

export const options = `Serves a simulated patient portal's backend over HTTP, on this machine only.

  --port PORT       port to listen on; 0: any that is free (8787)
  --policy POLICY   mychart, mycooper or a hospital's own JSON file (mychart)
  --people PATH...  people to bring along: FHIR R4 bundles, NDJSON, or folders of these
  --origin ORIGIN   whose pages may ask, such as http://localhost:3000; can be repeated
  --state FILE      keeps everything in this file until the next start
  --base PATH       where the endpoints are (/api)
  --desk            the hospital's side too, under /api/desk, for anyone on this machine
  --help            shows this`;

const usualPolicy = 'mychart';

/** What the command line asks for. */
export interface Command {
  readonly help: boolean;
  readonly port: number;
  /** Absent: the usual one, or what the desk has chosen in a state that is kept. */
  readonly policy: string | undefined;
  readonly people: readonly string[];
  readonly origins: readonly string[];
  readonly state: string | undefined;
  readonly base: string;
  readonly desk: boolean;
}

/** @throws StartError for an option or value that there is not */
export const readCommand = (args: readonly string[]): Command => {
  const { values, tokens } = parsed(args);
  const people: string[] = [];
  let option = '';
  for (const token of tokens) {
    if (token.kind === 'option') option = token.name;
    if (token.kind !== 'positional' && option !== 'people') continue;
    if (token.kind === 'option-terminator' || token.value === undefined) continue;
    if (option !== 'people') throw wrong(`"${token.value}" belongs to no option`);
    people.push(token.value);
  }
  return {
    help: values.help,
    port: portFrom(values.port),
    policy: values.policy,
    people,
    origins: values.origin,
    state: values.state,
    base: baseFrom(values.base),
    desk: values.desk,
  };
};

/**
 * Starts a server as the command says, and prints where it is and who can sign in.
 * @throws StartError, PolicyError or StorageError that says what is wrong
 */
export const runCommand = async (
  command: Command,
  print: (line: string) => void,
): Promise<MockServer> => {
  const policy = await readPolicy(command.policy ?? usualPolicy);
  const madeUp = madeUpPeople(Date.now());
  const brought = await readPeople(command.people, print, madeUp, withheldLabelsOf(policy));
  const persistence =
    command.state === undefined ? undefined : await FilePersistence.open(command.state);
  try {
    const isKept = Boolean(await persistence?.load());
    const backend = await createBackend({
      policy,
      people: [...madeUp, ...brought],
      baseUrl: command.base,
      desk: command.desk,
      ...(persistence && { persistence }),
    });
    if (isKept) {
      for (const person of brought) await addMissing(backend, person, print);
      await settlePolicy(backend, command, print);
    }
    const server = await startServer({ ...command, backend });
    for (const line of announcement(server, backend, command)) print(line);
    return {
      address: server.address,
      async close() {
        await server.close();
        await backend.close();
      },
    };
  } catch (error) {
    await persistence?.close();
    throw error;
  }
};

/** A state that is kept was made without the people that this start brings. */
const addMissing = async (
  backend: Backend,
  person: Person,
  print: (line: string) => void,
): Promise<void> => {
  const added = await addPeople(backend, [person]);
  if (added.ok) return;
  const { givenName, familyName } = person.patient;
  print(`${givenName} ${familyName} is not read again. ${added.detail}`);
};

/** A policy that the command line names goes before one that the desk has put in force earlier. */
const settlePolicy = async (
  backend: Backend,
  { policy }: Command,
  print: (line: string) => void,
): Promise<void> => {
  const { id } = backend.policy;
  if (backend.settings.policy === null) return;
  if (policy === undefined) {
    print(`The policy ${id} was chosen at the desk, and stays. --policy chooses another.`);
    return;
  }
  await backend.changeSettings(() => ({ policy: null }));
  print(`The policy ${id}, chosen at the desk, gives way to --policy ${policy}.`);
};

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      tokens: true,
      options: {
        help: { type: 'boolean', default: false },
        port: { type: 'string', default: '8787' },
        policy: { type: 'string' },
        people: { type: 'string', multiple: true },
        origin: { type: 'string', multiple: true, default: [] },
        state: { type: 'string' },
        base: { type: 'string', default: '/api' },
        desk: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split(/[.\n]/);
    throw wrong(sentence);
  }
};

const wrong = (what: string): StartError => new StartError(`${what}. --help lists what there is.`);

const portFrom = (text: string): number => {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartError(`--port: "${text}" is not a port (0 to 65535).`);
};

const baseFrom = (text: string): string => {
  if (/^(\/[\w.~-]+)+\/?$/.test(text)) return text;
  throw new StartError(`--base: "${text}" is not a path such as /api.`);
};

const announcement = (
  { address }: MockServer,
  backend: Backend,
  { origins, state, desk }: Command,
): string[] => {
  const { id, portal } = backend.policy;
  return [
    `The portal's backend is at ${address} (Ctrl-C ends it)`,
    `policy:  ${id} (${portal.name}, ${portal.organization})`,
    `state:   ${state === undefined ? 'in memory' : `kept in ${state}`}`,
    ...(desk ? [`desk:    ${address}/desk, for anyone on this machine`] : []),
    `origins: ${origins.join(', ') || 'none but its own'}`,
    `people:  ${accounts(backend).join(', ')}; everybody's password is ${demoPassword}`,
  ];
};

/** Everybody who can sign in, as stored: a state that was kept may have others than `people`. */
const accounts = ({ db }: Backend): string[] =>
  [...db.tables.accounts.values()].map(({ username }) =>
    db.tables.signInAttempts.get(normalUsername(username))?.locked
      ? `${username} (locked)`
      : username,
  );
