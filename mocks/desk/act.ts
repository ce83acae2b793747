import { endpoint, type Endpoint } from '../../src/contract/endpoint.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';
import type { Tables } from '../db/tables.js';
import type { AnswerIn } from '../handlers/http/call.js';
import { announceReleases } from '../handlers/queries/timed-releases.js';
import type { Backend } from '../host.js';

/** What most rows are answered with, besides the request's own parts: the facts to decide by. */
export interface DeskCall {
  readonly tables: Tables;
  readonly policy: PortalPolicy;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The same for a row that is about the backend itself, or takes too long for one transaction. */
export interface BackendCall {
  readonly backend: Backend;
}

/** Something that staff can do: a row of the desk's contract, and what answers it. */
export interface Act<E extends Endpoint> {
  readonly row: E;
  readonly answer: AnswerIn<BackendCall, E>;
}

type Schemas = Endpoint['request'];
type Answered = Endpoint['response'];

/** The desk has no sessions, and what cannot be done is no rule of the portal's. */
type DeskRow<E extends Endpoint> = Omit<E, 'access' | 'acts' | 'activity' | 'refusals' | 'audit'>;

/** An act in one transaction: what it stores stays when it answers, refusals included. */
export const deskAct = <Request extends Schemas, Response extends Answered>(
  row: DeskRow<Endpoint<Request, Response>>,
  answer: AnswerIn<DeskCall, Endpoint<Request, Response>>,
): Act<Endpoint<Request, Response>> => ({
  row: rowOf(row),
  answer: (call) =>
    call.backend.db.transact((tables) => {
      const { policy, clock } = call.backend;
      const now = clock.now();
      announceReleases(tables, policy, now);
      return answer({ ...call, tables, policy, now });
    }),
});

/** An act with transactions of its own. */
export const backendAct = <Request extends Schemas, Response extends Answered>(
  row: DeskRow<Endpoint<Request, Response>>,
  answer: AnswerIn<BackendCall, Endpoint<Request, Response>>,
): Act<Endpoint<Request, Response>> => ({
  row: rowOf(row),
  answer: async (call) => {
    const { db, policy, clock } = call.backend;
    await db.transact((tables) => {
      // With what other tabs have changed.
      announceReleases(tables, policy, clock.now());
    });
    return answer(call);
  },
});

const rowOf = <Request extends Schemas, Response extends Answered>(
  row: DeskRow<Endpoint<Request, Response>>,
): Endpoint<Request, Response> =>
  endpoint({ ...row, access: 'public', activity: false, refusals: [] });
