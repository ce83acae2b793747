import type { PathParams } from 'msw';
import type { Route } from './handle.js';

/** What a request comes to: a route, or the rows that its path has for other methods; null: no such path. */
export type Found =
  | { readonly route: Route; readonly params: PathParams }
  | { readonly route: null; readonly others: readonly Route[] }
  | null;

/**
 * Finds routes by method and path. One handler of MSW with a table behind it: a handler for each row would
 * be tried one after the other for each request, and record the stack that it was made in.
 */
export const routerOf = (routes: readonly Route[]) => {
  const paths = [...new Set(routes.map(({ row }) => row.path))].map((path) => ({
    pattern: patternOf(path),
    rows: routes.filter(({ row }) => row.path === path),
  }));

  /** @param path below the base URL, as it stands in the address */
  return (method: string, path: string): Found => {
    const matching = paths.flatMap(({ pattern, rows }) => {
      const match = pattern.exec(path);
      return match ? [{ rows, params: decoded(match.groups ?? {}) }] : [];
    });
    for (const { rows, params } of matching) {
      const route = rows.find(({ row }) => row.method === method);
      if (route) return { route, params };
    }
    return matching[0] ? { route: null, others: matching[0].rows } : null;
  };
};

/** All backends have the same paths: an expression is compiled where it is used first. */
const patterns = new Map<string, RegExp>();

/** `/patients/{subject}/results` as an expression with a group `subject`. */
const patternOf = (path: string): RegExp => {
  let pattern = patterns.get(path);
  if (!pattern) {
    pattern = new RegExp(`^${path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}/?$`);
    patterns.set(path, pattern);
  }
  return pattern;
};

const decoded = (params: Record<string, string>): PathParams =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, decodedPart(value)]));

/** A part that is not well encoded is what it says: nothing has such an id. */
const decodedPart = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
