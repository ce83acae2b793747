import type { Contract } from '../../../src/contract/index.js';
import type { SecondStep } from '../../../src/contract/account/second-step.js';
import type { AccountRecord } from '../../db/records/index.js';
import type { Tables } from '../../db/tables.js';
import { digest } from '../../digest.js';
import { tellOfSignInChange } from '../../emails.js';
import { randomCode } from '../../tokens.js';
import { normalCode } from '../../rules/account/activation.js';
import { allowed, type Decision } from '../../rules/decision.js';
import { attemptsAfter } from '../../rules/account/login.js';
import {
  decideRecoveryCodes,
  decideSecondStep,
  decideSetup,
  firstStepOver,
  newSecret,
  noStep,
  recoveryCodeCount,
  setupOver,
  setupUri,
  stepOf,
  waitingFor,
  waitsUntil,
  wrongSetup,
} from '../../rules/account/second-step.js';
import { signedOut } from '../../rules/account/session.js';
import type { Answer, Call } from '../http/call.js';
import { waitingAccount } from './first-step.js';
import { admit } from '../http/guards.js';
import { begin, finish, renewSession } from './sessions.js';
import { checkCurrentPassword, countTry } from './sign-in-tries.js';
import { signedIn } from './signed-in.js';

export const finishSignIn: Answer<Contract['finishSignIn']> = async (call) => {
  const { tables, policy, now, body } = call;
  const admitted = admit(call);
  if (!admitted.ok) return admitted;
  const account = await waitingAccount(tables, admitted.value, now);
  if (!account) return firstStepOver;

  const useCode = await codeOf(call, account, body.code);
  const after = countTry(call, account.username, (before) =>
    attemptsAfter(before, useCode !== null, policy),
  );
  const decision = decideSecondStep(after, useCode !== null, policy, body.code);
  if (!decision.ok) return decision;
  useCode?.();

  const renewed = renewSession(tables, admitted.value, account.id, now);
  call.useSession(renewed);
  return signedIn(call, renewed, account);
};

export const getSecondStep: Answer<Contract['getSecondStep']> = ({ tables, account }) =>
  account ? allowed(secondStepOf(tables, account)) : signedOut;

export const startAuthenticatorApp: Answer<Contract['startAuthenticatorApp']> = (call) => {
  const { tables, policy, now, session, account, body } = call;
  if (!session || !account) return signedOut;
  const here = decideSetup('secondStep', call.policy);
  if (!here.ok) return here;
  const owner = checkCurrentPassword(call, account, body.currentPassword);
  if (!owner.ok) return owner;
  const secret = newSecret();
  const until = waitsUntil(now);
  begin(tables, session, { kind: 'app', secret, until }, now);
  return allowed({
    secret,
    uri: setupUri(secret, account.username, policy),
    expiresAt: new Date(until).toISOString(),
  });
};

export const addAuthenticatorApp: Answer<Contract['addAuthenticatorApp']> = (call) => {
  const { tables, now, session, account, body } = call;
  if (!session || !account) return signedOut;
  const here = decideSetup('secondStep', call.policy);
  if (!here.ok) return here;
  const waiting = waitingFor(session.begun, 'app', now);
  if (waiting.length === 0) return setupOver;
  const code = normalCode(body.code);
  // Another tab may have begun with a secret of its own.
  for (const { secret } of waiting) {
    const step = stepOf(code, { secret, lastStep: noStep }, now);
    if (step === null) continue;
    finish(tables, session, 'app');
    tables.authenticatorApps.put({
      id: account.id,
      name: body.name.trim() || body.name,
      secret,
      addedAt: now,
      lastUsedAt: null,
      lastStep: step,
    });
    tellOfSignInChange(call, account, 'app-added');
    return newRecoveryCodes(tables, account);
  }
  return wrongSetup('/body/code', 'This is no code of the new secret.');
};

export const removeAuthenticatorApp: Answer<Contract['removeAuthenticatorApp']> = (call) => {
  const { tables, account, body } = call;
  if (!account) return signedOut;
  const owner = checkCurrentPassword(call, account, body.currentPassword);
  if (!owner.ok) return owner;
  if (tables.authenticatorApps.get(account.id)) tellOfSignInChange(call, account, 'app-removed');
  turnOffSecondStep(tables, account);
  return allowed(undefined);
};

export const makeRecoveryCodes: Answer<Contract['makeRecoveryCodes']> = async (call) => {
  const { tables, account, body } = call;
  if (!account) return signedOut;
  const owner = checkCurrentPassword(call, account, body.currentPassword);
  if (!owner.ok) return owner;
  const decision = decideRecoveryCodes(tables.authenticatorApps.get(account.id) !== undefined);
  if (!decision.ok) return decision;
  tellOfSignInChange(call, account, 'recovery-codes');
  return newRecoveryCodes(tables, account);
};

/** Neither the app nor any recovery code is asked for, or works, from now on. */
export const turnOffSecondStep = (tables: Tables, account: AccountRecord): void => {
  tables.authenticatorApps.delete(account.id);
  dropRecoveryCodes(tables, account);
};

/** What uses a code up, if it is one of the account's; null: it is none. */
const codeOf = async (
  call: Call,
  account: AccountRecord,
  typed: string,
): Promise<(() => void) | null> => {
  const { tables, now } = call;
  const app = tables.authenticatorApps.get(account.id);
  if (!app) return null;
  const code = normalCode(typed);
  const lastStep = stepOf(code, app, now);
  if (lastStep !== null) {
    return () => {
      tables.authenticatorApps.put({ ...app, lastStep, lastUsedAt: now });
    };
  }
  const recovery = tables.recoveryCodes.get(await recoveryCodeId(account, code));
  return (
    (recovery &&
      (() => {
        tables.recoveryCodes.delete(recovery.id);
        tellOfSignInChange(call, account, 'recovery-code-used');
      })) ??
    null
  );
};

/** Makes them in place of those before. */
const newRecoveryCodes = async (
  tables: Tables,
  account: AccountRecord,
): Promise<Decision<{ recoveryCodes: string[] }>> => {
  dropRecoveryCodes(tables, account);
  const recoveryCodes = Array.from({ length: recoveryCodeCount }, randomCode);
  for (const code of recoveryCodes) {
    const id = await recoveryCodeId(account, normalCode(code));
    tables.recoveryCodes.put({ id, accountId: account.id });
  }
  return allowed({ recoveryCodes });
};

const dropRecoveryCodes = (tables: Tables, account: AccountRecord): void => {
  for (const { id } of tables.recoveryCodes.by('accountId', account.id)) {
    tables.recoveryCodes.delete(id);
  }
};

const recoveryCodeId = (account: AccountRecord, code: string): Promise<string> =>
  digest(`${account.id} ${code}`);

const secondStepOf = (tables: Tables, account: AccountRecord): SecondStep => {
  const app = tables.authenticatorApps.get(account.id);
  return {
    app: app
      ? {
          name: app.name,
          addedAt: new Date(app.addedAt).toISOString(),
          lastUsedAt: app.lastUsedAt === null ? null : new Date(app.lastUsedAt).toISOString(),
        }
      : null,
    recoveryCodesLeft: tables.recoveryCodes.by('accountId', account.id).length,
  };
};
