import type { EndpointId } from '../../../src/contract/index.js';
import { account } from './account.js';
import { record } from './record.js';
import { results } from './results.js';
import type { Sample } from './sample.js';
import { session } from './session.js';

/** One for each endpoint of the contract. */
export const samples = { ...session, ...account, ...results, ...record } as Readonly<
  Record<EndpointId, Sample>
>;
