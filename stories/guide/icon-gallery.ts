import { css, html, LitElement } from 'lit';
import * as icons from '../../src/ui/generated/icons.js';
import { iconView } from '../../src/ui/icon.js';
import { guideStyles } from './guide-styles.js';

/**
 * Every icon that the elements use, by the name that the code has for it.
 * @element icon-gallery
 */
export class IconGallery extends LitElement {
  static override styles = [
    guideStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(130px, 1fr));
        gap: 12px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        padding: 12px;
        border: 1px solid color-mix(in srgb, currentcolor 20%, transparent);
        border-radius: 8px;
        text-align: center;
      }
      svg {
        display: block;
        width: 32px;
        height: 32px;
        margin: 0 auto 8px;
        fill: none;
        stroke: currentcolor;
        stroke-linecap: round;
        stroke-linejoin: round;
        stroke-width: 1.75;
      }
    `,
  ];

  protected override render() {
    return html`<ul>
      ${Object.entries(icons).map(
        ([name, data]) => html`<li>${iconView(data)}<code>${name}</code></li>`,
      )}
    </ul>`;
  }
}

customElements.define('icon-gallery', IconGallery);
