import type { EndpointId } from '../../../src/contract/index.js';
import { account } from './account.js';
import { appointments } from './appointments.js';
import { family } from './family.js';
import { medications } from './medications.js';
import { messages } from './messages.js';
import { record } from './record.js';
import { results } from './results.js';
import type { Sample } from './sample.js';
import { secondStep } from './second-step.js';
import { session } from './session.js';

/** One for each endpoint of the contract. */
export const samples = {
  ...session,
  ...account,
  ...secondStep,
  ...results,
  ...record,
  ...medications,
  ...appointments,
  ...messages,
  ...family,
} as Readonly<Record<EndpointId, Sample>>;
