import type { Contract } from '../../src/contract/index.js';
import type { SignedIn } from '../../src/contract/session.js';
import type { AccountRecord, SessionRecord } from '../db/records/index.js';
import { normalUsername } from '../db/tables.js';
import { hashOfNobody, passwordMatches } from '../password-hash.js';
import { allowed, type Decision } from '../rules/decision.js';
import { attemptsAfter, decideSignIn, noAttempts } from '../rules/login.js';
import { decideIdle, signedOut } from '../rules/session.js';
import type { Answer, Call } from './call.js';
import { admit } from './guards.js';
import { endSession, renewSession, startSession } from './sessions.js';
import { subjectsOf } from './subjects.js';

export const getSession: Answer<Contract['getSession']> = (call) => {
  const { tables, now, account } = call;
  if (call.session && account) return signedIn(call, call.session, account);
  const session = call.session ?? startSession(tables, now);
  if (!call.session) call.useSession(session);
  const { csrfToken, ended } = session;
  return allowed({ status: 'signed-out', csrfToken, ended });
};

export const signIn: Answer<Contract['signIn']> = async (call) => {
  const { tables, policy, now, body } = call;
  const admitted = admit(call);
  if (!admitted.ok) return admitted;

  const username = normalUsername(body.username);
  const account = tables.accounts.by('username', username)[0];
  const passwordRight = await passwordMatches(
    body.password,
    account?.passwordHash ?? hashOfNobody(call.passwordIterations),
  );
  const before = tables.signInAttempts.get(username) ?? noAttempts;
  const { failures, locked } = attemptsAfter(before, passwordRight, policy);
  tables.signInAttempts.put({ id: username, failures, locked });
  const decision = decideSignIn({ failures, locked }, passwordRight, policy);
  if (!decision.ok) return decision;
  if (!account) throw new Error('A password matched no account.');

  const renewed = renewSession(tables, admitted.value, account.id, now);
  call.useSession(renewed);
  return signedIn(call, renewed, account);
};

export const keepSessionAlive: Answer<Contract['keepSessionAlive']> = (call) => {
  const { tables, now, session, account, body } = call;
  if (!session || !account) return signedOut;
  const lastActivityAt = Math.max(session.lastActivityAt, now - body.idleSeconds * 1000);
  const active: SessionRecord = { ...session, lastActivityAt };
  tables.sessions.put(active);
  return signedIn(call, active, account);
};

export const signOut: Answer<Contract['signOut']> = ({ tables, session }) => {
  if (session?.accountId) endSession(tables, session, 'sign-out');
  return allowed(undefined);
};

const signedIn = (
  call: Call,
  session: SessionRecord,
  account: AccountRecord,
): Decision<SignedIn> => {
  const { policy, now } = call;
  const idle = decideIdle(session.lastActivityAt, policy, now);
  if (!idle.ok) return idle;
  const [self, ...others] = subjectsOf(call, account);
  return allowed({
    status: 'signed-in',
    csrfToken: session.csrfToken,
    account: { id: account.id, displayName: self.displayName },
    subjects: [self, ...others],
    idle: {
      limitSeconds: policy.session.idleMinutes * 60,
      remainingSeconds: Math.floor(idle.value / 1000),
    },
  });
};
