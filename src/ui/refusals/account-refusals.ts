import type * as account from '../../contract/account/account.js';
import type { DeclaredBy } from '../../contract/endpoint.js';
import type * as passkeys from '../../contract/account/passkeys.js';
import type * as preferences from '../../contract/account/preferences.js';
import type * as secondStep from '../../contract/account/second-step.js';
import type * as session from '../../contract/account/session.js';
import { msg, str } from '../../locales/localize.js';
import { localized } from '../format.js';
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
    heading: msg('The username or the password is not right.'),
    text: lockWarning(attemptsLeft),
  }),
  'login.no-hints/code': ({ attemptsLeft }) => ({
    heading: msg('This code does not work.'),
    text: `${msg('Each code works once, and for a short time. Wait for the next one.')} ${lockWarning(attemptsLeft)}`,
  }),
  'login.no-hints/recovery-code': ({ attemptsLeft }) => ({
    heading: msg('This code does not work.'),
    text: `${msg('Check it letter by letter. Each code works once: if you have used it, try another.')} ${lockWarning(attemptsLeft)}`,
  }),
  'login.no-hints/passkey': ({ next }) => ({
    heading: msg('This passkey does not work here.'),
    text: msg('It may have been removed. Sign in with your password.'),
    next: without('try-again', next), // nothing was typed
  }),
  'login.other-ways': () => ({
    heading: msg('This is not used here.'),
    text: msg('You sign in with your password.'),
  }),
  'login.lockout': (_, { policy }) => {
    const { maxAttempts } = policy.login;
    return {
      heading: msg('This account is locked.'),
      text: `${msg(
        str`There were ${maxAttempts} wrong tries in a row. We lock an account then, so that nobody can guess their way in.`,
      )} ${oneTimeWords(policy)}`,
    };
  },
  'login.unlock': (_, { policy }) => ({
    heading: msg('This one-time password is too old.'),
    text: msg(str`It works for ${policy.password.oneTimeHours} hours. You need a new one.`),
  }),
  'login.cookies-required': () => ({
    heading: msg('Cookies are turned off in this browser.'),
    text: msg('The portal needs cookies to know that it is you. It does not use them for ads.'),
  }),
  'activation.issued-at-visit/tried-too-often': (_, { policy, locale }) => {
    const code = localized(policy.terms.activationCode, locale);
    return {
      heading: msg(str`This ${code} was tried too often.`),
      text: msg('It no longer works. You need a new one.'),
    };
  },
  'activation.issued-at-visit/no-match': ({ attemptsLeft }, { policy, locale }) => {
    const code = localized(policy.terms.activationCode, locale);
    return {
      heading: msg(str`This ${code} and date of birth do not match.`),
      text: `${msg('Check both. The code is on the paper that you were given at your visit.')} ${codeWarning(attemptsLeft)}`,
    };
  },
  'activation.single-use': (_, { policy, locale }) => {
    const code = localized(policy.terms.activationCode, locale);
    return {
      heading: msg(str`This ${code} was used before.`),
      text: msg('A code works once. If it was you who used it, you have an account: sign in.'),
    };
  },
  'activation.expires': (_, { policy, locale }) => {
    const code = localized(policy.terms.activationCode, locale);
    const days = policy.activation.expiresAfterDays;
    return {
      heading: msg(str`This ${code} is too old.`),
      text: msg(str`A code works for ${days} days. You need a new one.`),
    };
  },
  'activation.not-a-username': typedWrong,
  'account.one-per-adult': () => ({
    heading: msg('There is an account for you already.'),
    text: msg('Each adult has one account, and nobody shares it: not even a spouse.'),
  }),
  'account.release-of-information': () => ({
    heading: msg('We need a signed form from you first.'),
    text: msg(
      'It is called Release of Information. It lets us show you your record online. Sign it and hand it in. Then come back with the same code.',
    ),
  }),
  'signup.email-required': () => ({
    heading: msg('You need an email address to sign up.'),
    text: msg('We write there when there is something new for you.'),
  }),
  'signup.own-credentials': typedWrong,
  'signup.security-question': typedWrong,
  'email.entered-twice': typedWrong,
  'password.self-reset/invalid-link': () => ({
    heading: msg('This link does not work any more.'),
    text: msg(
      'A link works once, and for a short time only. If you have set a new password with it, sign in. If not, ask for a new link.',
    ),
  }),
  'password.self-reset/not-online': () => ({
    heading: msg('You cannot set a new password online here.'),
  }),
  'password.reset-question/no-question': () => ({
    heading: msg('You have no security question yet.'),
    text: msg('We ask it before we let anybody set a new password online.'),
  }),
  'password.reset-question/wrong-answer': ({ attemptsLeft }) => ({
    heading: msg('This is not the right answer.'),
    text: lockWarning(attemptsLeft),
  }),
  'password.locked-reset': (_, { policy }) => ({
    heading: msg('This account is locked.'),
    text: `${msg('A locked account cannot get a new password online.')} ${oneTimeWords(policy)}`,
  }),
  // It was not asked for here: the hospital asks for it since.
  'password.change/missing': () => ({
    heading: msg('We need your current password for this.'),
    text: msg('Load this page again. Then you can type it in.'),
  }),
  'password.change/wrong': ({ attemptsLeft }) => ({
    heading: msg('This is not your current password.'),
    text: lockWarning(attemptsLeft),
  }),
  'security-question.change': () => ({
    heading: msg('This portal has no security questions.'),
  }),
  'contact.update': () => ({
    heading: msg('Your address and phone cannot be changed here.'),
    text: msg('Tell us, and we will change them for you.'),
  }),
};

/** What whoever calls about a locked account gets (`login.unlock`). */
const oneTimeWords = ({ login }: RefusalContext['policy']): string =>
  !login.unlockAlone && login.unlock.some((way) => way !== 'reset-link')
    ? msg('When you call, we give you a one-time password. Your old one stops working then.')
    : '';

/** How many wrong tries are left. */
export const lockWarning = (attemptsLeft: number | undefined): string => {
  if (attemptsLeft === undefined) return '';
  return attemptsLeft === 1
    ? msg('You have 1 try left. After that the account locks.')
    : msg(str`You have ${attemptsLeft} tries left. After that the account locks.`);
};

/** Only where it is about to matter: most people have simply mistyped. */
const codeWarning = (attemptsLeft: number | undefined): string => {
  switch (attemptsLeft) {
    case 1:
      return msg('You have 1 try left. After that this code stops working.');
    case 2:
      return msg('You have 2 tries left. After that this code stops working.');
    default:
      return '';
  }
};
