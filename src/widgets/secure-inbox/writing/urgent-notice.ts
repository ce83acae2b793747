import { html, nothing } from 'lit';
import { msg } from '../../../locales/localize.js';
import type { PortalContext } from '../../../session/portal-context.js';
import { faqLink } from '../../../ui/format.js';
import { localized } from '../../../ui/words/policy-words.js';
import { callLink } from '../../../ui/next-step.js';

/** Before anything is written: nobody waits here in an emergency (`messages.not-urgent`). */
export const urgentNotice = ({ policy, locale, faqHref }: PortalContext) => {
  const { emergencyNumber, urgentContact } = policy.messages;
  const href = faqLink(faqHref, 'messages.not-urgent');
  return html`
    <div class="pw-note pw-warning" part="urgent">
      <p>
        <strong>${msg('Messages aren’t for emergencies.')}</strong>
        ${msg('In an emergency, call')} ${callLink(emergencyNumber)}.
        ${msg('If it’s urgent but not an emergency, call')} ${localized(urgentContact, locale)}:
        ${callLink(policy.support.officePhone)}.
        ${href ? html`<a href=${href}>${msg('Why?')}</a>` : nothing}
      </p>
    </div>
  `;
};
