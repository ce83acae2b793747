import { msg, str } from '../../locales/localize.js';
import { localized } from '../format.js';
import { refusalNote, type RefusalContext, type RefusalWords } from './refusal-note.js';
import type { Refusal, RefusalView } from './refusal-view.js';

/** A refused sign-in, sign-up, recovery or change of preferences. */
export const accountRefusal: RefusalView = (refusal, context, links) =>
  refusalNote(wordsFor(refusal, context), withoutTyping(refusal), context, links);

/** A refused passkey: nothing was typed that could be checked, and no new password would help. */
const isPasskey = ({ rule, attemptsLeft, next }: Refusal): boolean =>
  rule === 'login.no-hints' &&
  attemptsLeft === undefined &&
  !next.some(({ action }) => action === 'reset-password');

const withoutTyping = (refusal: Refusal): Refusal =>
  isPasskey(refusal)
    ? { ...refusal, next: refusal.next.filter(({ action }) => action !== 'try-again') }
    : refusal;

const wordsFor = (refusal: Refusal, { policy, locale }: RefusalContext): RefusalWords => {
  const { rule, attemptsLeft } = refusal;
  const code = localized(policy.terms.activationCode, locale);
  switch (rule) {
    case 'login.no-hints':
      // A passkey is no guess: it is not counted.
      if (isPasskey(refusal)) {
        return {
          heading: msg('This passkey does not work here.'),
          text: msg('It may have been removed. Sign in with your password.'),
        };
      }
      return {
        heading: msg('The username or the password is not right.'),
        text: lockWarning(attemptsLeft),
      };
    case 'login.other-ways':
      return {
        heading: msg('This is not used here.'),
        text: msg('You sign in with your password.'),
      };
    case 'login.lockout': {
      const { maxAttempts } = policy.login;
      return {
        heading: msg('This account is locked.'),
        text: `${msg(
          str`There were ${maxAttempts} wrong tries in a row. We lock an account then, so that nobody can guess their way in.`,
        )} ${oneTimeWords(policy)}`,
      };
    }
    case 'login.unlock':
      return {
        heading: msg('This one-time password is too old.'),
        text: msg(str`It works for ${policy.password.oneTimeHours} hours. You need a new one.`),
      };
    case 'login.cookies-required':
      return {
        heading: msg('Cookies are turned off in this browser.'),
        text: msg('The portal needs cookies to know that it is you. It does not use them for ads.'),
      };
    case 'activation.issued-at-visit':
      return attemptsLeft === 0
        ? {
            heading: msg(str`This ${code} was tried too often.`),
            text: msg('It does not work any more. You need a new one.'),
          }
        : {
            heading: msg(str`This ${code} and date of birth do not match.`),
            text: `${msg('Check both. The code is on the paper that you were given at your visit.')} ${codeWarning(attemptsLeft)}`,
          };
    case 'activation.single-use':
      return {
        heading: msg(str`This ${code} was used before.`),
        text: msg('A code works once. If it was you who used it, you have an account: sign in.'),
      };
    case 'activation.expires': {
      const days = policy.activation.expiresAfterDays;
      return {
        heading: msg(str`This ${code} is too old.`),
        text: msg(str`A code works for ${days} days. You need a new one.`),
      };
    }
    case 'account.one-per-adult':
      return {
        heading: msg('There is an account for you already.'),
        text: msg('Each adult has one account, and nobody shares it: not even a spouse.'),
      };
    case 'account.release-of-information':
      return {
        heading: msg('We need a signed form from you first.'),
        text: msg(
          'It is called Release of Information. It lets us show you your record online. Sign it and hand it in. Then come back with the same code.',
        ),
      };
    case 'signup.email-required':
      return {
        heading: msg('You need an email address to sign up.'),
        text: msg('We write there when there is something new for you.'),
      };
    case 'password.self-reset':
      return policy.password.resetBy.includes('reset-link')
        ? {
            heading: msg('This link does not work any more.'),
            text: msg(
              'A link works once, and for a short time only. If you have set a new password with it, sign in. If not, ask for a new link.',
            ),
          }
        : { heading: msg('You cannot set a new password online here.') };
    case 'password.reset-question':
      return attemptsLeft === undefined
        ? {
            heading: msg('You have no security question yet.'),
            text: msg('We ask it before we let anybody set a new password online.'),
          }
        : {
            heading: msg('This is not the right answer.'),
            text: lockWarning(attemptsLeft),
          };
    case 'password.locked-reset':
      return {
        heading: msg('This account is locked.'),
        text: `${msg('A locked account cannot get a new password online.')} ${oneTimeWords(policy)}`,
      };
    case 'password.change':
      // It was not asked for here: the hospital asks for it since.
      if (attemptsLeft === undefined) {
        return {
          heading: msg('We need your current password for this.'),
          text: msg('Load this page again. Then you can type it in.'),
        };
      }
      return {
        heading: msg('This is not your current password.'),
        text: lockWarning(attemptsLeft),
      };
    case 'security-question.change':
      return {
        heading: msg('This portal has no security questions.'),
      };
    case 'contact.update':
      return {
        heading: msg('Your address and phone cannot be changed here.'),
        text: msg('Tell us, and we will change them for you.'),
      };
    case 'activation.not-a-username':
    case 'signup.own-credentials':
    case 'signup.security-question':
    case 'email.entered-twice':
      return { heading: msg('Please change what you typed.') };
    default:
      return {
        heading: msg('This cannot be done right now.'),
        text: msg('Call us. We will help you.'),
      };
  }
};

/** What whoever calls about a locked account gets (`login.unlock`). */
export const oneTimeWords = ({ login }: RefusalContext['policy']): string =>
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
