import type * as audit from '../../contract/family/audit.js';
import type { DeclaredBy } from '../../contract/endpoint.js';
import type * as family from '../../contract/family/family.js';
import type * as sharing from '../../contract/family/sharing.js';
import { msg, str } from '../../locales/localize.js';
import { localized } from '../words/policy-words.js';
import type { Refusal, RefusalContext, RefusalWords, Words } from './refusal-note.js';

/** The hospital's own word for its office. */
const officeOf = ({ policy, locale }: RefusalContext): string =>
  localized(policy.terms.office, locale);

const patientOnly = (): Words => ({
  heading: msg('Only the patient can do that.'),
  text: msg('You can open this record. They decide who else can.'),
});

const noMatch = ({ attemptsLeft }: Refusal): Words => ({
  heading: msg('That date of birth doesn’t match the invitation.'),
  text: [
    msg('Enter the birthday of the person who invited you, not yours.'),
    ...triesWords(attemptsLeft),
  ].join(' '),
});

const triesWords = (attemptsLeft: number | undefined): string[] => {
  if (attemptsLeft === undefined) return [];
  return attemptsLeft === 1
    ? [msg('You have 1 attempt left.')]
    : [msg(str`You have ${attemptsLeft} attempts left.`)];
};

/** Who may open a record, and what they may do in it. */
export const familyRefusals: RefusalWords<
  DeclaredBy<typeof sharing> | DeclaredBy<typeof family> | DeclaredBy<typeof audit>
> = {
  'proxy.friends-and-family/not-offered': (_, context) => {
    const office = officeOf(context);
    return {
      heading: msg(str`The ${office} gives access here, with a signed form.`),
      text: msg('You can’t do this online.'),
    };
  },
  'proxy.friends-and-family/patient-only': patientOnly,
  'proxy.friends-and-family/view-only': patientOnly,
  'proxy.friends-and-family/office-only': (_, context) => {
    const office = officeOf(context);
    return {
      heading: msg(str`The ${office} does this for you.`),
      text: msg('You can’t do this online.'),
    };
  },
  'proxy.friends-and-family/invitation-no-match': noMatch,
  'proxy.friends-and-family/invitation-tried-too-often': () => ({
    heading: msg('Too many attempts with this invitation.'),
    text: msg('It no longer works. You need a new one.'),
  }),
  'proxy.friends-and-family/invitation-expired': (_, { policy }) => {
    const days = policy.activation.expiresAfterDays;
    return {
      heading: msg('This invitation has expired.'),
      text: msg(str`Invitations work for ${days} days. You need a new one.`),
    };
  },
  'proxy.consent-form': (_, context) => {
    const { policy } = context;
    const office = officeOf(context);
    return {
      heading: msg('This access was given with a signed form.'),
      text: msg(
        str`Until the age of ${policy.proxy.comingOfAgeYears}, only the ${office} can change it.`,
      ),
    };
  },
  'proxy.relationships': () => ({
    heading: msg('People with this relationship get access another way.'),
    text: msg('Here’s what you can do:'),
  }),
  'proxy.own-login': () => ({
    heading: msg('This is the account of the person who sent the invitation.'),
    text: msg(
      'The person you invited signs in with their own account. Family members don’t share accounts.',
    ),
  }),
};
