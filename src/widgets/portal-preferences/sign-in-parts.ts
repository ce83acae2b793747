import { css, type ReactiveController } from 'lit';
import { adoptStyles } from '../../ui/styles/adopt-styles.js';
import { lightStyles } from '../../ui/styles/base-styles.js';
import { accountOf } from './account-of.js';
import { AuthenticatorApp } from './authenticator-app.js';
import { PasskeyList } from './passkey-list.js';
import type { PartHost, PartPage } from './sign-in-part.js';

/** Passkeys and the second step, fetched when somebody opens them. */
export class SignInParts implements ReactiveController {
  readonly #host: PartHost;
  readonly #passkeys: PasskeyList;
  readonly #app: AuthenticatorApp;
  #account: string | undefined;

  constructor(host: PartHost) {
    const { element, id } = host;
    adoptStyles(element, lightStyles(element.localName, styles));
    this.#passkeys = new PasskeyList({ ...host, id: `${id}-passkeys` });
    this.#app = new AuthenticatorApp({ ...host, id: `${id}-app` });
    this.#host = host;
    element.addController(this);
  }

  /** What somebody has begun is nobody else's. */
  hostUpdate(): void {
    const account = accountOf(this.#host.session);
    if (account === this.#account) return;
    this.#account = account;
    this.forget();
  }

  get isChanged(): boolean {
    return this.#app.isChanged;
  }

  forget(): void {
    this.#passkeys.forget();
    this.#app.forget();
  }

  render({ context, headingLevel }: PartPage) {
    const page = { context, headingLevel: Math.min(4, headingLevel + 1) };
    return [this.#passkeys.render(page), this.#app.render(page)];
  }
}

const styles = css`
  .pw-part {
    margin: 0 0 var(--_s5);
  }
  .pw-passkeys,
  .pw-codes {
    max-width: var(--_measure);
    margin: 0 0 var(--_s4);
    padding: 0;
    list-style: none;
  }
  .pw-passkeys li {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2) var(--_s4);
    align-items: center;
    justify-content: space-between;
    padding: var(--_s3) 0;
    border-bottom: 1px solid var(--_divider);
    overflow-wrap: anywhere;
  }
  .pw-passkeys .pw-muted {
    display: block;
  }
  .pw-codes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(13em, 1fr));
    gap: var(--_s1) var(--_s5);
    padding: var(--_s3) var(--_s4);
    border: 1px solid var(--_card-border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  .pw-codes,
  .pw-secret {
    font-family: ui-monospace, monospace;
    font-variant-ligatures: none;
  }
  .pw-secret {
    display: block;
    overflow-wrap: anywhere;
  }
  .pw-qr-code {
    display: block;
    width: 220px;
    max-width: 100%;
    margin: 0 0 var(--_s4);
    background: #fff;
    fill: #000;
    forced-color-adjust: none;
  }
`;
