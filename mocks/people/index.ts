/**
 * The made-up people: a folder for each, and what they are written with. No real person comes in, and nothing
 * that is drawn anew each time.
 */
import type { Person } from '../db/records/index.js';
import { ada } from './ada/ada.js';
import { grace } from './grace/grace.js';
import { henry } from './henry/henry.js';
import { june } from './june/june.js';
import { leo } from './leo/leo.js';
import { mina } from './mina/mina.js';
import { rosa } from './rosa/rosa.js';
import { sam } from './sam/sam.js';
import { theo } from './theo/theo.js';

/**
 * The made-up people of the demo, stories and tests, as they stand at `now` (epoch ms): dates are
 * relative to it, so that the record never looks stale; ids and values are always the same.
 */
export const people = (now: number): Person[] => {
  return [rosa, henry, ada, grace, june, sam, mina, theo, leo].map((person) => person(now));
};
