import {
  appendFile,
  open,
  readFile,
  readlink,
  realpath,
  rename,
  stat,
  truncate,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  StorageError,
  type Missed,
  type Persistence,
  type Position,
  type StoredState,
  type Write,
} from '../db/persistence.js';
import { takeLock } from './lock-file.js';
import { readStateFile, snapshotLine, transactionLine } from './state-file.js';

/** Bytes of transactions after which the file is written anew, if that makes it half as large. */
const journalLimit = 1024 * 1024;

/**
 * Keeps the data in a file, for the next start of a server. It is written anew beside the old one,
 * which it then replaces; each transaction adds a line to it. So the file is whole at any moment, and
 * a request costs the same however much is stored.
 */
export class FilePersistence implements Persistence {
  readonly #path: string;
  readonly #unlock: () => Promise<void>;
  readonly #documents = new Map<string, Write>();
  #position: Position | null = null;
  /** Bytes of the snapshot, and of it with the transactions since. */
  #snapshotSize = 0;
  #size = 0;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(path: string, unlock: () => Promise<void>) {
    this.#path = path;
    this.#unlock = unlock;
  }

  /**
   * @param path of a file that this has written, or of none yet
   * @throws StorageError where another process uses it, it cannot be used, or is something else
   */
  static async open(path: string): Promise<FilePersistence> {
    const target = await using(path, () => targetOf(path));
    const unlock = await using(path, () => takeLock(`${target}.lock`));
    const persistence = new FilePersistence(target, unlock);
    try {
      await using(path, () => refuseHardLinks(target));
      await using(path, () => persistence.#read());
      return persistence;
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  async exclusive<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#last.then(run);
    this.#last = result.catch(() => undefined);
    return result;
  }

  load(): Promise<StoredState | null> {
    const position = this.#position;
    const documents = [...this.#documents.values()];
    return Promise.resolve(position && { position, documents });
  }

  since({ epoch, seq }: Position): Promise<Missed | null> {
    const position = this.#position;
    const current = position?.epoch === epoch && position.seq === seq;
    return Promise.resolve(current ? { position, writes: [] } : null);
  }

  async commit(position: Position, writes: readonly Write[]): Promise<void> {
    await using(this.#path, async () => {
      if (this.#size > 2 * this.#snapshotSize + journalLimit) {
        await this.#write({ position: this.#position ?? position, documents: this.#all() });
      }
      await this.#append(transactionLine({ position, writes }));
    });
    this.#apply(position, writes);
  }

  async replace(state: StoredState): Promise<void> {
    await using(this.#path, () => this.#write(state));
    this.#documents.clear();
    this.#apply(state.position, state.documents);
  }

  async close(): Promise<void> {
    await this.#last;
    await this.#unlock();
  }

  #all(): Write[] {
    return [...this.#documents.values()];
  }

  #apply(position: Position, writes: readonly Write[]): void {
    this.#position = position;
    for (const write of writes) {
      const key = JSON.stringify([write.table, write.id]);
      if (write.document) this.#documents.set(key, write);
      else this.#documents.delete(key);
    }
  }

  async #read(): Promise<void> {
    const bytes = await readFile(this.#path).catch(nothingIfAbsent);
    const { transactions, snapshotSize, size } = readStateFile(bytes, this.#path);
    for (const { position, writes } of transactions) this.#apply(position, writes);
    // What stands behind is half a line, of a transaction that never ended.
    if (size < bytes.length && transactions.length > 0) await truncate(this.#path, size);
    this.#snapshotSize = snapshotSize;
    this.#size = size;
  }

  /** Stores all of a line, or nothing. */
  async #append(line: string): Promise<void> {
    try {
      await appendFile(this.#path, line);
    } catch (error) {
      await truncate(this.#path, this.#size);
      throw error;
    }
    this.#size += Buffer.byteLength(line);
  }

  async #write(state: StoredState): Promise<void> {
    const line = snapshotLine(state);
    const temporary = `${this.#path}.new`;
    const file = await open(temporary, 'w', 0o600); // password hashes and sessions stand in it
    try {
      await file.writeFile(line);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, this.#path);
    this.#size = this.#snapshotSize = Buffer.byteLength(line);
  }
}

/** Where the file is that a path leads to: by whatever symbolic links, it has one lock. */
const targetOf = async (path: string): Promise<string> => {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const next = await readlink(path).catch(() => null); // a link to what is not there yet
  if (next !== null) return targetOf(resolve(dirname(path), next));
  return join(await realpath(dirname(path)), basename(path));
};

/** Two names of one file would have a lock each, and become two files when one is written anew. */
const refuseHardLinks = async (path: string): Promise<void> => {
  const names = await stat(path).then(
    ({ nlink }) => nlink,
    () => 1,
  ); // most often: none yet
  if (names <= 1) return;
  throw new StorageError(
    `${path} has another name, too (a hard link), by which another server could use it: remove that name, or choose another file.`,
  );
};

const nothingIfAbsent = (error: NodeJS.ErrnoException): Buffer => {
  if (error.code === 'ENOENT') return Buffer.alloc(0);
  throw error;
};

/** What goes wrong with a file is a StorageError that names it. */
const using = async <T>(path: string, run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (error) {
    if (error instanceof StorageError) throw error;
    throw new StorageError(`The state cannot be kept in ${path}: ${(error as Error).message}`, {
      cause: error,
    });
  }
};
