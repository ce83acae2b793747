import type { Contract } from '../../../src/contract/index.js';
import type {
  AccountRecord,
  EmailRecord,
  PasswordResetRecord,
  SessionRecord,
} from '../../db/records/index.js';
import { normalEmail, normalUsername } from '../../db/tables.js';
import { digest } from '../../digest.js';
import {
  noResetLetter,
  resetLetter,
  sendEmail,
  tellOfSignInChange,
  usernameLetter,
} from '../../emails.js';
import { randomToken } from '../../tokens.js';
import { decidePassword } from '../../rules/account/credentials.js';
import { allowed, type Decision } from '../../rules/decision.js';
import { attemptsAfter, noAttempts } from '../../rules/account/login.js';
import {
  decideAnswer,
  decideLink,
  decideReset,
  decideSelfReset,
  lettersOfHour,
  linkExpiry,
  mayWrite,
  resetUnlocks,
  stepsAfterReset,
  waysWithoutEmail,
  type ResetFacts,
} from '../../rules/account/recovery.js';
import { normalAnswer } from '../../rules/account/security-question.js';
import type { Answer, Call } from '../http/call.js';
import { admit } from '../http/guards.js';
import { dropResets } from './own-account.js';
import { endSessionsOf } from './sessions.js';

export const recoverUsername: Answer<Contract['recoverUsername']> = (call) => {
  const { tables, policy, now, body } = call;
  const admitted = admit(call);
  if (!admitted.ok) return admitted;
  for (const account of tables.accounts.by('email', normalEmail(body.email))) {
    const { birthDate } = tables.patients.get(account.patientId) ?? {};
    if (birthDate !== body.birthDate) continue; // a family may share an address
    const letter = usernameLetter(policy, account.username);
    if (admitLetter(call, admitted.value, account, wasToldOfLate(call, account, letter))) {
      sendEmail(tables, account, letter, now);
    }
  }
  return allowed({ next: waysWithoutEmail(policy, now) });
};

export const requestPasswordReset: Answer<Contract['requestPasswordReset']> = async (call) => {
  const { tables, policy, now, body } = call;
  const admitted = admit(call);
  if (!admitted.ok) return admitted;
  const online = decideSelfReset(policy);
  if (!online.ok) return online;
  const account = tables.accounts.by('username', normalUsername(body.username))[0];
  if (account) {
    // Why it is refused is told to whoever reads this person's e-mail, not to whoever asks here.
    const refusal = decideReset(resetFacts(call, account), policy).ok
      ? undefined
      : noResetLetter(policy);
    const isServed = refusal
      ? wasToldOfLate(call, account, refusal)
      : tables.passwordResets
          .by('accountId', account.id)
          .some((reset) => decideLink(reset, now).ok);
    if (admitLetter(call, admitted.value, account, isServed)) {
      const letter = refusal ?? resetLetter(policy, await newLink(call, account));
      sendEmail(tables, account, letter, now);
    }
  }
  return allowed({ next: waysWithoutEmail(policy, now) });
};

export const readPasswordReset: Answer<Contract['readPasswordReset']> = async (call) => {
  const link = await followLink(call, call.body.token);
  if (!link.ok) return link;
  const { account, reset } = link.value;
  return allowed({
    securityQuestion: call.policy.password.resetQuestion
      ? (account.securityQuestion?.question ?? null)
      : null,
    expiresAt: new Date(reset.expiresAt).toISOString(),
  });
};

export const resetPassword: Answer<Contract['resetPassword']> = async (call) => {
  const { tables, policy, hashes, body } = call;
  const link = await followLink(call, body.token);
  if (!link.ok) return link;
  const { account } = link.value;
  const answered = checkAnswer(call, account, body.securityAnswer);
  if (!answered.ok) return answered;
  const password = decidePassword(body.password, account, policy);
  if (!password.ok) return password;

  const passwordHash = hashes.of(password.value);
  tables.accounts.put({ ...account, passwordHash, oneTimeUntil: undefined });
  dropResets(call, account);
  endSessionsOf(tables, account);
  tellOfSignInChange(call, account, 'password');
  const username = normalUsername(account.username);
  const stillLocked = isLocked(call, account) && !resetUnlocks(policy);
  if (!stillLocked) tables.signInAttempts.delete(username);
  return allowed({ next: stepsAfterReset(stillLocked, policy) });
};

/** The letters of the recovery that an account has got where it is written to now. */
const lettersTo = ({ tables }: Call, { id, email }: AccountRecord): readonly EmailRecord[] =>
  tables.emails
    .by('accountId', id)
    .filter(({ kind, to }) => to === email && (kind === 'username' || kind === 'password-reset'));

/** Whether an account has got the same letter within the hour. */
const wasToldOfLate = (call: Call, account: AccountRecord, { text }: { text: string }): boolean => {
  const same = lettersTo(call, account).filter((letter) => letter.text === text);
  return (
    lettersOfHour(
      same.map(({ sentAt }) => sentAt),
      call.now,
    ).length > 0
  );
};

/**
 * Whether a letter may go out (`password.lettersPerHour`); if so it is counted as this browser's.
 * @param isServed whether the account has one that does as well
 */
const admitLetter = (
  call: Call,
  { id }: SessionRecord,
  account: AccountRecord,
  isServed: boolean,
): boolean => {
  const { tables, policy, now } = call;
  const session = tables.sessions.get(id);
  const toAccount = lettersTo(call, account).map(({ sentAt }) => sentAt);
  const fromBrowser = session?.letters ?? [];
  const admitted = mayWrite({ toAccount, fromBrowser, isServed }, policy, now);
  if (session && admitted) {
    tables.sessions.put({ ...session, letters: [...lettersOfHour(fromBrowser, now), now] });
  }
  return admitted;
};

/** The account that a link is for, if its password may be reset by it now. */
const followLink = async (
  call: Call,
  token: string,
): Promise<Decision<{ account: AccountRecord; reset: PasswordResetRecord }>> => {
  const { tables, policy, now } = call;
  const admitted = admit(call);
  if (!admitted.ok) return admitted;
  const online = decideSelfReset(policy);
  if (!online.ok) return online;
  const reset = decideLink(tables.passwordResets.get(await digest(token)), now);
  if (!reset.ok) return reset;
  const account = tables.accounts.get(reset.value.accountId);
  if (!account) throw new Error('A link for a new password without an account.');
  const decision = decideReset(resetFacts(call, account), policy);
  return decision.ok ? allowed({ account, reset: reset.value }) : decision;
};

/** Counts an answer where the policy asks the question; too many wrong ones lock the account. */
const checkAnswer = (
  { tables, policy, hashes }: Call,
  { id, username, securityQuestion }: AccountRecord,
  answer: string | null,
): Decision<null> => {
  if (!policy.password.resetQuestion || !securityQuestion) return allowed(null);
  const right = hashes.match(normalAnswer(answer ?? ''), securityQuestion.answerHash);
  const before = tables.answerAttempts.get(id) ?? noAttempts;
  const { failures, locked } = attemptsAfter(before, right, policy);
  tables.answerAttempts.put({ id, failures, locked });
  if (locked) tables.signInAttempts.put({ id: normalUsername(username), failures, locked });
  return decideAnswer({ failures, locked }, right, policy);
};

const resetFacts = (call: Call, account: AccountRecord): ResetFacts => ({
  locked: isLocked(call, account),
  answersLocked: call.tables.answerAttempts.get(account.id)?.locked ?? false,
  hasSecurityQuestion: account.securityQuestion !== null,
});

const isLocked = ({ tables }: Call, { username }: AccountRecord): boolean =>
  tables.signInAttempts.get(normalUsername(username))?.locked ?? false;

/**
 * The token of a new link. Those sent before stay as they are until they expire or one of them is used:
 * anybody can ask for a link, and would make those of the owner useless.
 */
const newLink = async (call: Call, account: AccountRecord): Promise<string> => {
  const { tables, policy, now } = call;
  for (const { id, expiresAt } of tables.passwordResets.by('accountId', account.id)) {
    if (expiresAt <= now) tables.passwordResets.delete(id);
  }
  const token = randomToken();
  const id = await digest(token);
  tables.passwordResets.put({ id, accountId: account.id, expiresAt: linkExpiry(policy, now) });
  return token;
};
