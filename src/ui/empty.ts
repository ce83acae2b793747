import { html, nothing, type TemplateResult } from 'lit';
import { iconView } from './icon.js';

/**
 * That there is nothing here, in one sentence, and what one can do about it.
 * @param icon one of `generated/icons.ts`
 */
export const emptyView = (
  icon: string,
  words: string,
  action?: TemplateResult,
): TemplateResult => html`
  <div class="pw-empty" part="empty">
    <p>${iconView(icon)}</p>
    <p>${words}</p>
    ${action ?? nothing}
  </div>
`;
