import { html, nothing } from 'lit';
import { msg } from '../../../locales/localize.js';
import type { PortalContext } from '../../../session/portal-context.js';
import { faqLink, localized } from '../../../ui/format.js';
import { callLink } from '../../../ui/next-step.js';

/** Before anything is written: nobody waits here in an emergency (`messages.not-urgent`). */
export const urgentNotice = ({ policy, locale, faqHref }: PortalContext) => {
  const { emergencyNumber, urgentContact } = policy.messages;
  const href = faqLink(faqHref, 'messages.not-urgent');
  return html`
    <div class="pw-note pw-danger" part="urgent">
      <p>
        <strong>${msg('Messages are not for emergencies.')}</strong>
        ${msg('In an emergency, call')} ${callLink(emergencyNumber)}.
      </p>
      <p>
        ${msg('If it cannot wait, call')} ${localized(urgentContact, locale)}:
        ${callLink(policy.support.officePhone)}.
        ${href ? html`<a href=${href}>${msg('Why?')}</a>` : nothing}
      </p>
    </div>
  `;
};
