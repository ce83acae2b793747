import type { Person } from '../db/records.js';
import { mina } from './mina.js';
import { rosa } from './rosa.js';

/**
 * The made-up people of the demo, stories and tests, as they stand at `now` (epoch ms): dates are
 * relative to it, so the record never looks stale; ids and values are always the same.
 */
export function people(now: number): Person[] {
  return [rosa(now), mina(now)];
}
