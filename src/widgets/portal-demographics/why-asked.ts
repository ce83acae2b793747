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
      ${msg(str`${state} requires hospitals to ask every patient. At ${organization} the answers have four uses:`)}
    </p>
    <ul>
      <li>${msg('to see which illnesses are more common in some groups of people,')}</li>
      <li>${msg('to find health risks early,')}</li>
      <li>${msg('to learn what different groups of patients need,')}</li>
      <li>${msg('and to check that everybody gets care of the same quality.')}</li>
    </ul>
    <p>
      ${msg('You do not have to say. If you would rather not, tell us that: it is an answer, too.')}
      ${href ? html`<a href=${href}>${msg('More about this question')}</a>` : nothing}
    </p>
  `;
};
