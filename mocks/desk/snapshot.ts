import type { Backend } from '../host.js';
import { schemaVersion } from '../db/tables.js';
import { digest } from '../digest.js';
import { snapshotFormat, type Snapshot } from './contract/simulation.js';
import { DeskError } from './desk-error.js';

/** Everything that is stored, in one document. */
export const takeSnapshot = async ({
  db,
  clock,
}: Pick<Backend, 'db' | 'clock'>): Promise<Snapshot> => {
  const documents = (await db.documents()).map((write) => ({
    ...write,
    document: { ...write.document },
  }));
  return {
    format: snapshotFormat,
    version: schemaVersion,
    takenAt: new Date(clock.now()).toISOString(),
    documents,
    digest: await digestOf(documents),
  };
};

/**
 * Replaces everything that is stored, in every tab, by what a snapshot holds.
 * @throws DeskError for what is no snapshot, was taken by another version or was changed since
 */
export const loadSnapshot = async (
  { db }: Pick<Backend, 'db'>,
  { format, version, documents, digest: expected }: Snapshot,
): Promise<void> => {
  if (format !== snapshotFormat) {
    throw refusal('/body/format', `This is no snapshot: its format is not "${snapshotFormat}".`);
  }
  if (version !== schemaVersion) {
    throw refusal(
      '/body/version',
      `This snapshot is of version ${version}, and only version ${schemaVersion} can be loaded.`,
    );
  }
  if (expected !== (await digestOf(documents))) {
    throw refusal('/body/digest', 'This snapshot is damaged, or was changed since it was taken.');
  }
  await db.replace(documents);
};

/** Of what the documents hold, whatever order their members come in. */
const digestOf = (documents: Snapshot['documents']): Promise<string> =>
  digest(JSON.stringify(documents, sortedMembers));

const sortedMembers = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const refusal = (pointer: string, detail: string) =>
  new DeskError('invalid-request', detail, [{ pointer, detail }]);
