import { html, LitElement, nothing } from 'lit';
import type { Locale } from '../../src/locales/localization.js';
import type { SimulatedPortal } from './simulated-portal.js';
import { fillInSignIn } from './fill-in-sign-in.js';
import { styles } from './demo-controls.styles.js';

const languages: readonly { locale: Locale; label: string }[] = [
  { locale: 'en', label: 'English' },
  { locale: 'es', label: 'Spanish' },
];

/** The bar above the hospital's pages: whom to try, in which language, and the way to the staff side. */
export class DemoControls extends LitElement {
  static override properties = {
    portal: { attribute: false },
    problem: { attribute: false },
    hint: { state: true },
  };

  static override styles = styles;

  /** Undefined until the simulated backend has started. */
  portal: SimulatedPortal | undefined;
  /** Why the demo cannot run here. */
  problem: string | undefined;

  private hint = '';

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
                  ${this.#renderPeople(portal)} ${this.#renderLanguages(portal)}
                  ${this.#renderStaffSide()}
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

  #renderStaffSide() {
    return html`<div>
      <h2>The hospital’s side</h2>
      <p><slot></slot></p>
      <p>
        Issue codes, review results, read the e-mails that were sent, move the clock, change the
        policy, start over.
      </p>
    </div>`;
  }

  #fillIn(username: string): void {
    const filledIn = fillInSignIn(username, this.portal?.password ?? '');
    this.hint = filledIn ? '' : 'There is no sign-in form here now: sign out, or go to Home.';
  }
}

customElements.define('demo-controls', DemoControls);

declare global {
  interface HTMLElementTagNameMap {
    'demo-controls': DemoControls;
  }
}
