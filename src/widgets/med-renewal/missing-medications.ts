import { html, nothing } from 'lit';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { faqLink, localized } from '../../ui/format.js';
import { callLink } from '../../ui/call-link.js';

/** Why a medication may not be in the list (`medications.listed`). The same words for everybody. */
export const missingMedications = ({ policy, locale, faqHref }: PortalContext) => {
  const office = localized(policy.terms.office, locale);
  const href = faqLink(faqHref, 'medications.listed');
  return html`
    <p>
      ${msg(
        'A medication from somewhere else shows here only when one of our doctors has written it into the record. So does what you buy without a prescription.',
      )}
    </p>
    <p>
      ${msg(str`Tell your doctor at your next visit what else you take, or call your ${office}:`)}
      ${callLink(policy.support.officePhone)}
    </p>
    ${href ? html`<p><a href=${href}>${msg('Why?')}</a></p>` : nothing}
  `;
};
