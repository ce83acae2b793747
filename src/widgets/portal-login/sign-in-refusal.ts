import { msg, str } from '../../locales/localize.js';
import type { RefusedError } from '../../client/portal-errors.js';
import type { PortalContext } from '../../session/portal-context.js';
import { faqLink } from '../../ui/format.js';
import { nextStepView, type StepLinks } from '../../ui/next-step.js';
import { noteView, type Note } from '../../ui/note.js';

/** A refused sign-in in plain words, with the way on and the answer in the FAQ. */
export const signInRefusal = (
  { rule, next, attemptsLeft }: RefusedError,
  { policy, faqHref }: PortalContext,
  links: StepLinks,
) =>
  noteView({
    ...wordsFor(rule, attemptsLeft, policy.login.maxAttempts),
    tone: 'problem',
    steps: next
      .map((step) => nextStepView(step, policy, links))
      .filter((step) => step !== undefined),
    faqHref: faqLink(faqHref, rule),
  });

const wordsFor = (
  rule: RefusedError['rule'],
  attemptsLeft: number | undefined,
  maxAttempts: number,
): Pick<Note, 'heading' | 'text'> => {
  switch (rule) {
    case 'login.no-hints':
      return {
        heading: msg('The username or the password is not right.'),
        text: triesLeft(attemptsLeft),
      };
    case 'login.lockout':
      return {
        heading: msg('This account is locked.'),
        text: msg(
          str`There were ${maxAttempts} wrong passwords in a row. We lock an account then, so that nobody can guess its password.`,
        ),
      };
    case 'login.cookies-required':
      return {
        heading: msg('Cookies are turned off in this browser.'),
        text: msg('The portal needs cookies to know that it is you. It does not use them for ads.'),
      };
    default:
      return {
        heading: msg('You cannot sign in right now.'),
        text: msg('Call us. We will help you.'),
      };
  }
};

const triesLeft = (attemptsLeft: number | undefined): string => {
  if (attemptsLeft === undefined) return '';
  return attemptsLeft === 1
    ? msg('You have 1 try left. After that the account locks.')
    : msg(str`You have ${attemptsLeft} tries left. After that the account locks.`);
};
