import type { Contract } from '../../src/contract/index.js';
import type { SessionRecord } from '../db/records/index.js';
import { normalUsername } from '../db/tables.js';
import { hashOfNobody, passwordMatches } from '../password-hash.js';
import { allowed } from '../rules/decision.js';
import { attemptsAfter, decideSignIn } from '../rules/login.js';
import { attemptsAfterFirstStep } from '../rules/second-step.js';
import { signedOut } from '../rules/session.js';
import type { Answer } from './call.js';
import { firstStepOf, waitingAccount } from './first-step.js';
import { admit } from './guards.js';
import { endSession, finish, renewSession, startSession } from './sessions.js';
import { countTry } from './sign-in-tries.js';
import { signedIn } from './signed-in.js';

export const getSession: Answer<Contract['getSession']> = async (call) => {
  const { tables, now, account } = call;
  if (call.session && account) return signedIn(call, call.session, account);
  const session = call.session ?? startSession(tables, now);
  if (!call.session) call.useSession(session);
  const { csrfToken, ended } = session;
  if (await waitingAccount(tables, session, now)) {
    return allowed({ status: 'second-step-required', csrfToken });
  }
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
  const hasSecondStep =
    account !== undefined && tables.authenticatorApps.get(account.id) !== undefined;
  const count = hasSecondStep ? attemptsAfterFirstStep : attemptsAfter;
  const after = countTry(call, username, (before) => count(before, passwordRight, policy));
  const decision = decideSignIn(after, passwordRight, policy);
  if (!decision.ok) return decision;
  if (!account) throw new Error('A password matched no account.');

  if (hasSecondStep) {
    const begun = await firstStepOf(account, now);
    const waiting = renewSession(tables, admitted.value, null, now, [begun]);
    call.useSession(waiting);
    return allowed({ status: 'second-step-required', csrfToken: waiting.csrfToken });
  }
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
  else if (session) finish(tables, session, 'second-step');
  return allowed(undefined);
};
