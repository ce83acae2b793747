import { html, nothing } from 'lit';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { faqLink } from '../../ui/format.js';

/** Why race and ethnicity are asked, and what the answers are good for (`demographics.race-ethnicity`). */
export const whyAsked = (state: string, { policy, faqHref }: PortalContext) => {
  const href = faqLink(faqHref, 'demographics.race-ethnicity');
  const { organization } = policy.portal;
  return html`
    <p>
      ${msg(str`${state} requires hospitals to ask every patient. At ${organization}, your answer helps us:`)}
    </p>
    <ul>
      <li>${msg('see which illnesses are more common in some groups')}</li>
      <li>${msg('find health risks early')}</li>
      <li>${msg('learn what different groups of patients need')}</li>
      <li>${msg('make sure everyone gets the same quality of care')}</li>
    </ul>
    <p>
      ${msg('You don’t have to answer. You can also tell us you’d rather not say.')}
      ${href ? html`<a href=${href}>${msg('More about this question')}</a>` : nothing}
    </p>
  `;
};
