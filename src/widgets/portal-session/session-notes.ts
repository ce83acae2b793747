import { html, nothing, type LitElement } from 'lit';
import { msg, str } from '../../locales/localize.js';
import type { SessionState } from '../../session/session-state.js';
import { noteView } from '../../ui/note.js';
import { unansweredWords } from '../../ui/words/unanswered-words.js';

/**
 * What a page has to say of its session: that a sign-out has no answer yet, and that somebody else has signed in
 * elsewhere in this browser.
 */
export class SessionNotes {
  readonly #host: LitElement;
  /** Id of the account of who was signed in last, and has not signed out. */
  #account: string | undefined;
  /** Name of who has signed in since. */
  #replacedBy: string | undefined;
  #isUnanswered = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** @param state undefined: another element of the page tells it */
  follow(state: SessionState | undefined): void {
    this.#isUnanswered = state?.status === 'signed-out' && state.leaving === 'unanswered';
    if (state?.status === 'signed-in') {
      const { id, displayName } = state.account;
      if (id !== this.#account) this.#replacedBy = this.#account && displayName;
      this.#account = id;
    } else {
      this.#replacedBy = undefined;
      if (state?.status !== 'starting') this.#account = undefined;
    }
    this.#host.requestUpdate();
  }

  view() {
    const name = this.#replacedBy;
    return html`
      ${this.#isUnanswered ? noteView({ ...unansweredWords(), tone: 'danger' }) : nothing}
      ${
        name === undefined
          ? nothing
          : noteView({
              heading: msg(str`${name} is now signed in.`),
              text: msg(
                'They signed in from another window of this browser. What you typed here wasn’t sent.',
              ),
              tone: 'danger',
            })
      }
    `;
  }
}
