import type { HttpHandler } from 'msw';
import type { PortalPolicy } from '../src/policy/portal-policy.js';
import { systemClock, type Clock } from './clock.js';
import { Database } from './db/database.js';
import { MemoryPersistence } from './db/memory-persistence.js';
import type { Persistence } from './db/persistence.js';
import type { Person } from './db/records/index.js';
import { Faults } from './faults.js';
import type { CookieJar } from './handlers/cookies.js';
import type { Host } from './handlers/handle.js';
import { createHandlers } from './handlers/index.js';
import { defaultIterations } from './password-hash.js';
import { seedOf } from './seed.js';

export interface BackendOptions {
  /** What the hospital has decided. `setPolicy` may have replaced it in what is stored. */
  readonly policy: PortalPolicy;
  /** Where the endpoints are: a path of the page's own origin, or an address. Default: `/api`. */
  readonly baseUrl?: string;
  /** Default: the system's. */
  readonly clock?: Clock;
  /** Who is there when nothing is stored yet. Default: the made-up people of `mocks/people`. */
  readonly people?: readonly Person[];
  /** Default: in memory, for this backend alone. */
  readonly persistence?: Persistence;
  /** PBKDF2 iterations for the passwords of `people`. Default: 100,000. */
  readonly passwordIterations?: number;
  /** Timer of slow answers. Default: `setTimeout`. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** A patient portal's backend, simulated: it enforces the rules of its policy. */
export interface Backend extends Host {
  /**
   * Its request handlers for MSW.
   * @param jar keeps the cookies of a browser whose page runs the backend itself. Absent: cookies
   *   are in the headers, as over real HTTP
   */
  handlers(jar?: CookieJar): HttpHandler[];
  /** Puts another policy in force, in every tab and until the next `reset`. */
  setPolicy(policy: PortalPolicy): Promise<void>;
  /** Everything as it was at first, in every tab, and no faults. */
  reset(): Promise<void>;
  /** Stops, and lets go of the storage: what is stored stays. */
  close(): Promise<void>;
}

/** @throws StorageError where the data cannot be read or stored */
export const createBackend = async (options: BackendOptions): Promise<Backend> => {
  const { clock = systemClock, passwordIterations = defaultIterations } = options;
  const db = await Database.open(options.persistence ?? new MemoryPersistence(), async () => {
    const people = options.people ?? (await import('./people/index.js')).people(clock.now());
    return seedOf(people, options.policy, passwordIterations);
  });
  const faults = new Faults();
  const backend: Backend = {
    baseUrl: (options.baseUrl ?? '/api').replace(/\/$/, ''),
    db,
    clock,
    faults,
    passwordIterations,
    wait: options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    get policy() {
      return db.tables.settings.get('current')?.policy ?? options.policy;
    },
    handlers: (jar) => createHandlers(backend, jar),
    setPolicy: (policy) =>
      db.transact((tables) => {
        tables.settings.put({ id: 'current', policy });
      }),
    async reset() {
      faults.clear();
      await db.reset();
    },
    close: () => db.close(),
  };
  return backend;
};
