/**
 * The simulated backend: `portal-widgets/mocks`. Each part has a room of its own; here lies what several of
 * them need, and what starts and stops the whole.
 */
export { createBackend, type Backend, type BackendOptions } from './backend.js';
export { startBackend, type BrowserBackendOptions } from './browser.js';
export { ManualClock, systemClock, type Clock } from './clock.js';
export { IndexedDbPersistence, type IndexedDbOptions } from './db/indexed-db-persistence.js';
export { MemoryPersistence } from './db/memory-persistence.js';
export { StorageError, type Persistence } from './db/persistence.js';
export type * from './db/records/index.js';
export { Faults, type Fault } from './faults.js';
export { createFetch, type FetchOptions } from './fetch.js';
export { signInAs } from './sign-in-as.js';
