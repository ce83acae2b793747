import { msg, str } from '../../locales/localize.js';
import type { PortalPolicy } from '../../policy/portal-policy.js';

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
  const name = sender.name === '' ? blank : sender.name;
  const birthDate = sender.birthDate === '' ? blank : sender.birthDate;
  const lines = support.identify
    ? [msg(str`Full name: ${name}`), msg(str`Date of birth: ${birthDate}`), '', '']
    : [];
  const parts = [
    ['subject', msg(str`Question about ${portal.name}`)],
    ['body', lines.join('\r\n')],
  ];
  const query = parts
    .filter(([, words]) => words !== '')
    .map(([part = '', words = '']) => `${part}=${encodeURIComponent(words)}`);
  return `mailto:${support.email}?${query.join('&')}`;
};
