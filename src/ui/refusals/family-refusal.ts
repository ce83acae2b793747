import { msg, str } from '../../locales/localize.js';
import { localized } from '../format.js';
import { refusalNote, type RefusalContext, type RefusalWords } from './refusal-note.js';
import type { Refusal, RefusalView } from './refusal-view.js';

/** A refusal about who may open a record, and what they may do in it. */
export const familyRefusal: RefusalView = (refusal, context, links) =>
  refusalNote(wordsFor(refusal, context), refusal, context, links);

const wordsFor = (refusal: Refusal, { policy, locale }: RefusalContext): RefusalWords => {
  const office = localized(policy.terms.office, locale);
  const { rule, attemptsLeft, next } = refusal;
  switch (rule) {
    case 'proxy.friends-and-family':
      if (attemptsLeft !== undefined) return invitationWords(attemptsLeft);
      if (next.some(({ action }) => action === 'hand-in-consent-form')) {
        return {
          heading: msg(str`Here the ${office} gives access, and it needs a signed form.`),
          text: msg('It cannot be given online.'),
        };
      }
      return next.some(({ action }) => action === 'ask-patient')
        ? {
            heading: msg('Only the person whose record this is can do that.'),
            text: msg('You can open this record. Who else can is up to them.'),
          }
        : {
            heading: msg(str`The ${office} does this for you.`),
            text: msg('It cannot be done online.'),
          };
    case 'proxy.consent-form':
      return {
        heading: msg('This access was given with a signed form.'),
        text: msg(
          str`Until the age of ${policy.proxy.comingOfAgeYears}, only the ${office} can change it.`,
        ),
      };
    case 'proxy.relationships':
      return {
        heading: msg('This is not how somebody in this relationship gets access.'),
        text: msg('There may be another way:'),
      };
    case 'proxy.own-login':
      return {
        heading: msg('This is the account of the person who sent the invitation.'),
        text: msg(
          'Whoever was invited signs in with an account of their own. Nobody shares an account, not even in a family.',
        ),
      };
    default:
      return {
        heading: msg('This cannot be done right now.'),
        text: msg('Call us. We will help you.'),
      };
  }
};

const invitationWords = (attemptsLeft: number): RefusalWords => {
  switch (attemptsLeft) {
    case 0:
      return {
        heading: msg('This invitation was tried too often.'),
        text: msg('It does not work any more. You need a new one.'),
      };
    case 1:
      return {
        heading: msg('No invitation goes with this date of birth.'),
        text: `${whoseBirthday()} ${msg('You have 1 try left.')}`,
      };
    default:
      return {
        heading: msg('No invitation goes with this date of birth.'),
        text: `${whoseBirthday()} ${msg(str`You have ${attemptsLeft} tries left.`)}`,
      };
  }
};

const whoseBirthday = () =>
  msg('We ask for the birthday of the person who invited you, not for yours.');

/** The same for an invitation that somebody wants to accept: one that was sent too long ago is refused, too. */
export const invitationRefusal: RefusalView = (refusal, context, links) => {
  const { rule, attemptsLeft, next } = refusal;
  const expired =
    rule === 'proxy.friends-and-family' &&
    attemptsLeft === undefined &&
    next.some(({ action }) => action === 'ask-patient');
  if (!expired) return familyRefusal(refusal, context, links);
  const days = context.policy.activation.expiresAfterDays;
  const words = {
    heading: msg('This invitation is too old.'),
    text: msg(str`An invitation works for ${days} days. You need a new one.`),
  };
  return refusalNote(words, refusal, context, links);
};
