import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import {
  changesKept,
  StorageError,
  type Missed,
  type Persistence,
  type Position,
  type StoredState,
  type Write,
} from './persistence.js';
import { schemaVersion } from './tables.js';

interface Stores extends DBSchema {
  /** All first data in one value: thousands of rows take a browser a second to write, and as long to read. */
  first: { key: 'current'; value: readonly Write[] };
  /** What has changed since. */
  documents: { key: [string, string]; value: Write };
  changes: { key: number; value: { readonly seq: number; readonly writes: readonly Write[] } };
  state: { key: 'current'; value: Position & { readonly version: string } };
}

export interface IndexedDbOptions {
  /** Name of the database; those who use the same share their data. */
  readonly name: string;
  /** Names the first data: what was stored from another edition is dropped. */
  readonly edition?: string;
}

/**
 * Keeps the data in the browser (IndexedDB), shared by all tabs of an origin: it survives reloads,
 * and Web Locks let one tab at a time use it.
 */
export class IndexedDbPersistence implements Persistence {
  readonly #name: string;
  readonly #version: string;
  #connection: Promise<IDBPDatabase<Stores>> | null = null;

  constructor({ name, edition = '' }: IndexedDbOptions) {
    this.#name = name;
    this.#version = `${schemaVersion} ${edition}`;
  }

  async exclusive<T>(run: () => Promise<T>): Promise<T> {
    if (!('locks' in navigator)) {
      throw new StorageError(
        'The simulated backend needs Web Locks: open this page over https or on localhost, in a current browser.',
      );
    }
    return await navigator.locks.request(`database ${this.#name}`, run);
  }

  load(): Promise<StoredState | null> {
    return this.#use(async (connection) => {
      const position = await connection.get('state', 'current');
      if (position?.version !== this.#version) return null;
      const [first = [], changed] = await Promise.all([
        connection.get('first', 'current'),
        connection.getAll('documents'),
      ]);
      return { position, documents: [...first, ...changed] };
    });
  }

  since({ epoch, seq }: Position): Promise<Missed | null> {
    return this.#use(async (connection) => {
      const position = await connection.get('state', 'current');
      if (position && position.version !== this.#version) {
        throw new StorageError(
          'A tab with another version of this page has replaced the data of the simulated backend: reload this one.',
        );
      }
      if (position?.epoch !== epoch) return null;
      const missed = await connection.getAll('changes', IDBKeyRange.lowerBound(seq, true));
      if (missed.length < position.seq - seq) return null;
      return { position, writes: missed.flatMap((change) => change.writes) };
    });
  }

  commit(position: Position, writes: readonly Write[]): Promise<void> {
    return this.#use(async (connection) => {
      const { seq } = position;
      const transaction = connection.transaction(['documents', 'changes', 'state'], 'readwrite');
      const documents = transaction.objectStore('documents');
      const changes = transaction.objectStore('changes');
      await Promise.all([
        ...writes.map((write) => documents.put(write)), // without a document it hides one of the first
        changes.put({ seq, writes }),
        changes.delete(IDBKeyRange.upperBound(seq - changesKept)),
        transaction.objectStore('state').put({ ...position, version: this.#version }, 'current'),
        transaction.done,
      ]);
    });
  }

  replace({ position, documents }: StoredState): Promise<void> {
    return this.#use(async (connection) => {
      const stores = ['first', 'documents', 'changes', 'state'] as const;
      const transaction = connection.transaction(stores, 'readwrite');
      await Promise.all([
        transaction.objectStore('first').put(documents, 'current'),
        transaction.objectStore('documents').clear(),
        transaction.objectStore('changes').clear(),
        transaction.objectStore('state').put({ ...position, version: this.#version }, 'current'),
        transaction.done,
      ]);
    });
  }

  async close(): Promise<void> {
    const closing = this.#connection;
    this.#connection = null;
    const connection = await closing?.catch(() => null); // null: it never opened
    connection?.close();
  }

  async #use<T>(run: (connection: IDBPDatabase<Stores>) => Promise<T>): Promise<T> {
    try {
      this.#connection ??= this.#open();
      return await run(await this.#connection);
    } catch (error) {
      if (error instanceof StorageError) throw error;
      await this.close();
      throw new StorageError(
        `The simulated backend cannot keep its data in this browser (IndexedDB "${this.#name}"): a private window, or storage that is blocked or full?`,
        { cause: error },
      );
    }
  }

  #open(): Promise<IDBPDatabase<Stores>> {
    return openDB<Stores>(this.#name, 2, {
      upgrade: (connection, before) => {
        connection.createObjectStore('first');
        if (before > 0) return; // all data stood in rows, as what has changed does now
        connection.createObjectStore('documents', { keyPath: ['table', 'id'] });
        connection.createObjectStore('changes', { keyPath: 'seq' });
        connection.createObjectStore('state');
      },
      // Somebody deletes the database, or the browser clears it: the next use opens a new one.
      blocking: () => void this.close(),
      terminated: () => void this.close(),
    });
  }
}
