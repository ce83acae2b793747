import { msg, str } from '../../locales/localize.js';
import type { PortalPolicy } from '../../policy/portal-policy.js';
import { encodedText, mailHref } from '../../shape/contact-links.js';

/** Who writes, as far as they have said so. */
export interface Sender {
  readonly name: string;
  /** In words; empty: not said. */
  readonly birthDate: string;
}

/** What somebody fills in by hand. */
const blank = '__________';

/**
 * The address that opens an email to the support in the user's own program. Where the policy asks, it has
 * places for full name and date of birth (`support.identify`). Nothing of it is sent anywhere by itself.
 */
export const supportMail = ({ portal, support }: PortalPolicy, sender: Sender): string => {
  const { name, birthDate } = sender;
  const lines = [
    msg(str`Full name: ${name || blank}`),
    msg(str`Date of birth: ${birthDate || blank}`),
    '',
    '',
  ];
  const subject = encodedText(msg(str`Question about ${portal.name}`));
  const body = support.identify ? `&body=${encodedText(lines.join('\r\n'))}` : '';
  return `${mailHref(support.email)}?subject=${subject}${body}`;
};
