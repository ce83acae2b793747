import { html, LitElement, nothing } from 'lit';
import {
  brandProperties,
  brandSheet,
  presets,
  standsAsItIs,
  type Brand,
} from '../../demo/portal/brand.js';
import { medRenewalFixtures } from '../fixtures/med-renewal.fixtures.js';
import { portalLoginFixtures } from '../fixtures/portal-login.fixtures.js';
import { testResultsFixtures } from '../fixtures/test-results.fixtures.js';
import { setScene, type Scene } from '../scene.js';
import { guideStyles } from './guide-styles.js';

const shown = [portalLoginFixtures.Fresh, testResultsFixtures.Panel, medRenewalFixtures.Many];

const fonts: Readonly<Record<string, string>> = {
  'system-ui, sans-serif': 'System font',
  'Verdana, Geneva, sans-serif': 'Verdana',
  'Georgia, serif': 'Georgia',
  "'Trebuchet MS', sans-serif": 'Trebuchet',
};

const hospitals: Readonly<Record<string, string>> = {
  riverbend: 'Riverbend Health',
  lakeside: 'Lakeside Clinics',
  stmary: 'Cedar Hill Hospital',
};

/**
 * Two colors, a font and a radius; a few elements that follow; the style sheet to take along.
 * @element brand-workshop
 */
export class BrandWorkshop extends LitElement {
  static override properties = { brand: { state: true }, scenes: { state: true } };

  static override styles = guideStyles;

  private brand: Brand = {
    main: '#0c5360',
    heading: '#0c5360',
    font: 'system-ui, sans-serif',
    radius: '6px',
  };

  private scenes: readonly Scene[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#setScenes();
  }

  protected override updated(): void {
    const preview = this.renderRoot.querySelector<HTMLElement>('.panes');
    for (const [name, value] of Object.entries(brandProperties(this.brand))) {
      preview?.style.setProperty(name, value);
    }
  }

  protected override render() {
    const { main, heading, font, radius } = this.brand;
    return html`
      <form @input=${this.#onInput}>
        <label
          >Start with
          <select name="preset">
            ${Object.entries(hospitals).map(
              ([value, name]) => html`<option value=${value}>${name}</option>`,
            )}
          </select></label
        >
        <label>Main color <input type="color" name="main" .value=${main} /></label>
        <label>Headings <input type="color" name="heading" .value=${heading} /></label>
        <label
          >Font
          <select name="font">
            ${Object.entries(fonts).map(
              ([value, name]) =>
                html`<option value=${value} ?selected=${value === font}>${name}</option>`,
            )}
          </select></label
        >
        <label
          >Corners: ${radius}
          <input type="range" name="radius" min="0" max="20" .value=${String(parseInt(radius))} />
        </label>
      </form>
      <p role="status">
        ${
          standsAsItIs(this.brand)
            ? 'Your main color is easy to read in light and in dark.'
            : 'Your main color is made a little darker or lighter, so that it’s easy to read.'
        }
      </p>
      <div class="panes">
        ${
          this.scenes.length > 0
            ? this.scenes.map(({ page }) => html`<div class="pane">${page}</div>`)
            : nothing
        }
      </div>
      <h3>Style sheet to copy</h3>
      <pre tabindex="0" aria-label="Style sheet to copy">${brandSheet(this.brand)}</pre>
    `;
  }

  async #setScenes(): Promise<void> {
    this.scenes = await Promise.all(shown.map((fixture) => setScene(fixture)));
    await this.updateComplete;
    await Promise.all(this.scenes.map(({ reach }) => reach()));
  }

  #onInput({ target }: Event): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const { name, value } = target;
    this.brand =
      name === 'preset'
        ? (presets[value] ?? this.brand)
        : { ...this.brand, [name]: name === 'radius' ? `${value}px` : value };
  }
}

customElements.define('brand-workshop', BrandWorkshop);
