import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { PolicyError } from '../src/policy/policy-error.js';
import type { Locale } from '../src/locales/localization.js';
import type { SimulatedPortal } from './simulated-portal.js';
import { fillInSignIn } from './fill-in-sign-in.js';
import { styles } from './demo-controls.styles.js';

const presets = [
  { id: 'mychart', label: 'MyChart' },
  { id: 'mycooper', label: 'myCooper' },
];

const languages: readonly { locale: Locale; label: string }[] = [
  { locale: 'en', label: 'English' },
  { locale: 'es', label: 'Spanish' },
];

/** The bar above the hospital's pages: whom to try, by which policy, in which language. */
export class DemoControls extends LitElement {
  static override styles = styles;

  /** Undefined until the simulated backend has started. */
  @property({ attribute: false }) portal: SimulatedPortal | undefined;
  /** Why the demo cannot run here. */
  @property({ attribute: false }) problem: string | undefined;

  /** What is wrong with the policy file that was chosen. */
  @state() private mistakes: readonly string[] = [];
  @state() private hint = '';

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('portal')) this.portal?.subscribe(() => this.requestUpdate());
  }

  protected override render() {
    const { portal, problem } = this;
    return html`
      <aside aria-label="Demo controls">
        ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
        ${
          portal
            ? html`<details>
                <summary>Demo controls · policy: ${portal.policy.portal.name}</summary>
                <div class="content">
                  ${this.#renderPeople(portal)}
                  <div>${this.#renderPolicies(portal)}</div>
                  <div>${this.#renderLanguages(portal)} ${this.#renderStartOver(portal)}</div>
                </div>
              </details>`
            : nothing
        }
      </aside>
    `;
  }

  #renderPeople({ people, password, newcomer }: SimulatedPortal) {
    return html`<div>
      <h2>People to try</h2>
      <p>Password of all: <code>${password}</code></p>
      <ul class="people">
        ${people.map(
          ({ username, name, about }) =>
            html`<li>
              <button type="button" @click=${() => this.#fillIn(username)}>${username}</button>
              <span>${name}: ${about}</span>
            </li>`,
        )}
      </ul>
      ${
        newcomer
          ? html`<p>
              To sign up: ${newcomer.name} has the code
              <code>${newcomer.code}</code>, and was born on
              ${new Date(newcomer.birthDate).toLocaleDateString('en-US', {
                dateStyle: 'long',
                timeZone: 'UTC',
              })}.
            </p>`
          : nothing
      }
      <p role="status">${this.hint}</p>
    </div>`;
  }

  #renderPolicies(portal: SimulatedPortal) {
    const own = presets.every(({ id }) => id !== portal.policy.id);
    return html`<fieldset>
        <legend>The hospital's policy</legend>
        ${presets.map(
          ({ id, label }) =>
            html`<label>
              <input
                type="radio"
                name="policy"
                .checked=${portal.policy.id === id}
                @change=${() => this.#usePolicy(id)}
              />
              ${label}
            </label>`,
        )}
        ${
          own
            ? html`<label>
                <input type="radio" name="policy" .checked=${true} />
                ${portal.policy.portal.name} (your file)
              </label>`
            : nothing
        }
        <label class="file">
          Your own, a JSON file:
          <input type="file" accept=".json,application/json" @change=${this.#onFile} />
        </label>
      </fieldset>
      <div role="alert">
        ${
          this.mistakes.length > 0
            ? html`<p>This file cannot be used:</p>
                <ul class="mistakes">
                  ${this.mistakes.map((mistake) => html`<li>${mistake}</li>`)}
                </ul>`
            : nothing
        }
      </div>`;
  }

  #renderLanguages(portal: SimulatedPortal) {
    return html`<fieldset>
      <legend>Language of the portal</legend>
      ${languages.map(
        ({ locale, label }) =>
          html`<label>
            <input
              type="radio"
              name="locale"
              .checked=${portal.locale === locale}
              @change=${() => portal.useLocale(locale)}
            />
            ${label}
          </label>`,
      )}
    </fieldset>`;
  }

  #renderStartOver(portal: SimulatedPortal) {
    return html`<h2>Data</h2>
      <button type="button" @click=${() => portal.startOver()}>Start over</button>
      <p>Signs out, unlocks, and brings the first data back.</p>`;
  }

  #fillIn(username: string): void {
    const filledIn = fillInSignIn(username, this.portal?.password ?? '');
    this.hint = filledIn ? '' : 'There is no sign-in form here now: sign out, or go to Home.';
  }

  async #usePolicy(source: string | object): Promise<void> {
    try {
      await this.portal?.usePolicy(source);
      this.mistakes = [];
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      this.mistakes = error.mistakes.map(
        ({ path, expected }) => `${path || 'policy'}: expected ${expected}`,
      );
    }
  }

  async #onFile(event: Event): Promise<void> {
    const input = event.currentTarget as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    const content = parsed(await file.text());
    if (content) await this.#usePolicy(content);
    else this.mistakes = ['It holds no JSON object.'];
    input.value = ''; // so that the same file, put right, can be chosen again
  }
}

const parsed = (text: string): object | undefined => {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null ? content : undefined;
  } catch {
    return undefined;
  }
};

customElements.define('demo-controls', DemoControls);

declare global {
  interface HTMLElementTagNameMap {
    'demo-controls': DemoControls;
  }
}
