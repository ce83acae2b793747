/**
 * The JSON of plain data, also on a page where Prototype.js gives arrays a `toJSON` that answers JSON once more: what
 * `toJSON` makes of a member is not taken, but the member itself.
 * @param space by which what is nested is indented; default: all in one line
 */
export const toJson = (value: unknown, space?: number): string =>
  JSON.stringify(
    value,
    function (this: Readonly<Record<string, unknown>>, name) {
      return this[name];
    },
    space,
  );
