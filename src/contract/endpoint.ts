import type * as z from 'zod/mini';
import type { RefusalId } from '../policy/rules.js';
import type { AuditAction } from './family/audit-actions.js';

type Schema = z.ZodMiniType;

/** What a row names; the idle limit follows from its `access`. */
export type DeclaredRefusal = Exclude<RefusalId, 'session.idle-logout'>;

/** The parts of a request that an endpoint reads, each with its schema. */
export interface RequestSchemas {
  readonly params?: Schema;
  /** Those of its own, by their names in lower case (see `headers.ts`). */
  readonly headers?: Schema;
  readonly body?: Schema;
}

/**
 * One row of the contract. The client, the simulated backend and the OpenAPI document are all made
 * from these rows, so none can drift from another.
 */
export interface Endpoint<
  Request extends RequestSchemas = RequestSchemas,
  Response extends Schema | null = Schema | null,
  Refusal extends DeclaredRefusal = DeclaredRefusal,
> {
  /** Unique name; the operationId of the OpenAPI document. */
  readonly id: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Relative to the base URL, variables as in OpenAPI: `/patients/{subject}/results`. */
  readonly path: `/${string}`;
  readonly request: Request;
  /** Body of the successful answer; null: 204, none. */
  readonly response: Response;
  /** `session`: only for someone signed in. */
  readonly access: 'public' | 'session';
  /**
   * Whether it sends something to the record that its `{subject}` names, changes something of it, or watches
   * over it: a proxy who may only look is refused (`proxy.friends-and-family`). Absent: it only reads, or
   * rules of its own say who may.
   */
  readonly acts?: true;
  /** Whether repeating the request changes nothing (RFC 9110, 9.2.1): such requests may be retried. */
  readonly safe: boolean;
  /** Whether a successful request counts as the user's activity for the idle limit. */
  readonly activity: boolean;
  /** Whether one browser may ask it only so often: `too-many-requests`. Absent: as often as it likes. */
  readonly rateLimited?: boolean;
  /** Bytes that the body may have. Absent: 1 MiB. */
  readonly bodyLimit?: number;
  /** As what a success shows in the patient's list of who has looked at the record or changed it. */
  readonly audit?: AuditAction;
  /** By what it may refuse. With `access: 'session'` the idle limit is one of them in any case. */
  readonly refusals: readonly Refusal[];
}

/** All by which an endpoint may refuse. */
export const refusalsOf = ({
  access,
  refusals,
}: Pick<Endpoint, 'access' | 'refusals'>): readonly RefusalId[] =>
  access === 'session' ? ['session.idle-logout', ...refusals] : refusals;

type Part<R, K extends keyof RequestSchemas, Side extends 'input' | 'output'> =
  R extends Record<K, infer S extends Schema>
    ? { readonly [P in K]: Side extends 'input' ? z.input<S> : z.output<S> }
    : unknown;

/** What a caller hands over: `{params, headers, body}`, as far as the endpoint reads them. */
export type InputOf<E extends Endpoint> = Part<E['request'], 'params', 'input'> &
  Part<E['request'], 'headers', 'input'> &
  Part<E['request'], 'body', 'input'>;

/** The same after the schemas have filled in defaults: what a handler reads. */
export type RequestOf<E extends Endpoint> = Part<E['request'], 'params', 'output'> &
  Part<E['request'], 'headers', 'output'> &
  Part<E['request'], 'body', 'output'>;

/** The body of the successful answer. */
export type OutputOf<E extends Endpoint> = E['response'] extends Schema
  ? z.output<E['response']>
  : undefined;

/** What the rows of a module may refuse by. */
export type DeclaredBy<Module> = {
  [Name in keyof Module]: Module[Name] extends {
    readonly refusals: readonly (infer Refusal extends DeclaredRefusal)[];
  }
    ? Refusal
    : never;
}[keyof Module];

/** Keeps the schemas' types; the row itself is plain data. */
export const endpoint = <
  Request extends RequestSchemas,
  Response extends Schema | null,
  Refusal extends DeclaredRefusal = never,
>(
  row: Endpoint<Request, Response, Refusal>,
): Endpoint<Request, Response, Refusal> => row;
