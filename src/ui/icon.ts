import { html, type TemplateResult } from 'lit';

/**
 * An icon beside words that say the same: no screen reader hears it.
 * @param data one of `generated/icons.ts`
 */
export const iconView = (data: string): TemplateResult =>
  html`<svg class="pw-icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${data} /></svg>`;
