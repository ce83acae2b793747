import { css, html, nothing, type LitElement } from 'lit';
import { RefusedError } from '../../client/portal-errors.js';
import type { AuditEvent } from '../../contract/family/audit.js';
import { searchAuditEvents } from '../../contract/generated/audit.js';
import { msg, str } from '../../locales/localize.js';
import { ListView } from '../../reading/list-view.js';
import { PagedReader } from '../../reading/paged-reader.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { failureNote } from '../../ui/failure-note.js';
import { familyRefusals } from '../../ui/refusals/family-refusals.js';
import { refusalView } from '../../ui/refusals/refusal-note.js';
import { addStyles } from '../../ui/lazy-part.js';
import { auditWords } from './audit-words.js';

const styles = css`
  .event {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14em), 1fr));
    gap: 0 var(--_s4);
    padding: var(--_s3) var(--_s4);
  }
`;

/** Who has looked at the record or done something in it, and when: page by page, latest first. */
export class ActivityList {
  readonly #session: SessionController;
  readonly #list: ListView<AuditEvent>;

  constructor(host: LitElement, session: SessionController) {
    this.#session = session;
    addStyles(host, styles);
    const reader = new PagedReader(host, session, {
      endpoint: searchAuditEvents,
      entriesOf: ({ events }) => events,
      query: {},
    });
    this.#list = new ListView(host, reader, {
      id: 'more-activity',
      moreWords: () => msg('Show earlier activity'),
      selectorOf: ({ id }) => `#event-${CSS.escape(id)}`,
    });
  }

  render(context: PortalContext) {
    const { entries } = this.#list.reader;
    const none = msg('No activity yet');
    return html`
      <p role="status" .textContent=${this.#list.countWords(context.locale, none)}></p>
      ${
        entries.length === 0
          ? nothing
          : html`<ul class="pw-rows">
              ${entries.map((event) => this.#renderEvent(event, context))}
            </ul>`
      }
      ${this.#list.renderMore((error, onRetry) =>
        error instanceof RefusedError
          ? refusalView(familyRefusals)(
              { rule: error.rule, case: error.case, next: error.next, allowed: false },
              context,
              {},
            )
          : failureNote(error, onRetry),
      )}
    `;
  }

  #renderEvent({ id, at, actor, action }: AuditEvent, { locale, policy }: PortalContext) {
    const time = new Date(at).toLocaleString(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: policy.timeZone,
    });
    return html`
      <li class="event" id="event-${id}" tabindex="-1">
        <time class="pw-muted" datetime=${at}>${time}</time>
        <span><strong>${this.#actorWords(actor)}</strong> ${auditWords(action)}</span>
      </li>
    `;
  }

  #actorWords({ kind, name }: AuditEvent['actor']): string {
    switch (kind) {
      case 'patient':
        return this.#session.subject?.relationship === 'self' ? msg('You:') : `${name}:`;
      case 'proxy':
        return msg(str`${name}, with access:`);
      case 'staff':
        return msg(str`${name}, staff:`);
    }
  }
}
