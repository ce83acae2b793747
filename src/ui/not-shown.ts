import { html, nothing } from 'lit';
import { msg, str } from '../locales/localize.js';
import type { PortalPolicy } from '../policy/portal-policy.js';
import { callLink } from './call-link.js';
import { localized } from './words/policy-words.js';

/** What the words of a record that is not whole are told with. */
interface NotShownContext {
  readonly policy: Pick<PortalPolicy, 'support' | 'terms'>;
  readonly locale: string;
}

/** That the source has entries which are not shown whole, and whom to ask; nothing where there are none. */
export const notShownNote = (count: number | undefined, context: NotShownContext) => {
  if (count === undefined) return nothing;
  return incompleteNote(
    count === 1
      ? msg('1 entry isn’t shown in full.')
      : msg(str`${count} entries aren’t shown in full.`),
    context,
  );
};

/** What cannot be shown, and whom to ask for it. */
export const incompleteNote = (words: string, { policy, locale }: NotShownContext) => {
  const office = localized(policy.terms.office, locale);
  return html`<p part="not-shown">
    ${words} ${msg(str`Ask your ${office}:`)} ${callLink(policy.support.officePhone)}
  </p>`;
};
