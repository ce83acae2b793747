import { createBackend, type Backend, type BackendOptions } from './backend.js';
import { IndexedDbPersistence } from './db/indexed-db-persistence.js';
import { browserCookies } from './handlers/cookies.js';

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
  const backend = await createBackend({ ...rest, persistence });
  const { setupWorker } = await import('msw/browser'); // it cannot even be imported in Node
  const worker = setupWorker(...backend.handlers(browserCookies('this browser')));
  const start = () =>
    worker.start({
      quiet: true,
      onUnhandledFrame: 'bypass',
      serviceWorker: { url: workerUrl ?? '/mockServiceWorker.js' },
    });
  // MSW's worker leaves with the last page that it serves; one that opens just then finds it gone.
  await start().catch(start);
  return Object.assign(backend, {
    async close() {
      await worker.stop();
      await backend.db.close();
    },
  });
};
