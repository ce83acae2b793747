import type { Document } from './collection.js';

/** One document after a change; null: it is gone. */
export interface Write {
  readonly table: string;
  readonly id: string;
  readonly document: Document | null;
}

/** How far a copy of the data has come. */
export interface Position {
  /** Names the data as a whole: another one once all of it was replaced. */
  readonly epoch: string;
  /** Counts the transactions since then. */
  readonly seq: number;
}

export interface StoredState {
  readonly position: Position;
  /** In the order in which they were made: the last one of a document counts. */
  readonly documents: readonly Write[];
}

/** The transactions that a copy has missed. */
export interface Missed {
  readonly position: Position;
  /** In the order in which they were made. */
  readonly writes: readonly Write[];
}

/**
 * Where the data is kept between reloads, and shared by several tabs, each of which holds a copy of
 * it in memory. Everything but `exclusive` itself is called while holding its lock only.
 */
export interface Persistence {
  /** Waits for the lock, runs alone among all who share this data, and gives it back. */
  exclusive<T>(run: () => Promise<T>): Promise<T>;
  /** Everything; null: nothing is stored yet, or only by another version. */
  load(): Promise<StoredState | null>;
  /** What changed after a position; null: too long ago, or other data by now: `load` again. */
  since(position: Position): Promise<Missed | null>;
  /** Stores the changes of the transaction that leads to this position: all of them, or none. */
  commit(position: Position, writes: readonly Write[]): Promise<void>;
  /** Stores this instead of everything. */
  replace(state: StoredState): Promise<void>;
  close(): Promise<void>;
}

/** How many transactions a copy may be behind before it has to load everything again. */
export const changesKept = 500;

/** The data cannot be read or stored: a private window, blocked or full storage, other code. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}
