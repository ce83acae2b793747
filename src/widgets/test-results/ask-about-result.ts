import { html, nothing, type LitElement } from 'lit';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { localized } from '../../ui/words/policy-words.js';
import { callLink } from '../../ui/next-step.js';
import { noteView } from '../../ui/note.js';
import { messageAboutPrefix, PortalMessageStartEvent } from '../../reading/message-start.events.js';

/** The way from a result to a message about it, whatever the host's page has for that. */
export class AskAboutResult {
  readonly #host: LitElement;
  /** The result that nobody on the page took a question about. */
  #untaken: string | undefined;

  constructor(host: LitElement) {
    this.#host = host;
  }

  /** @param messagesHref page of the host where messages are written; null: it has named none */
  render(
    subjectId: string,
    resultId: string,
    messagesHref: string | null,
    { policy, locale }: PortalContext,
  ) {
    const words = msg('Ask about this result');
    const start = () => this.#host.dispatchEvent(new PortalMessageStartEvent(subjectId, resultId));
    if (messagesHref !== null) {
      return html`<a
        part="ask"
        href=${`${messagesHref}${messageAboutPrefix}${resultId}`}
        @click=${(event: Event) => {
          if (!start()) event.preventDefault(); // an inbox on this page has taken it
        }}
        >${words}</a
      >`;
    }
    const onClick = () => {
      this.#untaken = start() ? resultId : undefined;
      this.#host.requestUpdate();
    };
    const office = localized(policy.terms.office, locale);
    return html`
      <button part="ask" type="button" @click=${onClick}>${words}</button>
      ${
        this.#untaken === resultId
          ? html`<div role="status">
              ${noteView({
                heading: msg('You can’t send messages from this page.'),
                text: html`${msg(str`To ask about this result, call your ${office}:`)}
                ${callLink(policy.support.officePhone)}`,
              })}
            </div>`
          : nothing
      }
    `;
  }
}
