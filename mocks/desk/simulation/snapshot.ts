import * as z from 'zod/mini';
import { instant } from '../../../src/contract/fields.js';
import { schemaVersion, tableNames } from '../../db/tables.js';
import { digest } from '../../digest.js';
import { allowed, type Refusal } from '../../rules/decision.js';
import { backendAct } from '../act.js';
import { invalid } from '../refusals.js';

export const snapshotFormat = 'portal-widgets snapshot';

/** Everything that is stored, passwords as hashes. */
export const snapshot = z.object({
  format: z.string(),
  /** Of the records' shapes: a backend loads its own version only. */
  version: z.int(),
  takenAt: instant,
  documents: z.array(
    z.object({
      table: z.enum(tableNames),
      id: z.string(),
      document: z.looseObject({ id: z.string() }),
    }),
  ),
  /** SHA-256 of the documents, in base64url: what was changed by hand is not loaded. */
  digest: z.string(),
});
export type Snapshot = z.infer<typeof snapshot>;

export const takeSnapshot = backendAct(
  {
    id: 'takeSnapshot',
    summary: 'Everything that is stored, as one document.',
    method: 'GET',
    path: '/desk/snapshot',
    request: {},
    response: snapshot,
    safe: true,
  },
  async ({ backend: { db, clock } }) => {
    const documents = (await db.documents()).map((write) => ({
      ...write,
      document: { ...write.document },
    }));
    return allowed({
      format: snapshotFormat,
      version: schemaVersion,
      takenAt: new Date(clock.now()).toISOString(),
      documents,
      digest: await digestOf(documents),
    });
  },
);

export const loadSnapshot = backendAct(
  {
    id: 'loadSnapshot',
    summary: 'Replaces everything by what a snapshot holds, for everybody.',
    method: 'PUT',
    path: '/desk/snapshot',
    request: { body: snapshot },
    response: null,
    safe: false,
    bodyLimit: 64 * 1024 * 1024,
  },
  async ({ backend, body: { format, version, documents, digest: expected } }) => {
    if (format !== snapshotFormat) {
      return wrong('format', `This is no snapshot: its format is not "${snapshotFormat}".`);
    }
    if (version !== schemaVersion) {
      return wrong(
        'version',
        `This snapshot is of version ${version}, and only version ${schemaVersion} can be loaded.`,
      );
    }
    if (expected !== (await digestOf(documents))) {
      return wrong('digest', 'This snapshot is damaged, or was changed since it was taken.');
    }
    await backend.db.replace(documents);
    return allowed(undefined);
  },
);

export const startOver = backendAct(
  {
    id: 'startOver',
    summary: 'Everything as it was at first, for everybody. The policy in force stays.',
    method: 'POST',
    path: '/desk/start-over',
    request: {},
    response: null,
    safe: false,
  },
  async ({ backend }) => {
    const { policy } = backend.settings;
    await backend.reset();
    if (policy) await backend.setPolicy(policy);
    return allowed(undefined);
  },
);

/** Of what the documents hold, whatever order their members come in. */
const digestOf = (documents: Snapshot['documents']): Promise<string> =>
  digest(JSON.stringify(documents, sortedMembers));

const sortedMembers = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const wrong = (member: string, detail: string): Refusal =>
  invalid(detail, [{ pointer: `/body/${member}`, detail }]);
