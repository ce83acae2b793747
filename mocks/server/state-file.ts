import * as z from 'zod/mini';
import { StorageError, type Position, type StoredState, type Write } from '../db/persistence.js';
import { schemaVersion } from '../db/tables.js';

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
      table: z.string(),
      id: z.string(),
      document: z.nullable(z.looseObject({ id: z.string() })),
    }),
  ),
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
  const transactions = lines.map((one, at) => {
    const read = line.safeParse(one);
    if (!read.success) throw new StorageError(`${path} is damaged in line ${at + 1}: remove it.`);
    return read.data;
  });
  return { transactions, snapshotSize: bytes.indexOf('\n') + 1, size };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
