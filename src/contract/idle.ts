import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { signedIn } from './session.js';

export const keepSessionAlive = endpoint({
  id: 'keepSessionAlive',
  summary: 'Tell that the user was active. Sent at most once a minute.',
  method: 'PUT',
  path: '/session/activity',
  request: {
    body: z.object({
      /** Seconds since the last input, so that browser and server count from the same moment. */
      idleSeconds: z.int().check(z.minimum(0), z.maximum(86_400)),
    }),
  },
  response: signedIn,
  access: 'session',
  safe: false,
  activity: false,
  refusals: [],
});
