import type { Person } from '../db/records/index.js';
import { ada } from './ada.js';
import { grace } from './grace.js';
import { henry } from './henry.js';
import { june } from './june.js';
import { leo } from './leo.js';
import { mina } from './mina.js';
import { rosa } from './rosa.js';
import { sam } from './sam.js';
import { theo } from './theo.js';

/**
 * The made-up people of the demo, stories and tests, as they stand at `now` (epoch ms): dates are
 * relative to it, so that the record never looks stale; ids and values are always the same.
 */
export function people(now: number): Person[] {
  return [rosa, henry, ada, grace, june, sam, mina, theo, leo].map((person) => person(now));
}
