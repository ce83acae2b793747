/**
 * Checks of a backend's answers, small enough for a patient's browser. The shapes themselves are not
 * written by hand: `npm run generate` makes them from the zod schemas of the contract.
 */

/** Where a value differs from what was agreed, and what should stand there. Never the value: it may be health data. */
export interface Mistake {
  /** As in code: `results[3].collectedAt`; empty for the whole. */
  readonly path: string;
  readonly expected: string;
}

/** Notes every mistake of a value; no mistake noted means that it fits. */
export type Shape = (value: unknown, path: string, mistakes: Mistake[]) => void;

/** All mistakes of a value. */
export const mistakesOf = (shape: Shape, value: unknown): Mistake[] => {
  const mistakes: Mistake[] = [];
  shape(value, '', mistakes);
  return mistakes;
};

/** A shape of one value, from a question that tells whether it fits. */
/* @__NO_SIDE_EFFECTS__ */
export const check =
  (expected: string, fits: (value: unknown) => boolean): Shape =>
  (value, path, mistakes) => {
    if (!fits(value)) mistakes.push({ path, expected });
  };

export const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether it is an object with members, no list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const text: Shape = check('text', isText);
export const whole: Shape = check('a whole number', Number.isInteger);

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

/** One of these values. */
/* @__NO_SIDE_EFFECTS__ */
export const oneOf = (...values: readonly unknown[]): Shape =>
  check(values.map((value) => JSON.stringify(value)).join(' or '), (value) =>
    values.includes(value),
  );

/* @__NO_SIDE_EFFECTS__ */
export const list =
  (entry: Shape, least = 0): Shape =>
  (value, path, mistakes) => {
    if (!Array.isArray(value) || value.length < least) {
      mistakes.push({ path, expected: 'a list' + (least > 0 ? ` of at least ${least}` : '') });
    } else {
      value.forEach((each, index) => entry(each, `${path}[${index}]`, mistakes));
    }
  };

/** The path of a member. */
export const below = (path: string, key: string) => (path ? `${path}.${key}` : key);

/** An object with these members; a name that ends in `?` may be absent. Other members are passed over. */
/* @__NO_SIDE_EFFECTS__ */
export const object =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value, path, mistakes) => {
    if (!isObject(value)) return void mistakes.push({ path, expected: 'an object' });
    for (const [name, shape] of Object.entries(members)) {
      const key = name.replace('?', '');
      if (key === name || value[key] !== undefined) shape(value[key], below(path, key), mistakes);
    }
  };

/** Null, or what the shape says. */
/* @__NO_SIDE_EFFECTS__ */
export const nullable =
  (shape: Shape): Shape =>
  (value, path, mistakes) => {
    if (value !== null) shape(value, path, mistakes);
  };

/** An object of the kind that its member `tag` names. */
/* @__NO_SIDE_EFFECTS__ */
export const tagged =
  (tag: string, kinds: Readonly<Record<string, Shape>>): Shape =>
  (value, path, mistakes) => {
    const kind = isObject(value) ? String(value[tag]) : '';
    const shape = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    (shape ?? object({ [tag]: oneOf(...Object.keys(kinds)) }))(value, path, mistakes);
  };
