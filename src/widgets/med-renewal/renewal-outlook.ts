import { html, nothing } from 'lit';
import type { Medication } from '../../contract/record/medications.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { medicationRefusals } from '../../ui/refusals/medication-refusals.js';
import { refusalContent } from '../../ui/refusals/refusal-note.js';
import { renewalState } from './renewal-state.js';

/** The rule by which nothing in a record can be asked for: it is no reason of one medication. */
export const viewOnly = 'proxy.friends-and-family';

/**
 * What stands between a medication and its renewal: the last request, and why it cannot be asked for.
 * @param account name of who has signed in: "you"
 */
export const renewalOutlook = (
  medication: Medication,
  account: string,
  context: PortalContext,
) => html` ${renewalState(medication, account, context)} ${reason(medication, context)} `;

/** Nothing where it is told elsewhere: above the list, or with the request that waits. */
const reason = (medication: Medication, context: PortalContext) => {
  const { renewable, lastRenewal } = medication;
  if (renewable.allowed || renewable.rule === viewOnly) return undefined;
  const isWaiting = lastRenewal?.status === 'pending';
  if (renewable.rule === 'renewal.one-pending' && isWaiting) return undefined;
  const { heading, text, steps, faqHref } = refusalContent(medicationRefusals, renewable, context);
  return html`
    <details class="why-not" part="why-not">
      <summary>${heading} <span>${msg('Why?')}</span></summary>
      ${text ? html`<p>${text}</p>` : nothing} ${steps.map((step) => html`<p>${step}</p>`)}
      ${faqHref ? html`<p><a href=${faqHref}>${msg('Learn more')}</a></p>` : nothing}
    </details>
  `;
};
