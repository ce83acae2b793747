import * as z from 'zod/mini';
import { instant } from '../../../src/contract/fields.js';
import type { Backend } from '../../host.js';
import { allowed } from '../../rules/decision.js';
import { backendAct } from '../act.js';
import { conflict } from '../refusals.js';

const clock = z.object({
  now: instant,
  /** Milliseconds by which it has been moved forward in all. */
  ahead: z.int(),
});

export const readClock = backendAct(
  {
    id: 'readClock',
    summary: 'The time in the portal.',
    method: 'GET',
    path: '/desk/clock',
    request: {},
    response: clock,
    safe: true,
  },
  ({ backend }) => allowed(clockOf(backend)),
);

const year = 365 * 86_400_000;

/** Leaves years for what is promised and what expires: RFC 3339 names none after 9999. */
const endOfTime = Date.parse('9900-01-01T00:00:00Z');

export const moveClock = backendAct(
  {
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
  },
  async ({ backend, body: { milliseconds } }) => {
    if (backend.clock.now() + milliseconds > endOfTime) {
      return conflict('There are no dates as far as that.');
    }
    await backend.changeSettings(({ clockOffset }) => ({
      clockOffset: clockOffset + milliseconds,
    }));
    return allowed(clockOf(backend));
  },
);

const clockOf = (backend: Backend): z.infer<typeof clock> => ({
  now: new Date(backend.clock.now()).toISOString(),
  ahead: backend.settings.clockOffset,
});
