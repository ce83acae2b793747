import { contract } from '../src/contract/index.js';
import type { PortalPolicy } from '../src/policy/portal-policy.js';
import { systemClock, type Clock } from './clock.js';
import { Database } from './db/database.js';
import { MemoryPersistence } from './db/memory-persistence.js';
import type { Persistence } from './db/persistence.js';
import type { Person } from './db/records/index.js';
import { Faults } from './faults.js';
import { createHandler, portalRoutes } from './handlers/index.js';
import { largestBodyOf } from './handlers/http/read-request.js';
import { announceReleases } from './handlers/queries/timed-releases.js';
import type { Backend } from './host.js';
import { defaultIterations } from './password-hash.js';
import { seedOf } from './seed.js';
import { settingsIn, unchanged } from './settings.js';

export type { Backend } from './host.js';

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
  /**
   * Whether staff can work with it too: the endpoints under `/desk`, which ask for no session. Default:
   * false, and they are not there.
   */
  readonly desk?: boolean;
  /** Timer of slow answers. Default: `setTimeout`. */
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** @throws StorageError where the data cannot be read or stored */
export const createBackend = async (options: BackendOptions): Promise<Backend> => {
  const { clock = systemClock, passwordIterations = defaultIterations } = options;
  const deskLoaded = options.desk ? import('./desk/index.js') : null;
  const db = await Database.open(options.persistence ?? new MemoryPersistence(), async () => {
    const people = options.people ?? (await import('./people/index.js')).people(clock.now());
    const document = { ...unchanged, releasesCheckedAt: clock.now() };
    return [
      ...(await seedOf(people, options.policy, passwordIterations)),
      { table: 'settings', id: document.id, document },
    ];
  });
  const faults = new Faults();
  const desk = await deskLoaded;
  const backend: Backend = {
    baseUrl: (options.baseUrl ?? '/api').replace(/\/$/, ''),
    db,
    clock: { now: () => clock.now() + backend.settings.clockOffset },
    faults,
    async faultOf(endpoint) {
      if (desk) await db.refresh(); // the desk may be open in another tab
      const kept = backend.settings.faults;
      return faults.of(endpoint) ?? kept[endpoint] ?? kept['all'] ?? {};
    },
    passwordIterations,
    largestBody: largestBodyOf({ ...contract, ...desk?.deskContract }),
    wait: options.wait ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms))),
    get policy() {
      return backend.settings.policy ?? options.policy;
    },
    get settings() {
      return settingsIn(db.tables);
    },
    handlers: (jar) => [
      createHandler(backend, [
        ...(desk ? desk.deskRoutes(backend) : []),
        ...portalRoutes(backend, jar),
      ]),
    ],
    setPolicy: (policy) =>
      backend.changeSettings(() => ({ policy, releasesCheckedAt: backend.clock.now() })),
    changeSettings: (change) =>
      db.transact((tables) => {
        const announce = () => {
          announceReleases(tables, backend.policy, backend.clock.now());
        };
        announce(); // of what came by what has held until now
        const before = settingsIn(tables);
        tables.settings.put({ ...before, ...change(before) });
        announce();
      }),
    async reset() {
      faults.clear();
      await db.reset();
    },
    close: () => db.close(),
  };
  return backend;
};
