import type { Contract } from '../../../src/contract/index.js';
import type { Passkey } from '../../../src/contract/account/passkeys.js';
import type { AccountRecord, PasskeyRecord } from '../../db/records/index.js';
import type { Tables } from '../../db/tables.js';
import { tellOfSignInChange } from '../../emails.js';
import { randomToken } from '../../tokens.js';
import { allowed, notFound, type Allowed, type Decision } from '../../rules/decision.js';
import { attemptsAfter, decideSignIn } from '../../rules/account/login.js';
import {
  decidePasskeySignIn,
  decideSetup,
  setupOver,
  waitingFor,
  waitsUntil,
  wrongPasskey,
  wrongSetup,
} from '../../rules/account/second-step.js';
import { signedOut } from '../../rules/account/session.js';
import type { Answer } from '../http/call.js';
import { admit, fromSite, haveSession } from '../http/guards.js';
import { begin, finish, renewSession } from './sessions.js';
import { checkCurrentPassword, countTry } from './sign-in-tries.js';
import { signedIn } from './signed-in.js';
import { subjectsOf } from '../queries/subjects.js';
import { algorithms, handleOf, rpIdOf, verifiedNewPasskey, verifiedUse } from './webauthn.js';

/** Milliseconds that a browser gives its user to find a key and touch it. */
const timeout = 300_000;

export const startPasskeySignIn: Answer<Contract['startPasskeySignIn']> = (call) => {
  const { tables, policy, now } = call;
  const known = haveSession(call);
  if (!known.ok) return known;
  const here = decidePasskeySignIn(policy);
  if (!here.ok) return here;
  const site = fromSite(call);
  if (!site.ok) return site;
  const challenge = randomToken();
  const until = waitsUntil(now);
  begin(tables, known.value, { kind: 'passkey-sign-in', challenge, until }, now);
  return allowed({ rpId: rpIdOf(site.value), challenge, timeout, userVerification: 'required' });
};

export const signInWithPasskey: Answer<Contract['signInWithPasskey']> = async (call) => {
  const { tables, policy, now, body } = call;
  const admitted = admit(call);
  if (!admitted.ok) return admitted;
  const here = decidePasskeySignIn(policy);
  if (!here.ok) return here;
  const site = fromSite(call);
  if (!site.ok) return site;
  const waiting = waitingFor(admitted.value.begun, 'passkey-sign-in', now);
  const session = finish(tables, admitted.value, 'passkey-sign-in'); // none is signed twice
  const [passkey] = tables.passkeys.by('credentialId', body.credential.id);
  const account = passkey && tables.accounts.get(passkey.accountId);
  const counter =
    passkey && (await verifiedUse(body.credential, passkey, challengesOf(waiting), site.value));
  if (!account || counter === undefined) return wrongPasskey;

  const after = countTry(call, account.username, (before) => attemptsAfter(before, true, policy));
  const decision = decideSignIn(after, true, policy);
  if (!decision.ok) return decision;
  tables.passkeys.put({ ...passkey, counter, lastUsedAt: now });
  const renewed = renewSession(tables, session, account.id, now);
  call.useSession(renewed);
  return signedIn(call, renewed, account);
};

export const getPasskeys: Answer<Contract['getPasskeys']> = ({ tables, account }) =>
  account ? passkeysOf(tables, account) : signedOut;

export const startPasskey: Answer<Contract['startPasskey']> = (call) => {
  const { tables, policy, now, session, account, body } = call;
  if (!session || !account) return signedOut;
  const here = decideSetup('passkeys', call.policy);
  if (!here.ok) return here;
  const site = fromSite(call);
  if (!site.ok) return site;
  const owner = checkCurrentPassword(call, account, body.currentPassword);
  if (!owner.ok) return owner;
  const challenge = randomToken();
  begin(tables, session, { kind: 'passkey', challenge, until: waitsUntil(now) }, now);
  const [{ displayName }] = subjectsOf(call, account);
  return allowed({
    rp: { id: rpIdOf(site.value), name: policy.portal.name },
    user: {
      id: handleOf(account.id),
      name: account.username,
      displayName,
    },
    challenge,
    pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key' as const, alg })),
    timeout,
    excludeCredentials: tables.passkeys
      .by('accountId', account.id)
      .map(({ credentialId, transports }) => ({
        id: credentialId,
        type: 'public-key' as const,
        transports: [...transports],
      })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
    attestation: 'none',
  });
};

export const addPasskey: Answer<Contract['addPasskey']> = async (call) => {
  const { tables, now, session, account, body } = call;
  if (!session || !account) return signedOut;
  const here = decideSetup('passkeys', call.policy);
  if (!here.ok) return here;
  const site = fromSite(call);
  if (!site.ok) return site;
  const waiting = waitingFor(session.begun, 'passkey', now);
  if (waiting.length === 0) return setupOver;
  const made = await verifiedNewPasskey(body.credential, challengesOf(waiting), site.value);
  const isKnown = made && tables.passkeys.by('credentialId', made.credentialId).length > 0;
  if (!made || isKnown) return wrongSetup('/body/credential', 'This is no new passkey.');
  finish(tables, session, 'passkey');
  tables.passkeys.put({
    ...made,
    id: randomToken(),
    accountId: account.id,
    name: body.name,
    transports: body.credential.response.transports ?? [],
    addedAt: now,
    lastUsedAt: null,
  });
  tellOfSignInChange(call, account, 'passkey-added');
  return passkeysOf(tables, account);
};

export const renamePasskey: Answer<Contract['renamePasskey']> = ({
  tables,
  account,
  params,
  body,
}) => {
  if (!account) return signedOut;
  const passkey = ownPasskey(tables, account, params.passkey);
  if (!passkey.ok) return passkey;
  tables.passkeys.put({ ...passkey.value, name: body.name });
  return passkeysOf(tables, account);
};

export const removePasskey: Answer<Contract['removePasskey']> = (call) => {
  const { tables, account, params, body } = call;
  if (!account) return signedOut;
  const passkey = ownPasskey(tables, account, params.passkey);
  if (!passkey.ok) return passkey;
  const owner = checkCurrentPassword(call, account, body.currentPassword);
  if (!owner.ok) return owner;
  tables.passkeys.delete(passkey.value.id);
  tellOfSignInChange(call, account, 'passkey-removed');
  return passkeysOf(tables, account);
};

/** Nobody signs in with a passkey of this account from now on. */
export const removePasskeysOf = (tables: Tables, { id }: AccountRecord): void => {
  for (const passkey of tables.passkeys.by('accountId', id)) tables.passkeys.delete(passkey.id);
};

const ownPasskey = (
  tables: Tables,
  account: AccountRecord,
  id: string,
): Decision<PasskeyRecord> => {
  const passkey = tables.passkeys.get(id);
  return passkey?.accountId === account.id ? allowed(passkey) : notFound;
};

const challengesOf = (waiting: readonly { readonly challenge: string }[]): readonly string[] =>
  waiting.map(({ challenge }) => challenge);

const passkeysOf = (tables: Tables, account: AccountRecord): Allowed<{ passkeys: Passkey[] }> =>
  allowed({
    passkeys: [...tables.passkeys.by('accountId', account.id)]
      .sort((a, b) => a.addedAt - b.addedAt)
      .map(({ id, name, addedAt, lastUsedAt }) => ({
        id,
        name,
        addedAt: new Date(addedAt).toISOString(),
        lastUsedAt: lastUsedAt === null ? null : new Date(lastUsedAt).toISOString(),
      })),
  });
