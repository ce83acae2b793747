/**
 * Checks of data at run time, small enough for a patient's browser. The shapes themselves are not
 * written by hand: `npm run generate` makes them from the zod schemas of the contract and the policy.
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

const check =
  (expected: string, fits: (value: unknown) => boolean): Shape =>
  (value, path, mistakes) => {
    if (!fits(value)) mistakes.push({ path, expected });
  };

const between = (least: number, most: number) =>
  most === Infinity ? (least > 0 ? ` of at least ${least}` : '') : ` of ${least} to ${most}`;

/** Text of so many characters, in this form if one is given. */
export const text = (least = 0, most = Infinity, form?: RegExp): Shape =>
  check(
    form
      ? `text like ${form.source}`
      : `text${between(least, most)}${most < Infinity ? ' characters' : ''}`,
    (value) =>
      typeof value === 'string' &&
      value.length >= least &&
      value.length <= most &&
      (!form || form.test(value)),
  );

/** A finite number within limits. */
export const number = (least = -Infinity, most = Infinity): Shape =>
  check(`a number${between(least, most)}`, (value) => fitsNumber(value, least, most));

/** A whole number within limits. */
export const whole = (least = -Infinity, most = Infinity): Shape =>
  check(
    `a whole number${between(least, most)}`,
    (value) => Number.isInteger(value) && fitsNumber(value, least, most),
  );

const fitsNumber = (value: unknown, least: number, most: number) =>
  typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most;

export const truth: Shape = check('true or false', (value) => typeof value === 'boolean');

/** One of these values. */
export const oneOf = (...values: readonly (string | number | boolean | null)[]): Shape =>
  check(values.map((value) => JSON.stringify(value)).join(' or '), (value) =>
    (values as readonly unknown[]).includes(value),
  );

/** RFC 3339 instant, in UTC. */
export const instant: Shape = check(
  'a date and time like 2026-05-04T13:30:00Z',
  (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(value) && isDate(value),
);

/** RFC 3339 full-date. */
export const day: Shape = check(
  'a date like 2026-05-04',
  (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && isDate(value),
);

const isDate = (value: string) => !Number.isNaN(Date.parse(value));

export const list =
  (entry: Shape, least = 0, most = Infinity): Shape =>
  (value, path, mistakes) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      mistakes.push({ path, expected: `a list${between(least, most)}` });
    } else {
      value.forEach((each, index) => entry(each, `${path}[${index}]`, mistakes));
    }
  };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const below = (path: string, key: string) => (path ? `${path}.${key}` : key);

/** An object with these members; a name that ends in `?` may be absent. Other members are passed over. */
export const object =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value, path, mistakes) => {
    if (!isObject(value)) return void mistakes.push({ path, expected: 'an object' });
    for (const [name, shape] of Object.entries(members)) {
      const key = name.replace('?', '');
      if (key !== name && value[key] === undefined) continue;
      if (Object.hasOwn(value, key)) shape(value[key], below(path, key), mistakes);
      else mistakes.push({ path: below(path, key), expected: 'a value: it is missing' });
    }
  };

/** An object with these members and no others: for files that people write, where a wrong name is a slip. */
export const strict =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value, path, mistakes) => {
    object(members)(value, path, mistakes);
    if (!isObject(value)) return;
    const names = Object.keys(members).map((name) => name.replace('?', ''));
    for (const key of Object.keys(value)) {
      if (!names.includes(key)) {
        mistakes.push({
          path: below(path, key),
          expected: `nothing of this name; known are ${names.join(', ')}`,
        });
      }
    }
  };

/** Null, or what the shape says. */
export const nullable =
  (shape: Shape): Shape =>
  (value, path, mistakes) => {
    if (value !== null) shape(value, path, mistakes);
  };

/** What any of the shapes says; where none fits, the mistakes of the one that comes nearest. */
export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value, path, mistakes) => {
    const attempts = shapes.map((shape) => {
      const found: Mistake[] = [];
      shape(value, path, found);
      return found;
    });
    if (attempts.every((found) => found.length > 0)) {
      // A mistake further in means that more of the outside fitted.
      const depth = (found: Mistake[]) => Math.max(...found.map((mistake) => mistake.path.length));
      attempts.sort((a, b) => depth(b) - depth(a));
      mistakes.push(...(attempts[0] ?? []));
    }
  };

/** An object of the kind that its member `tag` names. */
export const tagged =
  (tag: string, kinds: Readonly<Record<string, Shape>>): Shape =>
  (value, path, mistakes) => {
    if (!isObject(value)) return void mistakes.push({ path, expected: 'an object' });
    const kind = value[tag];
    const shape = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (shape) shape(value, path, mistakes);
    else oneOf(...Object.keys(kinds))(kind, below(path, tag), mistakes);
  };
