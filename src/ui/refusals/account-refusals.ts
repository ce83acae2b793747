import type * as account from '../../contract/account/account.js';
import type { DeclaredBy } from '../../contract/endpoint.js';
import type * as passkeys from '../../contract/account/passkeys.js';
import type * as preferences from '../../contract/account/preferences.js';
import type * as secondStep from '../../contract/account/second-step.js';
import type * as session from '../../contract/account/session.js';
import { msg, str } from '../../locales/localize.js';
import { localized } from '../words/policy-words.js';
import { without, type RefusalContext, type RefusalWords, type Words } from './refusal-note.js';

const typedWrong = (): Words => ({ heading: msg('Please change what you typed.') });

/** A refused sign-in, sign-up, recovery or change of preferences. */
export const accountRefusals: RefusalWords<
  | DeclaredBy<typeof session>
  | DeclaredBy<typeof secondStep>
  | DeclaredBy<typeof passkeys>
  | DeclaredBy<typeof account>
  | DeclaredBy<typeof preferences>
> = {
  'login.no-hints/password': ({ attemptsLeft }) => ({
    heading: msg('That username and password don’t match.'),
    text: lockWarning(attemptsLeft),
  }),
  'login.no-hints/code': ({ attemptsLeft }) => ({
    heading: msg('This code doesn’t work.'),
    text: `${msg('Each code works once and only for a short time. Wait for the next one.')} ${lockWarning(attemptsLeft)}`,
  }),
  'login.no-hints/recovery-code': ({ attemptsLeft }) => ({
    heading: msg('This code doesn’t work.'),
    text: `${msg('Check it letter by letter. Each code works once. If you’ve used this one, try another.')} ${lockWarning(attemptsLeft)}`,
  }),
  'login.no-hints/passkey': ({ next }) => ({
    heading: msg('This passkey doesn’t work here.'),
    text: msg('It may have been removed. Sign in with your password.'),
    next: without('try-again', next), // nothing was typed
  }),
  'login.other-ways': () => ({
    heading: msg('We don’t use this here.'),
    text: msg('Sign in with your password instead.'),
  }),
  'login.lockout': (_, { policy }) => {
    const { maxAttempts } = policy.login;
    return {
      heading: msg('This account is locked.'),
      text: `${msg(
        str`There were ${maxAttempts} wrong attempts in a row. We lock accounts then so nobody can guess their way in.`,
      )} ${oneTimeWords(policy)}`,
    };
  },
  'login.unlock': (_, { policy }) => ({
    heading: msg('This one-time password has expired.'),
    text: msg(str`It works for ${policy.password.oneTimeHours} hours. You need a new one.`),
  }),
  'login.cookies-required': () => ({
    heading: msg('Cookies are turned off in this browser.'),
    text: msg('The portal needs cookies to keep you signed in. It doesn’t use them for ads.'),
  }),
  'activation.issued-at-visit/tried-too-often': (_, { policy, locale }) => {
    const code = localized(policy.terms.activationCode, locale);
    return {
      heading: msg(str`This ${code} no longer works.`),
      text: msg('There were too many attempts. You need a new one.'),
    };
  },
  'activation.issued-at-visit/no-match': ({ attemptsLeft }, { policy, locale }) => {
    const code = localized(policy.terms.activationCode, locale);
    return {
      heading: msg(str`That ${code} and date of birth don’t match.`),
      text: `${msg('Check both. The code is on the paper you got at your visit.')} ${codeWarning(attemptsLeft)}`,
    };
  },
  'activation.single-use': (_, { policy, locale }) => {
    const code = localized(policy.terms.activationCode, locale);
    return {
      heading: msg(str`This ${code} has already been used.`),
      text: msg('Each code works once. If you used it, you already have an account. Sign in.'),
    };
  },
  'activation.expires': (_, { policy, locale }) => {
    const code = localized(policy.terms.activationCode, locale);
    const days = policy.activation.expiresAfterDays;
    return {
      heading: msg(str`This ${code} has expired.`),
      text: msg(str`Codes work for ${days} days. You need a new one.`),
    };
  },
  'activation.not-a-username': typedWrong,
  'account.one-per-adult': () => ({
    heading: msg('You already have an account.'),
    text: msg('Each adult has their own account. Even couples don’t share one.'),
  }),
  'account.release-of-information': () => ({
    heading: msg('We need a signed form from you first.'),
    text: msg(
      'It’s called Release of Information, and it lets us show you your record online. Sign it and bring it in. Then come back with the same code.',
    ),
  }),
  'signup.email-required': () => ({
    heading: msg('You need an email address to sign up.'),
    text: msg('We email you when there’s something new.'),
  }),
  'signup.own-credentials': typedWrong,
  'signup.security-question': typedWrong,
  'email.entered-twice': typedWrong,
  'password.self-reset/invalid-link': () => ({
    heading: msg('This link no longer works.'),
    text: msg(
      'Each link works once and only for a short time. If you’ve set a new password with it, sign in. If not, ask for a new link.',
    ),
  }),
  'password.self-reset/not-online': () => ({
    heading: msg('You can’t set a new password online here.'),
  }),
  'password.reset-question/no-question': () => ({
    heading: msg('You don’t have a security question yet.'),
    text: msg('We ask it before anyone can set a new password online.'),
  }),
  'password.reset-question/wrong-answer': ({ attemptsLeft }) => ({
    heading: msg('That answer doesn’t match.'),
    text: lockWarning(attemptsLeft),
  }),
  'password.locked-reset': (_, { policy }) => ({
    heading: msg('This account is locked.'),
    text: `${msg('You can’t set a new password online for a locked account.')} ${oneTimeWords(policy)}`,
  }),
  // It was not asked for here: the hospital asks for it since.
  'password.change/missing': () => ({
    heading: msg('We need your current password for this.'),
    text: msg('Reload this page, then type it in.'),
  }),
  'password.change/wrong': ({ attemptsLeft }) => ({
    heading: msg('That’s not your current password.'),
    text: lockWarning(attemptsLeft),
  }),
  'security-question.change': () => ({
    heading: msg('This portal doesn’t use security questions.'),
  }),
  'contact.update': () => ({
    heading: msg('You can’t change your address or phone here.'),
    text: msg('Tell us and we’ll change them for you.'),
  }),
};

/** What whoever calls about a locked account gets (`login.unlock`). */
const oneTimeWords = ({ login }: RefusalContext['policy']): string =>
  !login.unlockAlone && login.unlock.some((way) => way !== 'reset-link')
    ? msg('When you call, we’ll give you a one-time password. Your old one stops working then.')
    : '';

/** How many wrong tries are left. */
export const lockWarning = (attemptsLeft: number | undefined): string => {
  if (attemptsLeft === undefined) return '';
  return attemptsLeft === 1
    ? msg('You have 1 attempt left before your account locks.')
    : msg(str`You have ${attemptsLeft} attempts left before your account locks.`);
};

/** Only where it is about to matter: most people have simply mistyped. */
const codeWarning = (attemptsLeft: number | undefined): string => {
  switch (attemptsLeft) {
    case 1:
      return msg('You have 1 attempt left before this code stops working.');
    case 2:
      return msg('You have 2 attempts left before this code stops working.');
    default:
      return '';
  }
};
