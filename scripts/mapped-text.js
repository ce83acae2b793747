import { TraceMap, decodedMappings, encodedMappings } from '@jridgewell/trace-mapping';

/**
 * Code, and where its parts come from.
 * @typedef {object} MappedText
 * @property {string} code
 * @property {SourceMap} map
 */

/** @typedef {{ sources: (string | null)[], names: string[], mappings: string }} SourceMap */
/** @typedef {import('@jridgewell/trace-mapping').SourceMapSegment} Segment */

/**
 * Replaces parts of code, and moves the map along with what stays.
 * @param {MappedText} text
 * @param {RegExp} pattern with the flag `g`
 * @param {(part: string) => string} replacement
 * @returns {MappedText}
 */
export function replaceMapped({ code, map }, pattern, replacement) {
  const edits = [...code.matchAll(pattern)].map(({ 0: part, index }) => ({
    start: index,
    end: index + part.length,
    text: replacement(part),
  }));
  let from = 0;
  const kept = edits.map(({ start, end, text }) => {
    const before = code.slice(from, start) + text;
    from = end;
    return before;
  });
  const changed = kept.join('') + code.slice(from);

  const oldLines = lineStarts(code);
  const newLines = lineStarts(changed);
  /** @type {Segment[][]} */
  const moved = newLines.map(() => []);
  let next = 0;
  let shift = 0;
  let line = 0;
  decodedMappings(traced(map)).forEach((segments, oldLine) => {
    for (const [column, ...origin] of segments) {
      const offset = (oldLines[oldLine] ?? 0) + column;
      for (let edit = edits[next]; edit && edit.end <= offset; edit = edits[++next]) {
        shift += edit.text.length - (edit.end - edit.start);
      }
      if (offset > (edits[next]?.start ?? Infinity)) continue; // in a part that is gone
      const target = offset + shift;
      while ((newLines[line + 1] ?? Infinity) <= target) line += 1;
      const segment = /** @type {Segment} */ ([target - (newLines[line] ?? 0), ...origin]);
      moved[line]?.push(segment);
    }
  });
  return { code: changed, map: { ...map, mappings: encoded(map, moved) } };
}

/**
 * A source as it is: each line from itself.
 * @param {string} code
 * @returns {MappedText}
 */
export function unchanged(code) {
  const map = { sources: [''], names: [], mappings: '' };
  const lines = code.split('\n').map((_, line) => [/** @type {Segment} */ ([0, 0, line, 0])]);
  return { code, map: { ...map, mappings: encoded(map, lines) } };
}

/** @param {string} code */
const lineStarts = (code) => [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];

/** @param {Omit<SourceMap, 'mappings'> & { mappings: string | Segment[][] }} map */
const traced = ({ sources, names, mappings }) =>
  new TraceMap(
    /** @type {import('@jridgewell/trace-mapping').SourceMapInput} */ ({
      version: 3,
      sources,
      names,
      mappings,
    }),
  );

/**
 * @param {SourceMap} map
 * @param {Segment[][]} mappings
 */
const encoded = (map, mappings) => encodedMappings(traced({ ...map, mappings }));
