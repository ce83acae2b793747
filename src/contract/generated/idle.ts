// Made from src/contract/idle.ts by `npm run generate`. Do not edit.

import type { ClientEndpointOf } from '../client-endpoint.js';
import type * as contract from '../idle.js';

import { signedIn } from './shapes/signed-in.js';

export const keepSessionAlive: ClientEndpointOf<typeof contract.keepSessionAlive> = {
  id: 'keepSessionAlive',
  method: 'PUT',
  path: '/session/activity',
  safe: false,
  answer: signedIn,
};
