import type * as audit from '../../contract/family/audit.js';
import type { DeclaredBy } from '../../contract/endpoint.js';
import type * as family from '../../contract/family/family.js';
import type * as sharing from '../../contract/family/sharing.js';
import { msg, str } from '../../locales/localize.js';
import { localized } from '../format.js';
import type { Refusal, RefusalContext, RefusalWords, Words } from './refusal-note.js';

/** The hospital's own word for its office. */
const officeOf = ({ policy, locale }: RefusalContext): string =>
  localized(policy.terms.office, locale);

const patientOnly = (): Words => ({
  heading: msg('Only the person whose record this is can do that.'),
  text: msg('You can open this record. Who else can is up to them.'),
});

const noMatch = ({ attemptsLeft }: Refusal): Words => ({
  heading: msg('No invitation goes with this date of birth.'),
  text: [
    msg('We ask for the birthday of the person who invited you, not for yours.'),
    ...triesWords(attemptsLeft),
  ].join(' '),
});

const triesWords = (attemptsLeft: number | undefined): string[] => {
  if (attemptsLeft === undefined) return [];
  return attemptsLeft === 1
    ? [msg('You have 1 try left.')]
    : [msg(str`You have ${attemptsLeft} tries left.`)];
};

/** Who may open a record, and what they may do in it. */
export const familyRefusals: RefusalWords<
  DeclaredBy<typeof sharing> | DeclaredBy<typeof family> | DeclaredBy<typeof audit>
> = {
  'proxy.friends-and-family/not-offered': (_, context) => {
    const office = officeOf(context);
    return {
      heading: msg(str`Here the ${office} gives access, and it needs a signed form.`),
      text: msg('It cannot be given online.'),
    };
  },
  'proxy.friends-and-family/patient-only': patientOnly,
  'proxy.friends-and-family/view-only': patientOnly,
  'proxy.friends-and-family/office-only': (_, context) => {
    const office = officeOf(context);
    return {
      heading: msg(str`The ${office} does this for you.`),
      text: msg('It cannot be done online.'),
    };
  },
  'proxy.friends-and-family/invitation-no-match': noMatch,
  'proxy.friends-and-family/invitation-tried-too-often': () => ({
    heading: msg('This invitation was tried too often.'),
    text: msg('There were too many attempts. You need a new one.'),
  }),
  'proxy.friends-and-family/invitation-expired': (_, { policy }) => {
    const days = policy.activation.expiresAfterDays;
    return {
      heading: msg('This invitation is too old.'),
      text: msg(str`An invitation works for ${days} days. You need a new one.`),
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
    heading: msg('This is not how somebody in this relationship gets access.'),
    text: msg('There may be another way:'),
  }),
  'proxy.own-login': () => ({
    heading: msg('This is the account of the person who sent the invitation.'),
    text: msg(
      'Whoever was invited signs in with an account of their own. Nobody shares an account, not even in a family.',
    ),
  }),
};
