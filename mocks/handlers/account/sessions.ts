import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import type { AccountRecord, BegunStep, SessionRecord } from '../../db/records/index.js';
import type { Tables } from '../../db/tables.js';
import { randomToken } from '../../tokens.js';
import { begunAfter } from '../../rules/account/second-step.js';
import { decideIdle } from '../../rules/account/session.js';

const dayLong = 86_400_000;

/** The session with this cookie, as it stands now: if nobody used it in time it is over. */
export const findSession = (
  tables: Tables,
  id: string | undefined,
  policy: PortalPolicy,
  now: number,
): SessionRecord | null => {
  const session = id === undefined ? undefined : tables.sessions.get(id);
  if (!session) return null;
  const over = session.accountId !== null && !decideIdle(session.lastActivityAt, policy, now).ok;
  return over ? endSession(tables, session, 'idle') : session;
};

/** A session of nobody, so that there is a token against forged requests before signing in. */
export const startSession = (tables: Tables, now: number): SessionRecord => {
  dropForgotten(tables, now);
  const session: SessionRecord = {
    id: randomToken(),
    csrfToken: randomToken(),
    accountId: null,
    ended: null,
    lastActivityAt: now,
    tries: [],
    begun: [],
  };
  tables.sessions.put(session);
  return session;
};

/**
 * The session of someone who has signed in, or taken the first step to it: a new id and token, so that
 * those from before, which somebody else may have planted, are worth nothing.
 * @param accountId null: nobody is signed in before the step that was begun is done
 */
export const renewSession = (
  tables: Tables,
  before: SessionRecord,
  accountId: string | null,
  now: number,
  begun: readonly BegunStep[] = [],
): SessionRecord => {
  tables.sessions.delete(before.id);
  const session: SessionRecord = {
    ...before,
    id: randomToken(),
    csrfToken: randomToken(),
    accountId,
    ended: null,
    lastActivityAt: now,
    begun,
  };
  tables.sessions.put(session);
  return session;
};

/** Keeps in a session what was begun with it. */
export const begin = (
  tables: Tables,
  session: SessionRecord,
  step: BegunStep,
  now: number,
): void => {
  tables.sessions.put({ ...session, begun: begunAfter(session.begun, step, now) });
};

/** Nothing of this kind is waiting any more. */
export const finish = (
  tables: Tables,
  session: SessionRecord,
  kind: BegunStep['kind'],
): SessionRecord => {
  const begun = session.begun.filter((step) => step.kind !== kind);
  const finished: SessionRecord = { ...session, begun };
  tables.sessions.put(finished);
  return finished;
};

/**
 * Nobody is signed in with it any more. The record stays, so that every tab with its cookie can be
 * told why.
 */
export const endSession = (
  tables: Tables,
  before: SessionRecord,
  ended: 'idle' | 'sign-out',
): SessionRecord => {
  const session: SessionRecord = { ...before, accountId: null, ended, begun: [] };
  tables.sessions.put(session);
  return session;
};

/**
 * Drops answers of a day ago, and sessions that nobody used for a day: these are stored about oldest first,
 * and those in front are dropped.
 */
const dropForgotten = (tables: Tables, now: number): void => {
  for (const { id, at } of tables.answeredRequests.values()) {
    if (at <= now - dayLong) tables.answeredRequests.delete(id);
  }
  for (const session of tables.sessions.values()) {
    if (session.lastActivityAt > now - dayLong) return;
    tables.sessions.delete(session.id);
  }
};

/** Signs an account out everywhere, or everywhere but in the session that is kept. */
export const endSessionsOf = (
  tables: Tables,
  account: AccountRecord,
  kept: SessionRecord | null = null,
): void => {
  for (const session of tables.sessions.by('accountId', account.id)) {
    if (session.id !== kept?.id) endSession(tables, session, 'sign-out');
  }
};
