import { resetLinkPrefix } from '../src/contract/reset-link.js';
import type { LocalizedText, PortalPolicy } from '../src/policy/portal-policy.js';
import type { AccountRecord } from './db/records/index.js';
import type { Tables } from './db/tables.js';
import { randomToken } from './random.js';

/** What an e-mail says. */
interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** Puts an e-mail into the outbox. Without an address on file nothing is sent. */
export const sendEmail = (
  tables: Tables,
  { id: accountId, email: to }: AccountRecord,
  letter: Letter,
  now: number,
): void => {
  if (to !== null) tables.emails.put({ id: randomToken(), accountId, to, ...letter, sentAt: now });
};

const words = ({ en }: LocalizedText): string => en;

/** The username, which no page shows (`username.recovery`). */
export const usernameLetter = ({ portal, terms }: PortalPolicy, username: string): Letter => ({
  subject: `Your ${portal.name} ${words(terms.username)}`,
  text: `You asked for your ${words(terms.username)}. It is: ${username}`,
});

/** The link to a new password (`password.self-reset`). */
export const resetLetter = ({ portal, password }: PortalPolicy, token: string): Letter => ({
  subject: `Set a new ${portal.name} password`,
  text: `Open this link within ${password.resetLinkMinutes} minutes to set a new password. It works once.\n\n${resetLinkPrefix}${token}\n\nIf you did not ask for it, there is nothing to do.`,
});

/** There is no link for this account: a person helps (`password.locked-reset`). */
export const noResetLetter = ({ portal, terms, support }: PortalPolicy): Letter => ({
  subject: `Your ${portal.name} password`,
  text: `Your password cannot be reset online now. Please call your ${words(terms.office)}: ${support.officePhone}`,
});

/** Something new is there: not a word about what (`notifications.new-information`). */
export const newInformationLetter = ({ portal }: PortalPolicy): Letter => ({
  subject: `New in ${portal.name}`,
  text: `There is something new in your ${portal.name} account. Sign in to see it.`,
});

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
