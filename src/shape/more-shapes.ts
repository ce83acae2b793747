import { check, isText, type Shape } from './shape.js';

// Values of which signing in has none: a page that only signs people in does without.

const isDate = (value: unknown, form: RegExp) =>
  isText(value) && form.test(value) && !Number.isNaN(Date.parse(value));

export const number: Shape = check('a number', Number.isFinite);
export const truth: Shape = check('true or false', (value) => typeof value === 'boolean');

/** RFC 3339 instant, in UTC. */
export const instant: Shape = check('a time like 2026-05-04T13:30:00Z', (value) =>
  isDate(value, /^\d{4}-\d\d-\d\dT.+Z$/),
);

/** RFC 3339 full-date. */
export const day: Shape = check('a date like 2026-05-04', (value) =>
  isDate(value, /^\d{4}-\d\d-\d\d$/),
);
