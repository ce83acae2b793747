import { html, type TemplateResult } from 'lit';
import { msg } from '../locales/localize.js';

/**
 * Stands where something is awaited, and takes the room that it will have, so that nothing jumps.
 * @param rows how many lines or rows there will be
 * @param height of each, in CSS pixels; default: a line of text
 */
export const skeletonView = (rows: number, height = 16): TemplateResult => html`
  <div class="pw-skeleton" role="status" aria-busy="true">
    <span class="pw-visually-hidden">${msg('Loading…')}</span>
    ${Array<unknown>(rows).fill(html`<svg height=${height} width="100%" aria-hidden="true"></svg>`)}
  </div>
`;
