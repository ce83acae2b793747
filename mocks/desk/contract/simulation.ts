import * as z from 'zod/mini';
import { instant } from '../../../src/contract/fields.js';
import { contract } from '../../../src/contract/index.js';
import { presetNames } from '../../../src/policy/load-policy.js';
import { portalPolicySchema } from '../../../src/policy/portal-policy.js';
import { tableNames } from '../../db/tables.js';
import { outcomes } from '../../faults.js';
import { deskEndpoint } from './desk-endpoint.js';

const megabyte = 1024 * 1024;
const year = 365 * 86_400_000;

const clock = z.object({
  now: instant,
  /** Milliseconds by which it has been moved forward in all. */
  ahead: z.int(),
});

export const readClock = deskEndpoint({
  id: 'readClock',
  summary: 'The time in the portal.',
  method: 'GET',
  path: '/desk/clock',
  request: {},
  response: clock,
  safe: true,
});

export const moveClock = deskEndpoint({
  id: 'moveClock',
  summary:
    'Moves the time forward, for everybody and until everything starts over. It never goes back.',
  method: 'POST',
  path: '/desk/clock/moves',
  request: {
    body: z.object({ milliseconds: z.int().check(z.minimum(1), z.maximum(100 * year)) }),
  },
  response: clock,
  safe: false,
});

/** What can be broken: an endpoint of the patients' contract, or all that have no fault of their own. */
export const faultTarget = z.enum(['all', ...Object.keys(contract)]);

const fault = {
  /** Milliseconds that a request waits before anything is done. */
  delay: z.optional(z.int().check(z.minimum(1), z.maximum(120_000))),
  /**
   * What comes of it then. `internal`, `unavailable`: 500, 503. `offline`: a network error, and nothing
   * is done. `lost`: a network error after all is done. `wrong`: a success that breaks the contract.
   * `captive`: 200 with a network's own page of HTML, and nothing is done.
   */
  outcome: z.optional(z.enum(outcomes)),
};

export const listFaults = deskEndpoint({
  id: 'listFaults',
  summary: 'What is broken now.',
  method: 'GET',
  path: '/desk/faults',
  request: {},
  response: z.object({ faults: z.array(z.object({ endpoint: faultTarget, ...fault })) }),
  safe: true,
});

export const setFault = deskEndpoint({
  id: 'setFault',
  summary:
    'Makes an endpoint slow, failing, offline or wrong. With an empty body it is exempt from `all`.',
  method: 'PUT',
  path: '/desk/faults/{endpoint}',
  request: { params: z.object({ endpoint: faultTarget }), body: z.object(fault) },
  response: null,
  safe: false,
});

export const clearFault = deskEndpoint({
  id: 'clearFault',
  summary: 'Ends what was wrong with an endpoint.',
  method: 'DELETE',
  path: '/desk/faults/{endpoint}',
  request: { params: z.object({ endpoint: faultTarget }) },
  response: null,
  safe: false,
});

export const clearFaults = deskEndpoint({
  id: 'clearFaults',
  summary: 'Ends everything that was wrong.',
  method: 'DELETE',
  path: '/desk/faults',
  request: {},
  response: null,
  safe: false,
});

const policyAnswer = z.object({ policy: portalPolicySchema });

export const readPolicy = deskEndpoint({
  id: 'readPolicy',
  summary: 'The policy in force.',
  method: 'GET',
  path: '/desk/policy',
  request: {},
  response: policyAnswer,
  safe: true,
});

export const usePolicy = deskEndpoint({
  id: 'usePolicy',
  summary: 'Puts another policy in force: a preset by its name, or a hospital’s own.',
  method: 'PUT',
  path: '/desk/policy',
  request: { body: z.object({ policy: z.union([z.enum(presetNames), z.looseObject({})]) }) },
  response: policyAnswer,
  safe: false,
});

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

export const takeSnapshot = deskEndpoint({
  id: 'takeSnapshot',
  summary: 'Everything that is stored, as one document.',
  method: 'GET',
  path: '/desk/snapshot',
  request: {},
  response: snapshot,
  safe: true,
});

export const loadSnapshot = deskEndpoint({
  id: 'loadSnapshot',
  summary: 'Replaces everything by what a snapshot holds, for everybody.',
  method: 'PUT',
  path: '/desk/snapshot',
  request: { body: snapshot },
  response: null,
  safe: false,
  bodyLimit: 64 * megabyte,
});

export const startOver = deskEndpoint({
  id: 'startOver',
  summary: 'Everything as it was at first, for everybody. The policy in force stays.',
  method: 'POST',
  path: '/desk/start-over',
  request: {},
  response: null,
  safe: false,
});
