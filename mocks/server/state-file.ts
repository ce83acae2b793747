import * as z from 'zod/mini';
import { StorageError, type Position, type StoredState, type Write } from '../db/persistence.js';
import { collectionOf, createTables, schemaVersion, tableNames } from '../db/tables.js';
import { portalPolicySchema } from '../../src/policy/portal-policy.js';

/** What one line holds: all data, or the changes of a transaction. */
export interface Transaction {
  /** Where it leads to. */
  readonly position: Position;
  readonly writes: readonly Write[];
}

export interface StateFile {
  /** The first is all data of a moment. None: nothing is stored yet. */
  readonly transactions: readonly Transaction[];
  /** Bytes of the first. */
  readonly snapshotSize: number;
  /** Bytes of all: what follows is half a line. */
  readonly size: number;
}

const format = 'portal-widgets state';

const header = z.object({ format: z.literal(format), version: z.int() });
const line = z.object({
  position: z.object({ epoch: z.string(), seq: z.int() }),
  writes: z.array(
    z.object({
      table: z.enum(tableNames),
      id: z.string(),
      document: z.nullable(z.looseObject({ id: z.string() })),
    }),
  ),
});

/** What was chosen while the server ran decides how it starts. */
const settings = z.object({
  policy: z.nullable(portalPolicySchema),
  clockOffset: z.number(),
  faults: z.record(z.string(), z.looseObject({})),
});

/** The first line of a file. */
export const snapshotLine = ({ position, documents }: StoredState): string =>
  `${JSON.stringify({ format, version: schemaVersion, position, writes: documents })}\n`;

/** A further line. */
export const transactionLine = ({ position, writes }: Transaction): string =>
  `${JSON.stringify({ position, writes })}\n`;

/** @throws StorageError for a file that holds something else, or is of another version */
export const readStateFile = (bytes: Buffer, path: string): StateFile => {
  const nothing: StateFile = { transactions: [], snapshotSize: 0, size: 0 };
  if (bytes.length === 0) return nothing;
  const size = bytes.lastIndexOf('\n') + 1;
  const lines = bytes.subarray(0, size).toString().split('\n').slice(0, -1).map(parsed);
  const first = header.safeParse(lines[0]);
  if (!first.success) {
    throw new StorageError(`${path} holds something else than a server's state: choose another.`);
  }
  const { version } = first.data;
  if (version !== schemaVersion) {
    throw new StorageError(
      `${path} holds a state of version ${version}, and only version ${schemaVersion} can be read: move it away, or choose another.`,
    );
  }
  const takeIn = reader();
  const transactions = lines.map((one, at) => {
    const transaction = takeIn(one);
    if (!transaction) throw new StorageError(`${path} is damaged in line ${at + 1}: remove it.`);
    return transaction;
  });
  return { transactions, snapshotSize: bytes.indexOf('\n') + 1, size };
};

/** Reads one line after the other; null: the tables cannot take what it holds. */
const reader = () => {
  const tables = createTables(() => undefined);
  return (text: unknown): Transaction | null => {
    const read = line.safeParse(text);
    if (!read.success) return null;
    for (const { table, id, document } of read.data.writes) {
      if (document && document.id !== id) return null;
      if (document && table === 'settings' && !settings.safeParse(document).success) return null;
      try {
        collectionOf(tables, table).apply(id, document ?? undefined);
      } catch {
        return null; // it lacks what documents of this table are found by
      }
    }
    return read.data;
  };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
