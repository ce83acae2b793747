import { Task, TaskStatus } from '@lit/task';
import { css, html, nothing, type LitElement, type ReactiveController } from 'lit';
import { RefusedError } from '../../client/portal-errors.js';
import type { AuditEvent, searchAuditEvents as contract } from '../../contract/audit.js';
import type { OutputOf } from '../../contract/endpoint.js';
import { searchAuditEvents } from '../../contract/generated/audit.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { failureNote } from '../../ui/failure-note.js';
import { formatNumber } from '../../ui/format.js';
import { familyRefusals } from '../../ui/refusals/family-refusals.js';
import { refusalView } from '../../ui/refusals/refusal-note.js';
import { addStyles } from '../../ui/on-demand.js';
import { auditWords } from './audit-words.js';

const styles = css`
  .event {
    display: grid;
    grid-template-columns: minmax(10em, 14em) 1fr;
    gap: 0 1.5em;
  }
  @media (width < 40em) {
    .event {
      grid-template-columns: 1fr;
    }
  }
`;

const pageSize = 20;

type Page = OutputOf<typeof contract>;

/** What somebody reads of the activity in a record. Replaced as a whole with the record. */
interface Reading {
  readonly key: string;
  readonly cursor: string | null;
  readonly pages: readonly Page[];
}

/** Who has looked at the record or done something in it, and when: page by page, latest first. */
export class ActivityList implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #page;
  #reading: Reading = { key: '', cursor: null, pages: [] };
  #focusNext: string | undefined;

  constructor(host: LitElement, session: SessionController) {
    this.#host = host;
    this.#session = session;
    addStyles(host, styles);
    host.addController(this); // before the task, whose arguments depend on it
    this.#page = new Task(host, {
      args: () =>
        [
          session.context?.client,
          session.subject?.id,
          this.#reading.key,
          this.#reading.cursor,
        ] as const,
      task: async ([client, subject, key, cursor], { signal }) => {
        if (!client || !subject) return;
        const page = await client.call(
          searchAuditEvents,
          { params: { subject }, body: { limit: pageSize, cursor } },
          { signal },
        );
        // The record may have changed a moment ago.
        if (key !== this.#reading.key || cursor !== this.#reading.cursor) return;
        this.#reading = { ...this.#reading, pages: [...this.#reading.pages, page] };
        if (cursor !== null) this.#focusNext = page.events[0]?.id;
      },
    });
  }

  hostUpdate(): void {
    const { state } = this.#session;
    const key = state.status === 'signed-in' ? `${state.account.id} ${state.subject.id}` : '';
    if (key !== this.#reading.key) this.#reading = { key, cursor: null, pages: [] };
  }

  hostUpdated(): void {
    if (this.#focusNext === undefined) return;
    this.#host.renderRoot.querySelector<HTMLElement>(`#event-${this.#focusNext}`)?.focus();
    this.#focusNext = undefined;
  }

  render(context: PortalContext) {
    const { pages } = this.#reading;
    const { status, error } = this.#page;
    const events = pages.flatMap((page) => page.events);
    return html`
      <p role="status">${this.#countWords(events.length, context.locale)}</p>
      <ul>
        ${events.map((event) => this.#renderEvent(event, context))}
      </ul>
      ${status === TaskStatus.ERROR ? this.#renderError(error, context) : nothing}
      ${
        pages.at(-1)?.nextCursor
          ? html`<button
              part="more"
              type="button"
              aria-disabled=${String(status === TaskStatus.PENDING)}
              @click=${this.#onMore}
            >
              ${status === TaskStatus.PENDING ? msg('Loading…') : msg('Show earlier activity')}
            </button>`
          : nothing
      }
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
        <time class="muted" datetime=${at}>${time}</time>
        <span><strong>${this.#actorWords(actor)}</strong> ${auditWords(action)}</span>
      </li>
    `;
  }

  #actorWords({ kind, name }: AuditEvent['actor']): string {
    switch (kind) {
      case 'patient':
        return this.#session.subject?.relationship === 'self' ? msg('You:') : `${name}:`;
      case 'proxy':
        return msg(str`${name}, who has access:`);
      case 'staff':
        return msg(str`${name}, staff:`);
    }
  }

  #countWords(shown: number, locale: string): string {
    const [first] = this.#reading.pages;
    if (!first) return this.#page.status === TaskStatus.ERROR ? '' : msg('Loading…');
    if (first.total === 0) return msg('Nothing has been done in this record yet.');
    return msg(str`Showing ${formatNumber(shown, locale)} of ${formatNumber(first.total, locale)}`);
  }

  #renderError(error: unknown, context: PortalContext) {
    return error instanceof RefusedError
      ? refusalView(familyRefusals)(
          { rule: error.rule, case: error.case, next: error.next, allowed: false },
          context,
          {},
        )
      : failureNote(error, () => void this.#page.run());
  }

  readonly #onMore = () => {
    if (this.#page.status === TaskStatus.PENDING) return;
    const cursor = this.#reading.pages.at(-1)?.nextCursor ?? null;
    if (this.#page.status === TaskStatus.ERROR && cursor === this.#reading.cursor) {
      void this.#page.run();
      return;
    }
    this.#reading = { ...this.#reading, cursor };
    this.#host.requestUpdate();
  };
}
