import type { Contract } from '../../../src/contract/index.js';
import type { AccountRecord, SessionRecord } from '../../db/records/index.js';
import { normalUsername } from '../../db/tables.js';
import { tellOfSignInChange } from '../../emails.js';
import { decidePassword } from '../../rules/account/credentials.js';
import { allowed } from '../../rules/decision.js';
import { attemptsAfter, decideSignIn, noAttempts } from '../../rules/account/login.js';
import { decideOneTime, sameAsGiven } from '../../rules/account/one-time-password.js';
import { attemptsAfterFirstStep, firstStepOver } from '../../rules/account/second-step.js';
import { signedOut } from '../../rules/account/session.js';
import type { Answer } from '../http/call.js';
import { firstStepOf, waitingAccount } from './first-step.js';
import { admit } from '../http/guards.js';
import { dropResets } from './own-account.js';
import { endSession, endSessionsOf, finish, renewSession, startSession } from './sessions.js';
import { countTry, isPasswordOf } from './sign-in-tries.js';
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
  if (await waitingAccount(tables, session, now, 'new-password')) {
    return allowed({ status: 'new-password-required', csrfToken });
  }
  return allowed({ status: 'signed-out', csrfToken, ended });
};

export const signIn: Answer<Contract['signIn']> = async (call) => {
  const { tables, policy, now, body } = call;
  const admitted = admit(call);
  if (!admitted.ok) return admitted;

  const username = normalUsername(body.username);
  const account = tables.accounts.by('username', username)[0];
  const passwordRight = isPasswordOf(
    call,
    account ?? { passwordHash: call.hashes.ofNobody },
    body.password,
  );
  const hasSecondStep =
    account !== undefined && tables.authenticatorApps.get(account.id) !== undefined;
  const count = hasSecondStep ? attemptsAfterFirstStep : attemptsAfter;
  const after = countTry(call, username, (before) => count(before, passwordRight, policy));
  const decision = decideSignIn(after, passwordRight, policy);
  if (!decision.ok) return decision;
  if (!account) throw new Error('A password matched no account.');

  const oneTime = decideOneTime(account.oneTimeUntil, policy, now);
  if (!oneTime.ok) return oneTime;
  if (account.oneTimeUntil !== undefined) {
    const begun = await firstStepOf(account, now, 'new-password');
    const waiting = renewSession(tables, admitted.value, null, now, [begun]);
    call.useSession(waiting);
    return allowed({ status: 'new-password-required', csrfToken: waiting.csrfToken });
  }
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

/**
 * The cookie stays: it was given to this browser after the one-time password. So does whoever hears no answer
 * find out by `GET /session` that it is done.
 */
export const chooseNewPassword: Answer<Contract['chooseNewPassword']> = async (call) => {
  const { tables, policy, now, body } = call;
  const admitted = admit(call);
  if (!admitted.ok) return admitted;
  const before = await waitingAccount(tables, admitted.value, now, 'new-password');
  if (!before) return firstStepOver;
  const attempts = tables.signInAttempts.get(normalUsername(before.username)) ?? noAttempts;
  const open = decideSignIn(attempts, true, policy);
  if (!open.ok) return open;
  const oneTime = decideOneTime(before.oneTimeUntil, policy, now);
  if (!oneTime.ok) return oneTime;
  const password = decidePassword(body.password, before, policy);
  if (!password.ok) return password;
  if (isPasswordOf(call, before, body.password)) return sameAsGiven;

  const account: AccountRecord = {
    ...before,
    passwordHash: call.hashes.of(password.value),
    oneTimeUntil: undefined,
  };
  tables.accounts.put(account);
  dropResets(call, account);
  endSessionsOf(tables, account);
  tellOfSignInChange(call, account, 'password');

  const hasSecondStep = tables.authenticatorApps.get(account.id) !== undefined;
  const session: SessionRecord = {
    ...admitted.value,
    accountId: hasSecondStep ? null : account.id,
    ended: null,
    lastActivityAt: now,
    begun: hasSecondStep ? [await firstStepOf(account, now)] : [],
  };
  tables.sessions.put(session);
  if (!hasSecondStep) return signedIn(call, session, account);
  return allowed({ status: 'second-step-required', csrfToken: session.csrfToken });
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
  else if (session) finish(tables, finish(tables, session, 'second-step'), 'new-password');
  return allowed(undefined);
};
