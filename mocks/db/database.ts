/**
 * What is stored: collections in memory, in step with where they are kept. Nothing here knows a rule; other
 * rooms change what is stored in transactions only.
 */
import { randomToken } from '../tokens.js';
import type { Document } from './collection.js';
import type { Persistence, Position, StoredState, Write } from './persistence.js';
import {
  collectionOf,
  createTables,
  tableNames,
  type ReadonlyTables,
  type TableName,
  type Tables,
} from './tables.js';

/** The first data, where nothing is stored yet. */
export type Seed = () => Promise<readonly Write[]>;

interface StoredDocument extends Write {
  readonly table: TableName;
  readonly document: Document;
}

type Before = Map<string, { table: TableName; id: string; document: Document | undefined }>;

/**
 * All data of the simulated backend: a copy in memory, kept in step with what is stored. Changes are
 * made in transactions only, one at a time among all tabs that share the storage.
 */
export class Database {
  readonly #persistence: Persistence;
  readonly #seed: Seed;
  readonly #tables: Tables;
  #position: Position | null = null;
  /** What the running transaction has changed, as it was before; null: none is running. */
  #before: Before | null = null;

  private constructor(persistence: Persistence, seed: Seed) {
    this.#persistence = persistence;
    this.#seed = seed;
    this.#tables = createTables((table, id, before) => {
      if (!this.#before) throw new Error(`A change of ${table} outside of a transaction.`);
      const key = JSON.stringify([table, id]);
      if (!this.#before.has(key)) this.#before.set(key, { table, id, document: before });
    });
  }

  /** @throws StorageError */
  static async open(persistence: Persistence, seed: Seed): Promise<Database> {
    const database = new Database(persistence, seed);
    await persistence.exclusive(() => database.#catchUp());
    return database;
  }

  /** As of the last transaction here: what other tabs have changed since comes with the next one. */
  get tables(): ReadonlyTables {
    return this.#tables;
  }

  /**
   * Runs alone, on the latest data. What it changes is stored when it returns; if it throws, or
   * storing fails, nothing has changed.
   * @throws StorageError
   */
  async transact<T>(run: (tables: Tables) => T | Promise<T>): Promise<T> {
    return this.#persistence.exclusive(async () => {
      const position = await this.#catchUp();
      const before: Before = new Map();
      this.#before = before;
      try {
        const result = await run(this.#tables);
        await this.#commit(before, { ...position, seq: position.seq + 1 });
        return result;
      } catch (error) {
        for (const { table, id, document } of before.values()) this.#apply(table, id, document);
        throw error;
      } finally {
        this.#before = null;
      }
    });
  }

  /** Drops everything, in every tab, and starts over with the first data. */
  async reset(): Promise<void> {
    await this.#persistence.exclusive(() => this.#startOver());
  }

  /** Takes in what other tabs have changed. */
  async refresh(): Promise<void> {
    await this.#persistence.exclusive(() => this.#catchUp());
  }

  /** All that is stored now. */
  async documents(): Promise<readonly StoredDocument[]> {
    await this.refresh();
    return tableNames.flatMap((table) =>
      [...this.#tables[table].values()].map((document) => ({ table, id: document.id, document })),
    );
  }

  /** Stores these instead of everything, in every tab. */
  async replace(documents: readonly Write[]): Promise<void> {
    await this.#persistence.exclusive(() => this.#startWith(documents));
  }

  close(): Promise<void> {
    return this.#persistence.close();
  }

  async #commit(before: Before, position: Position): Promise<void> {
    const writes = [...before.values()].map(({ table, id }) => ({
      table,
      id,
      document: collectionOf(this.#tables, table).get(id) ?? null,
    }));
    if (writes.length === 0) return;
    await this.#persistence.commit(position, writes);
    this.#position = position;
  }

  async #catchUp(): Promise<Position> {
    const missed = this.#position && (await this.#persistence.since(this.#position));
    if (missed) {
      this.#applyAll(missed.writes);
      return (this.#position = missed.position);
    }
    const stored = await this.#persistence.load();
    return stored ? this.#takeOver(stored) : this.#startOver();
  }

  async #startOver(): Promise<Position> {
    return this.#startWith(await this.#seed());
  }

  async #startWith(documents: readonly Write[]): Promise<Position> {
    const state: StoredState = { position: { epoch: randomToken(), seq: 0 }, documents };
    await this.#persistence.replace(state);
    return this.#takeOver(state);
  }

  #takeOver({ position, documents }: StoredState): Position {
    for (const table of Object.values(this.#tables)) table.clear();
    this.#applyAll(documents);
    return (this.#position = position);
  }

  #applyAll(writes: readonly Write[]): void {
    for (const { table, id, document } of writes) {
      this.#apply(table as TableName, id, document ?? undefined);
    }
  }

  #apply(table: TableName, id: string, document: Document | undefined): void {
    collectionOf(this.#tables, table).apply(id, document);
  }
}
