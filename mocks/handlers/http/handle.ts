/**
 * From a request to an answer of any contract: who may ask, what was asked, what is answered. Nothing here knows
 * a single endpoint or rule of the portal.
 */
import type { PathParams } from 'msw';
import type { Endpoint, RequestOf } from '../../../src/contract/endpoint.js';
import { StorageError } from '../../db/persistence.js';
import type { Host } from '../../host.js';
import type { Decision } from '../../rules/decision.js';
import type { AnswerIn } from './call.js';
import { readBody, readParts } from './read-request.js';
import { internal, refuseWith, unavailable } from './respond.js';

/** A request that has come to an endpoint. */
export interface Received<E extends Endpoint> {
  readonly row: E;
  readonly request: Request;
  readonly params: PathParams;
  /** Its parts as the row has them, or what is wrong with them. */
  read(): Promise<Decision<RequestOf<E>>>;
}

/**
 * Lets requests in: those of patients, or of the hospital's own desk. It answers what may not come in,
 * and gives the rest to where it is decided, with what is known about who asks.
 */
export type Guard<Context> = <E extends Endpoint>(
  received: Received<E>,
  answer: AnswerIn<Context, E>,
) => Promise<Response>;

/** A row of a contract with what answers it. */
export interface Route {
  readonly row: Endpoint;
  readonly answer: (request: Request, params: PathParams) => Promise<Response>;
}

/**
 * The one place where a row of a contract becomes an answer to requests: the guard checks who asks, the
 * row what is asked and answered; the `answer` function only decides and stores.
 */
const routeTo = <E extends Endpoint, Context>(
  row: E,
  answer: AnswerIn<Context, E>,
  host: Host,
  guard: Guard<Context>,
): Route => ({
  row,
  async answer(request, params) {
    const read = async () => {
      const body = await readBody(row, request);
      return body.ok
        ? readParts(row, { params, headers: request.headers, body: body.value })
        : body;
    };
    try {
      return await guard({ row, request, params, read }, answer);
    } catch (error) {
      console.error(`The simulated backend failed at ${row.id}:`, error);
      const { policy, clock } = host;
      const refusal = error instanceof StorageError ? unavailable : internal;
      return refuseWith(refusal, { policy, now: clock.now() });
    }
  },
});

/** The routes of those rows of a contract that these are the answers of. */
export const routesOf = <
  Rows extends Readonly<Record<string, Endpoint>>,
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- some of the rows
  Ids extends keyof Rows,
  Context,
>(
  rows: Rows,
  answers: { readonly [Id in Ids]: AnswerIn<Context, Rows[Id]> },
  host: Host,
  guard: Guard<Context>,
): Route[] =>
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- ties row to answer
  (Object.keys(answers) as Ids[]).map(<Id extends Ids>(id: Id) =>
    routeTo(rows[id], answers[id], host, guard),
  );
