import { below, check, isObject, object, type Mistake, type Shape } from './shape.js';

// Checks for files that people write: with limits, and with a word about every slip. A backend's
// answers do without, and so do most patients' browsers.

const between = (least: number, most: number) =>
  most === Infinity ? (least > 0 ? ` of at least ${least}` : '') : ` of ${least} to ${most}`;

/** Text of so many characters, in this form if one is given. */
export const limitedText = (least = 0, most = Infinity, form?: RegExp): Shape =>
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

/** A whole number within limits. */
export const limitedWhole = (least: number, most: number): Shape =>
  check(
    `a whole number${between(least, most)}`,
    (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
  );

/** A list of so many entries. */
export const limitedList =
  (entry: Shape, least = 0, most = Infinity): Shape =>
  (value, path, mistakes) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) {
      mistakes.push({ path, expected: `a list${between(least, most)}` });
    } else {
      value.forEach((each, index) => entry(each, `${path}[${index}]`, mistakes));
    }
  };

/** An object with these members and no others: a wrong name is a slip. */
export const strict =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value, path, mistakes) => {
    object(members)(value, path, mistakes);
    if (!isObject(value)) return;
    const names = Object.keys(members).map((name) => name.replace('?', ''));
    for (const key of Object.keys(value)) {
      if (names.includes(key)) continue;
      const expected = `nothing of this name; known are ${names.join(', ')}`;
      mistakes.push({ path: below(path, key), expected });
    }
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
    if (attempts.some((found) => found.length === 0)) return;
    // A mistake further in means that more of the outside fitted.
    const depth = (found: Mistake[]) => Math.max(...found.map((mistake) => mistake.path.length));
    const nearest = attempts.reduce((a, b) => (depth(b) > depth(a) ? b : a));
    mistakes.push(...nearest);
  };
