import * as z from 'zod/mini';
import { contract } from '../../../src/contract/index.js';
import { outcomes, type KeptFault } from '../../faults.js';
import type { Backend } from '../../host.js';
import { allowed, type Allowed } from '../../rules/decision.js';
import { backendAct } from '../act.js';

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

const ofEndpoint = z.object({ endpoint: faultTarget });

export const listFaults = backendAct(
  {
    id: 'listFaults',
    summary: 'What is broken now.',
    method: 'GET',
    path: '/desk/faults',
    request: {},
    response: z.object({ faults: z.array(z.object({ endpoint: faultTarget, ...fault })) }),
    safe: true,
  },
  ({ backend }) => {
    const faults = Object.entries(backend.settings.faults);
    return allowed({ faults: faults.map(([endpoint, each]) => ({ endpoint, ...each })) });
  },
);

export const setFault = backendAct(
  {
    id: 'setFault',
    summary:
      'Makes an endpoint slow, failing, offline or wrong. With an empty body it is exempt from `all`.',
    method: 'PUT',
    path: '/desk/faults/{endpoint}',
    request: { params: ofEndpoint, body: z.object(fault) },
    response: null,
    safe: false,
  },
  ({ backend, params, body }) =>
    changeFaults(backend, (faults) => faults.set(params.endpoint, body)),
);

export const clearFault = backendAct(
  {
    id: 'clearFault',
    summary: 'Ends what was wrong with an endpoint.',
    method: 'DELETE',
    path: '/desk/faults/{endpoint}',
    request: { params: ofEndpoint },
    response: null,
    safe: false,
  },
  ({ backend, params }) => changeFaults(backend, (faults) => faults.delete(params.endpoint)),
);

export const clearFaults = backendAct(
  {
    id: 'clearFaults',
    summary: 'Ends everything that was wrong.',
    method: 'DELETE',
    path: '/desk/faults',
    request: {},
    response: null,
    safe: false,
  },
  ({ backend }) => changeFaults(backend, (faults) => faults.clear()),
);

const changeFaults = async (
  backend: Backend,
  change: (faults: Map<string, KeptFault>) => void,
): Promise<Allowed<undefined>> => {
  await backend.changeSettings(({ faults: before }) => {
    const faults = new Map(Object.entries(before));
    change(faults);
    return { faults: Object.fromEntries(faults) };
  });
  return allowed(undefined);
};
