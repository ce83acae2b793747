import type { Endpoint, OutputOf, RequestOf } from '../../../src/contract/endpoint.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import type {
  AccountRecord,
  PatientRecord,
  ProxyRecord,
  SessionRecord,
} from '../../db/records/index.js';
import type { Tables } from '../../db/tables.js';
import type { Decision } from '../../rules/decision.js';
import type { Hashes } from './hashes.js';

/** What a handler has besides the request's own parts: the facts to decide by. */
export interface Call {
  readonly tables: Tables;
  readonly policy: PortalPolicy;
  /** Epoch milliseconds; the same throughout the request. */
  readonly now: number;
  /** Hashes passwords, and compares them with those that are stored. */
  readonly hashes: Hashes;
  /** The session that this browser's cookie names; null: none. */
  readonly session: SessionRecord | null;
  /** Who is signed in; null: nobody, which endpoints with `access: 'session'` never see. */
  readonly account: AccountRecord | null;
  /** Whether this browser is known to keep cookies, though the session of its own may be gone. */
  readonly keepsCookies: boolean;
  /** The token that came with the request, if any did. */
  readonly csrfToken: string | null;
  /**
   * Of the page that asks (RFC 6454): `https://portal.example.org`. Null: it is no page of a site, such as
   * a file.
   */
  readonly origin: string | null;
  /** Gives this browser the cookie of another session. */
  useSession(session: SessionRecord): void;
}

/** A record that an account may open. */
export interface OpenRecord {
  readonly patient: PatientRecord;
  /** By which the account may; null: it is its own record. */
  readonly proxy: ProxyRecord | null;
}

/** A call about a patient's record. */
export interface RecordCall extends Call {
  readonly account: AccountRecord;
  /** The record that the request names, open to whoever is signed in. */
  readonly record: OpenRecord;
}

/** Answers an endpoint's calls, with what the guard of its side knows. */
export type AnswerIn<Context, E extends Endpoint> = (
  call: Context & RequestOf<E>,
) => Decision<OutputOf<E>> | Promise<Decision<OutputOf<E>>>;

/**
 * Answers an endpoint's calls, in one transaction: what it stores stays when it answers, refusals
 * included, and is undone when it throws.
 */
export type Answer<E extends Endpoint> = AnswerIn<Call, E>;

/** The same for an endpoint about a patient's record: one whose address has a `{subject}`. */
export type RecordAnswer<E extends Endpoint> = AnswerIn<RecordCall, E>;
