import { invitationLinkPrefix } from '../src/contract/family/invitation-link.js';
import { resetLinkPrefix } from '../src/contract/account/reset-link.js';
import type { LocalizedText, PortalPolicy } from '../src/policy/portal-policy.js';
import type { AccountRecord, EmailRecord, PatientRecord } from './db/records/index.js';
import type { Tables } from './db/tables.js';
import { randomToken } from './tokens.js';

/** What an e-mail says, and what for. */
type Letter = Pick<EmailRecord, 'kind' | 'subject' | 'text'>;

/** Puts an e-mail into the outbox. Without an address on file nothing is sent. */
export const sendEmail = (
  tables: Tables,
  { id: accountId, email: to }: AccountRecord,
  letter: Letter,
  now: number,
): void => {
  if (to !== null) tables.emails.put({ id: randomToken(), accountId, to, ...letter, sentAt: now });
};

/** The same to an address that may be nobody's here: it stands in no account's list. */
export const sendEmailTo = (tables: Tables, to: string, letter: Letter, now: number): void => {
  tables.emails.put({ id: randomToken(), accountId: null, to, ...letter, sentAt: now });
};

const words = ({ en }: LocalizedText): string => en;

/** A full-date as it is read: "Nov 20, 2026". */
const dayWords = (day: string): string =>
  new Date(day).toLocaleDateString('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** The username, which no page shows (`username.recovery`). */
export const usernameLetter = ({ portal, terms }: PortalPolicy, username: string): Letter => ({
  kind: 'username',
  subject: `Your ${portal.name} ${words(terms.username)}`,
  text: `You asked for your ${words(terms.username)}. Here it is: ${username}`,
});

/** The link to a new password (`password.self-reset`). */
export const resetLetter = ({ portal, password }: PortalPolicy, token: string): Letter => ({
  kind: 'password-reset',
  subject: `Set a new ${portal.name} password`,
  text: `Open this link within ${password.resetLinkMinutes} minutes to set a new password. It works once.\n\n${resetLinkPrefix}${token}\n\nDidn’t ask for it? You don’t need to do anything.`,
});

/** There is no link for this account: a person helps (`password.locked-reset`). */
export const noResetLetter = ({ portal, terms, support }: PortalPolicy): Letter => ({
  kind: 'password-reset',
  subject: `Your ${portal.name} password`,
  text: `You can’t reset your password online right now. Please call your ${words(terms.office)}: ${support.officePhone}`,
});

/** Something new is there: not a word about what (`notifications.new-information`). */
export const newInformationLetter = ({ portal }: PortalPolicy): Letter => ({
  kind: 'new-information',
  subject: `New in ${portal.name}`,
  text: `You have new information in ${portal.name}. Sign in to see it.`,
});

/**
 * Somebody may open a patient's record (`proxy.friends-and-family`). By the given name those who were
 * meant know whose, and nobody else does: the address may be a wrong one.
 */
export const invitationLetter = (
  { portal }: PortalPolicy,
  { givenName }: PatientRecord,
  { token, worksThrough }: { readonly token: string; readonly worksThrough: string },
): Letter => ({
  kind: 'invitation',
  subject: `${givenName} invites you to ${portal.name}`,
  text: `${givenName} would like to share a record with you in ${portal.name}. Sign in with your own account, open this link by ${dayWords(worksThrough)} and enter the date of birth of the person whose record it is. The link works once.\n\n${invitationLinkPrefix}${token}\n\nIf you don’t know this person, you can ignore this email.`,
});

/** Somebody can open the record now who could not before: a patient who knows nothing of it can act. */
export const accessGivenLetter = ({ portal, terms, support }: PortalPolicy): Letter => ({
  kind: 'access-given',
  subject: `Someone can now open your ${portal.name} record`,
  text: `Someone can now open your record in ${portal.name}. Sign in to see who. If you didn’t agree to this, please call your ${words(terms.office)}: ${support.officePhone}`,
});

/** What of a sign-in can change, and how it is told. */
const signInChanges = {
  password: ['Your password was changed', 'You may need to sign in again on your other devices.'],
  'one-time-password': [
    'Your password was reset',
    'We gave out a one-time password. Your old password no longer works, and we signed you out everywhere. Sign in with the one-time password, then choose your own.',
  ],
  'passkey-added': ['A passkey was added', 'Anyone who has it can sign in without your password.'],
  'passkey-removed': ['A passkey was removed', 'It no longer works for signing in.'],
  'app-added': [
    'An authenticator app was added',
    'You now need a code from it after your password.',
  ],
  'app-removed': ['Your authenticator app was removed', 'You now sign in with just your password.'],
  'security-question': [
    'Your security question was changed',
    'We’ll ask the new one if you forget your password.',
  ],
  'recovery-code-used': [
    'A recovery code was used',
    'Someone signed in with your password and this code. It no longer works.',
  ],
  'recovery-codes': ['New recovery codes were made', 'Your old codes no longer work.'],
} as const;
export type SignInChange = keyof typeof signInChanges;

/** How one signs in has changed. Somebody else may have done it: the one whose account it is can act. */
const signInChangedLetter = (policy: PortalPolicy, change: SignInChange): Letter => {
  const [what, meaning] = signInChanges[change];
  return {
    kind: 'sign-in-changed',
    subject: `${what} in ${policy.portal.name}`,
    text: `${what} in your ${policy.portal.name} account. ${meaning} ${ifNotYou(policy)}`,
  };
};

/** Another address is on file: told to the one before, which hears of nothing else from now on. */
const emailChangedLetter = (policy: PortalPolicy): Letter => ({
  kind: 'email-changed',
  subject: `Your ${policy.portal.name} email address was changed`,
  text: `The email address on your ${policy.portal.name} account was changed. We’ll no longer write to this one. ${ifNotYou(policy)}`,
});

/** The same to the new address, so that it is known to work. */
const newEmailLetter = (policy: PortalPolicy): Letter => ({
  kind: 'email-changed',
  subject: `Your new ${policy.portal.name} email address`,
  text: `From now on, we’ll write to this address about your ${policy.portal.name} account. ${ifNotYou(policy)}`,
});

const ifNotYou = ({ terms, support }: PortalPolicy): string =>
  `If this wasn’t you, please call your ${words(terms.office)}: ${support.officePhone}`;

/** What a letter about a change is sent with. */
interface Sending {
  readonly tables: Tables;
  readonly policy: PortalPolicy;
  readonly now: number;
}

/** Tells somebody by e-mail that the way they sign in has changed. */
export const tellOfSignInChange = (
  { tables, policy, now }: Sending,
  account: AccountRecord,
  change: SignInChange,
): void => {
  sendEmail(tables, account, signInChangedLetter(policy, change), now);
};

/**
 * Tells somebody, at the address before and at the new one, that the address is another one.
 * @param before the account as it was
 */
export const tellOfEmailChange = (
  { tables, policy, now }: Sending,
  before: AccountRecord,
  email: string,
): void => {
  sendEmail(tables, before, emailChangedLetter(policy), now);
  sendEmail(tables, { ...before, email }, newEmailLetter(policy), now);
};

/**
 * Tells a patient by e-mail that there is something new to see, if the policy has it so.
 * @param patientId whose record it is in
 */
export const notifyOfNewInformation = (
  tables: Tables,
  patientId: string,
  policy: PortalPolicy,
  now: number,
): void => {
  if (!policy.notifications.newInformation) return;
  for (const account of tables.accounts.by('patientId', patientId)) {
    sendEmail(tables, account, newInformationLetter(policy), now);
  }
};
