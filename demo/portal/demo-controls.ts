import { html, LitElement, nothing } from 'lit';
import type { Locale } from '../../src/locales/localization.js';
import type { NewcomerToTry } from './people-to-try.js';
import type { SimulatedPortal } from './simulated-portal.js';
import { fillInSignIn } from './fill-in-sign-in.js';
import { wordsIn } from './page-language.js';
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

  readonly #say = (english: string): string => wordsIn(this.portal?.locale ?? 'en', english);

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('portal')) this.portal?.subscribe(() => this.requestUpdate());
  }

  protected override render() {
    const { portal, problem } = this;
    const say = this.#say;
    return html`
      <aside aria-label=${say('Demo controls')}>
        ${problem ? html`<p class="problem" role="alert">${problem}</p>` : nothing}
        ${
          portal
            ? html`<details>
                <summary>
                  ${say('Demo controls')} · ${say('policy')}: ${portal.policy.portal.name}
                </summary>
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

  #renderPeople({ people, password, newcomer, locale }: SimulatedPortal) {
    const say = this.#say;
    return html`<div>
      <h2>${say('People to try')}</h2>
      <p>${say('Password for everyone:')} <code>${password}</code></p>
      <ul class="people">
        ${people.map(
          ({ username, name, about }) =>
            html`<li>
              <button type="button" @click=${() => this.#fillIn(username)}>${username}</button>
              <span>${name}: ${say(about)}</span>
            </li>`,
        )}
      </ul>
      ${newcomer ? newcomerView(newcomer, locale) : nothing}
      <p role="status">${this.hint}</p>
    </div>`;
  }

  #renderLanguages(portal: SimulatedPortal) {
    return html`<fieldset>
      <legend>${this.#say('Language of the portal')}</legend>
      ${languages.map(
        ({ locale, label }) =>
          html`<label>
            <input
              type="radio"
              name="locale"
              .checked=${portal.locale === locale}
              @change=${() => portal.useLocale(locale)}
            />
            ${this.#say(label)}
          </label>`,
      )}
    </fieldset>`;
  }

  #renderStaffSide() {
    return html`<div>
      <h2>${this.#say('The hospital’s side')}</h2>
      <p><slot></slot></p>
      <p>
        ${this.#say('Issue codes, review results, read sent emails, move the clock, change the policy, start over.')}
      </p>
    </div>`;
  }

  #fillIn(username: string): void {
    const filledIn = fillInSignIn(username, this.portal?.password ?? '');
    this.hint = filledIn
      ? ''
      : this.#say('There’s no sign-in form on this page. Sign out or go to Home.');
  }
}

/** Whom a visitor can sign up, and with what. */
const newcomerView = ({ name, code, birthDate }: NewcomerToTry, locale: Locale) => {
  const born = new Date(birthDate).toLocaleDateString(locale === 'es' ? 'es-US' : 'en-US', {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return locale === 'es'
    ? html`<p>
        Para registrarse: ${name} tiene el código <code>${code}</code> y nació el ${born}.
      </p>`
    : html`<p>To sign up: ${name} has the code <code>${code}</code> and was born ${born}.</p>`;
};

customElements.define('demo-controls', DemoControls);

declare global {
  interface HTMLElementTagNameMap {
    'demo-controls': DemoControls;
  }
}
