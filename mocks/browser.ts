import { createBackend, type Backend, type BackendOptions } from './backend.js';
import { IndexedDbPersistence } from './db/indexed-db-persistence.js';
import { browserCookies } from './handlers/http/cookies.js';

export interface BrowserBackendOptions extends Omit<BackendOptions, 'persistence'> {
  /** Name of the database that keeps the data; pages that use the same share it. */
  readonly database?: string;
  /** Names `people`: what another edition of them has stored is dropped. */
  readonly edition?: string;
  /** Where MSW's worker script is served. Default: `/mockServiceWorker.js`. */
  readonly workerUrl?: string;
}

/**
 * Runs the simulated backend inside of the page: a service worker hands it the page's requests, and
 * all tabs of the origin share its data, which survives a reload.
 * @throws StorageError where the browser keeps no data, such as in a private window
 */
export const startBackend = async (options: BrowserBackendOptions): Promise<Backend> => {
  const { database = 'portal-widgets', edition = '', workerUrl, ...rest } = options;
  const persistence = new IndexedDbPersistence({ name: database, edition });
  const [backend, { setupWorker }] = await Promise.all([
    createBackend({ ...rest, persistence }),
    import('msw/browser'), // it cannot even be imported in Node
  ]);
  const worker = setupWorker(...backend.handlers(browserCookies('this browser')));
  const start = async () => {
    await seeWhetherWorkerLeaves();
    await worker.start({
      quiet: true,
      onUnhandledFrame: 'bypass',
      serviceWorker: { url: workerUrl ?? '/mockServiceWorker.js' },
    });
  };
  // MSW's worker leaves with the last page that it serves; one that opens just then finds it gone.
  await start().catch(start);
  return Object.assign(backend, {
    async close() {
      await worker.stop();
      await backend.db.close();
    },
  });
};

/**
 * A worker that is leaving is still listed, and MSW would take it for its own. It cannot be updated any
 * more, and is listed no longer once that was tried.
 */
const seeWhetherWorkerLeaves = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return; // MSW says so
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.update().catch(() => undefined);
};
