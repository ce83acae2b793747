import { html, type TemplateResult } from 'lit';
import type { Tone } from './note.js';

/** A word or two of state beside a name. Without a tone it is plain: for what is usual. */
export const chipView = (words: string | TemplateResult, tone?: Tone): TemplateResult =>
  html`<span class="pw-chip ${tone ? `pw-${tone}` : ''}">${words}</span>`;
