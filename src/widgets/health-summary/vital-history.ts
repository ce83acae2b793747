import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { PortalError } from '../../client/portal-errors.js';
import { searchVitals } from '../../contract/generated/record.js';
import type { Vital } from '../../contract/record.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { failureNote } from '../../ui/failure-note.js';
import { loading } from '../on-demand.js';
import { measurementWords, takenWords } from './vital-words.js';

/** Earlier measurements of one kind, as far as they were read. */
interface Reading {
  readonly vitals: readonly Vital[];
  /** Null: there are no more. */
  readonly cursor: string | null | undefined;
  readonly busy: boolean;
  readonly error: unknown;
}

const nothingRead: Reading = { vitals: [], cursor: undefined, busy: false, error: undefined };

/**
 * Earlier measurements, read for each kind when somebody opens them, page by page. Gone with the record,
 * and what is under way is aborted then.
 */
export class VitalHistory implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  #subject: string | undefined;
  #readings = new Map<string, Reading>();
  #reading = new AbortController();

  constructor(host: LitElement, session: SessionController) {
    this.#host = host;
    this.#session = session;
    this.#subject = session.subject?.id;
    host.addController(this);
  }

  hostUpdate(): void {
    const subject = this.#session.subject?.id;
    if (subject === this.#subject) return;
    this.#subject = subject;
    this.#reading.abort();
    this.#reading = new AbortController();
    this.#readings = new Map();
  }

  hostDisconnected(): void {
    this.#reading.abort();
    this.#reading = new AbortController();
  }

  /** @param latest of the kind, which shows already */
  render(kind: string, latest: Vital, context: PortalContext) {
    if (!this.#readings.has(kind)) void this.#read(kind, context);
    const { vitals, cursor, busy, error } = this.#readings.get(kind) ?? nothingRead;
    const earlier = vitals.filter(({ id }) => id !== latest.id);
    const onReadOn = () => void this.#read(kind, context);
    if (busy && earlier.length === 0) return loading();
    return html`
      <table role="table">
        <caption class="visually-hidden">
          ${latest.name}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">${msg('Measured on')}</th>
            <th scope="col" role="columnheader">${msg('Value')}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${earlier.map(
            (vital) =>
              html`<tr role="row">
                <th scope="row" role="rowheader">${takenWords(vital, context)}</th>
                <td role="cell">${measurementWords(vital, context.locale)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
      ${error === undefined ? nothing : failureNote(error, onReadOn)}
      ${
        cursor && error === undefined
          ? html`<button part="more" type="button" aria-disabled=${busy} @click=${onReadOn}>
              ${busy ? msg('Loading…') : msg('Load more')}
            </button>`
          : nothing
      }
    `;
  }

  async #read(kind: string, { client }: PortalContext): Promise<void> {
    const { vitals, cursor, busy } = this.#readings.get(kind) ?? nothingRead;
    const subject = this.#subject;
    const { signal } = this.#reading;
    if (busy || subject === undefined) return;
    this.#change(kind, { vitals, cursor, busy: true, error: undefined });
    try {
      const body = { kind, ...(cursor && { cursor }) };
      const page = await client.call(searchVitals, { params: { subject }, body }, { signal });
      if (signal.aborted) return;
      this.#change(kind, {
        vitals: [...vitals, ...page.vitals],
        cursor: page.nextCursor,
        busy: false,
        error: undefined,
      });
    } catch (error) {
      if (signal.aborted) return;
      this.#change(kind, { vitals, cursor, busy: false, error });
      if (!(error instanceof PortalError)) throw error;
    }
  }

  #change(kind: string, reading: Reading): void {
    this.#readings.set(kind, reading);
    this.#host.requestUpdate();
  }
}
