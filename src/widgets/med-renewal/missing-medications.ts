import { html, nothing } from 'lit';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { faqLink } from '../../ui/format.js';
import { localized } from '../../ui/words/policy-words.js';
import { callLink } from '../../ui/call-link.js';

/** Why a medication may not be in the list (`medications.listed`). The same words for everybody. */
export const missingMedications = ({ policy, locale, faqHref }: PortalContext) => {
  const office = localized(policy.terms.office, locale);
  const href = faqLink(faqHref, 'medications.listed');
  return html`
    <p>
      ${msg(
        'Medications from elsewhere show here once one of our doctors adds them to the record. So do ones you buy without a prescription.',
      )}
    </p>
    <p>
      ${msg(str`At your next appointment, tell your doctor what else you take. Or call your ${office}:`)}
      ${callLink(policy.support.officePhone)}
    </p>
    ${href ? html`<p><a href=${href}>${msg('Why?')}</a></p>` : nothing}
  `;
};
