import { frozen } from './frozen.js';
import {
  changesKept,
  type Missed,
  type Persistence,
  type Position,
  type StoredState,
  type Write,
} from './persistence.js';

/**
 * Keeps the data as long as the page lives: for tests, where several backends may share one. What it keeps
 * is frozen, so that they can share it: documents are replaced, never changed in place.
 */
export class MemoryPersistence implements Persistence {
  #documents = new Map<string, Write>();
  #changes: { readonly seq: number; readonly writes: readonly Write[] }[] = [];
  #position: Position | null = null;
  #last: Promise<unknown> = Promise.resolve();

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
    if (position?.epoch !== epoch) return Promise.resolve(null);
    const missed = this.#changes.filter((change) => change.seq > seq);
    if (missed.length < position.seq - seq) return Promise.resolve(null);
    const writes = missed.flatMap((change) => change.writes);
    return Promise.resolve({ position, writes });
  }

  commit(position: Position, writes: readonly Write[]): Promise<void> {
    for (const write of writes) this.#store(frozen(write));
    this.#changes.push({ seq: position.seq, writes });
    if (this.#changes.length > changesKept) this.#changes.shift();
    this.#position = position;
    return Promise.resolve();
  }

  replace({ position, documents }: StoredState): Promise<void> {
    this.#documents.clear();
    this.#changes = [];
    for (const write of documents) this.#store(frozen(write));
    this.#position = position;
    return Promise.resolve();
  }

  /** There is nothing to let go of. */
  close(): Promise<void> {
    return Promise.resolve();
  }

  #store(write: Write): void {
    const key = JSON.stringify([write.table, write.id]);
    if (write.document) this.#documents.set(key, write);
    else this.#documents.delete(key);
  }
}
