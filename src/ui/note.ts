/**
 * Parts of pages that only need Lit: views, styles, the words of refusals. What comes in is told everything that it
 * shows; it asks nobody.
 */
import { msg } from '../locales/localize.js';
import { html, nothing, type TemplateResult } from 'lit';

/** How grave it is; the styles give each its colours. */
export type Tone = 'info' | 'success' | 'warning' | 'danger' | 'emergency';

export interface Note {
  readonly heading: string;
  readonly text?: string | TemplateResult;
  /** What to do now, best first. */
  readonly steps?: readonly TemplateResult[];
  /** The answer in the FAQ that explains it. */
  readonly faqHref?: string | null | undefined;
  /** `danger`: something went wrong or was refused, and is announced. */
  readonly tone?: Tone;
}

/** A note, with what to do next: no refusal is a dead end. It can take focus. */
export const noteView = ({ heading, text, steps = [], faqHref, tone }: Note) => html`
  <div
    class="pw-note pw-${tone ?? 'info'}"
    part="note"
    tabindex="-1"
    role=${tone === 'danger' ? 'alert' : nothing}
  >
    <p><strong>${heading}</strong></p>
    ${text ? html`<p>${text}</p>` : nothing} ${steps.map((step) => html`<p>${step}</p>`)}
    ${faqHref ? html`<p><a href=${faqHref}>${msg('Why?')}</a></p>` : nothing}
  </div>
`;
