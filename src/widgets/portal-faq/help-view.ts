import { html, nothing } from 'lit';
import { msg, str } from '../../locales/localize.js';
import { localized } from '../../ui/words/policy-words.js';
import { callLink } from '../../ui/next-step.js';
import type { PolicyContext } from '../../session/policy-controller.js';

/** How a person can be asked from here. */
export interface WayToHelp {
  /** Page with contacts; undefined: a `<portal-help>` on the page, or the host, answers. */
  readonly helpHref: string | undefined;
  /** Where a person was asked for and there is no way to one but the phone: the entry, null for none. */
  readonly helpless: string | null | undefined;
  readonly context: PolicyContext | undefined;
  readonly onHelp: (event: Event) => void;
}

/**
 * The way to a person, for whom no answer has helped.
 * @param entry id of the answer that it stands below; null: of none
 */
export const helpView = (
  entry: string | null,
  { helpHref, helpless, context, onHelp }: WayToHelp,
) => {
  const words = msg('Ask a person');
  return html`
    <p part="help">
      ${entry === null ? nothing : html`<span>${msg('Still need help?')}</span>`}
      ${
        helpHref === undefined
          ? html`<button type="button" data-entry=${entry ?? ''} @click=${onHelp}>${words}</button>`
          : html`<a href=${helpHref} data-entry=${entry ?? ''} @click=${onHelp}>${words}</a>`
      }
      ${
        helpless === entry && context
          ? html`<span role="status"
              >${msg(str`Call your ${localized(context.policy.terms.office, context.locale)}:`)}
              ${callLink(context.policy.support.officePhone)}</span
            >`
          : nothing
      }
    </p>
  `;
};
