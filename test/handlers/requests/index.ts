import type { EndpointId } from '../../../src/contract/index.js';
import { account } from './account.js';
import { messages } from './messages.js';
import { results } from './results.js';
import type { Sample } from './sample.js';
import { session } from './session.js';

/** One for each endpoint of the contract. */
export const samples = { ...session, ...account, ...results, ...messages } as Readonly<
  Record<EndpointId, Sample>
>;
