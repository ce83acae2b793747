import { Secret, TOTP } from 'otpauth';
import type { NextStep } from '../../../src/contract/problems.js';
import type { PortalPolicy } from '../../../src/policy/portal-policy.js';
import { allowed, refused, type Decision, type Refusal } from '../decision.js';
import { attemptsAfter, decideSignIn, type Attempts } from './login.js';

const minute = 60_000;

/** Seconds that a code is shown for (RFC 6238, 5.2): what every app assumes. */
const period = 30;

/** By how many codes the clocks of phone and portal may differ, either way. */
const drift = 1;

/** What the codes of an app are made of, and the last of them that was taken. */
interface App {
  /** Base 32. */
  readonly secret: string;
  readonly lastStep: number;
}

/** Before the first code. */
export const noStep = -1;

/** 160 random bits (RFC 4226, 4) in base 32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an app reads from the QR code: the secret, with whose it is. */
export const setupUri = (secret: string, username: string, { portal }: PortalPolicy): string =>
  new TOTP({ issuer: portal.name, label: username, secret, period }).toString();

/**
 * The half minute that a code is of, if it is one of now and newer than the last one taken: none works
 * twice (RFC 6238, 5.2). Null: it is not right.
 * @param code as `normalCode` gives it
 */
export const stepOf = (code: string, { secret, lastStep }: App, now: number): number | null => {
  if (!/^\d{6}$/.test(code)) return null; // `validate` throws at text of other lengths in bytes
  const totp = new TOTP({ secret, period });
  const current = totp.counter({ timestamp: now });
  for (let step = current - drift; step <= current + drift; step += 1) {
    const fits = totp.validate({ token: code, timestamp: step * period * 1000, window: 0 });
    if (fits !== null && step > lastStep) return step;
  }
  return null;
};

/**
 * The count of wrong tries after a password that is the first of two steps. A right one starts nothing
 * over: who has guessed it would have as many tries at the codes as they like (`login.lockout`).
 */
export const attemptsAfterFirstStep = (
  before: Attempts,
  passwordRight: boolean,
  policy: PortalPolicy,
): Attempts => (passwordRight ? before : attemptsAfter(before, false, policy));

/** Those of an app have no letters. */
const isOfApp = (code: string): boolean => !/\p{Letter}/u.test(code);

/**
 * Whether the second step signs in. Wrong codes count, and lock, as wrong passwords do.
 * @param after the count of wrong tries that stands after this one
 * @param code as it was typed
 */
export const decideSecondStep = (
  after: Attempts,
  codeRight: boolean,
  policy: PortalPolicy,
  code: string,
): Decision<null> => {
  if (after.locked || codeRight) return decideSignIn(after, codeRight, policy);
  return refused(`login.no-hints/${isOfApp(code) ? 'code' : 'recovery-code'}`, {
    detail: 'This code does not work, or not any more.',
    next: [{ action: 'try-again' }, { action: 'call-office' }],
    attemptsLeft: policy.login.maxAttempts - after.failures,
  });
};

/** How many recovery codes somebody gets. */
export const recoveryCodeCount = 10;

/** Something that was begun, and waits for the step after it. */
interface Begun {
  readonly kind: string;
  /** Epoch milliseconds from which on it is too late. */
  readonly until: number;
}

/** Long enough to look for a phone, or for the sheet with the recovery codes. */
const waitsFor = 10 * minute;

/** Two tabs may each have begun the same; more than this no one has open. */
const keptOfAKind = 4;

/** When what is begun now is too late. */
export const waitsUntil = (now: number): number => now + waitsFor;

/** What is waiting once one more thing was begun, newest first. */
export const begunAfter = <Step extends Begun>(
  before: readonly Step[],
  step: Step,
  now: number,
): Step[] => {
  const others = before.filter(({ until }) => now < until);
  const alike = others.filter(({ kind }) => kind === step.kind).slice(0, keptOfAKind - 1);
  return [step, ...others.filter((each) => each.kind !== step.kind || alike.includes(each))];
};

/** What of a kind is waiting still, newest first. */
export const waitingFor = <Step extends Begun, Kind extends Step['kind']>(
  begun: readonly Step[],
  kind: Kind,
  now: number,
): Extract<Step, { readonly kind: Kind }>[] =>
  begun.filter(
    (step): step is Extract<Step, { readonly kind: Kind }> =>
      step.kind === kind && now < step.until,
  );

/** The first step of a sign-in is too long ago, or there was none. */
export const firstStepOver: Refusal = {
  ok: false,
  kind: 'signed-out',
  detail: 'The first step of signing in is too long ago.',
  next: [{ action: 'sign-in' }],
};

/** What was begun in the preferences is too long ago, or was never begun. */
export const setupOver: Refusal = {
  ok: false,
  kind: 'precondition-failed',
  detail: 'This was not begun, or too long ago.',
  next: [{ action: 'reload' }],
};

/** What was sent at the end of a setup is not what it asked for. */
export const wrongSetup = (pointer: string, detail: string): Refusal => ({
  ok: false,
  kind: 'invalid-request',
  detail,
  next: [{ action: 'try-again' }],
  errors: [{ pointer, detail, reason: 'wrong' }],
});

/** Whether there is a second step to make codes for. */
export const decideRecoveryCodes = (hasApp: boolean): Decision<null> =>
  hasApp ? allowed(null) : setupOver;

/**
 * A passkey that is unknown, or did not sign what it should. The two are told apart nowhere, and neither
 * is counted: there is nothing in it to guess (`login.no-hints`).
 */
export const wrongPasskey: Refusal = refused('login.no-hints/passkey', {
  detail: 'This passkey opens no account here.',
  next: [{ action: 'try-again' }],
});

/** Whether passkeys sign in here (`login.other-ways`). Everybody has a password besides. */
export const decidePasskeySignIn = ({ login }: PortalPolicy): Decision<null> =>
  login.passkeys
    ? allowed(null)
    : notHere('Passkeys sign nobody in here.', [{ action: 'sign-in' }]);

/** Whether one more can be set up. What is set up already can be removed in any case. */
export const decideSetup = (
  what: 'passkeys' | 'secondStep',
  { login }: PortalPolicy,
): Decision<null> => (login[what] ? allowed(null) : notHere('This is not set up here.', []));

const notHere = (detail: string, next: NextStep[]): Refusal =>
  refused('login.other-ways', { detail, next });
