import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { PortalError } from '../../client/portal-errors.js';
import { searchVitals } from '../../contract/generated/record.js';
import type { Vital } from '../../contract/record.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { failureNote } from '../../ui/failure-note.js';
import { formatNumber } from '../../ui/format.js';
import { loading } from '../../ui/on-demand.js';
import { measurementWords, takenWords } from './vital-words.js';

/** Earlier measurements of one kind, as far as they were read. */
interface Reading {
  readonly vitals: readonly Vital[];
  /** How many there are in all, the latest included. */
  readonly total: number;
  /** Null: there are no more. */
  readonly cursor: string | null | undefined;
  readonly busy: boolean;
  readonly error: unknown;
}

const nothingRead: Reading = {
  vitals: [],
  total: 0,
  cursor: undefined,
  busy: false,
  error: undefined,
};

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
  /** Id of the row that takes the focus as soon as it is there. */
  #focusNext: string | undefined;

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

  hostUpdated(): void {
    if (this.#focusNext === undefined) return;
    this.#host.shadowRoot?.getElementById(this.#focusNext)?.focus();
    this.#focusNext = undefined;
  }

  hostDisconnected(): void {
    this.#reading.abort();
    this.#reading = new AbortController();
  }

  /** @param latest of the kind, which shows already */
  render(kind: string, latest: Vital, context: PortalContext) {
    if (!this.#readings.has(kind)) void this.#read(kind, context);
    const reading = this.#readings.get(kind) ?? nothingRead;
    const { vitals, cursor, busy, error } = reading;
    const earlier = vitals.filter(({ id }) => id !== latest.id);
    const onReadOn = () => void this.#read(kind, context);
    const onRetry = () => {
      // The button that has the focus goes away.
      const status = this.#host.shadowRoot?.getElementById(statusId(kind));
      status?.closest('details')?.querySelector('summary')?.focus();
      onReadOn();
    };
    return html`
      <p id=${statusId(kind)} role="status">
        ${countWords(reading, earlier.length, context.locale)}
      </p>
      ${busy && earlier.length === 0 ? loading() : nothing}
      ${earlier.length === 0 ? nothing : earlierTable(latest.name, earlier, context)}
      ${error === undefined ? nothing : failureNote(error, cursor ? undefined : onRetry)}
      ${
        cursor
          ? html`<button
              id=${moreId(kind)}
              part="more"
              type="button"
              aria-disabled=${busy}
              @click=${onReadOn}
            >
              ${busy ? msg('Loading…') : error === undefined ? msg('Load more') : msg('Try again')}
            </button>`
          : nothing
      }
    `;
  }

  async #read(kind: string, { client }: PortalContext): Promise<void> {
    const before = this.#readings.get(kind) ?? nothingRead;
    const subject = this.#subject;
    const { signal } = this.#reading;
    if (before.busy || subject === undefined) return;
    this.#change(kind, { ...before, busy: true, error: undefined });
    try {
      const { cursor } = before;
      const body = { kind, ...(cursor && { cursor }) };
      const page = await client.call(searchVitals, { params: { subject }, body }, { signal });
      if (signal.aborted) return;
      const vitals = [...before.vitals, ...page.vitals];
      const { total, nextCursor } = page;
      this.#change(kind, { vitals, total, cursor: nextCursor, busy: false, error: undefined });
      this.#onPage(kind, page.vitals[0] ?? vitals.at(-1));
    } catch (error) {
      if (signal.aborted) return;
      this.#change(kind, { ...before, busy: false, error });
      if (!(error instanceof PortalError)) throw error;
    }
  }

  /** Who waits at the button goes on reading where the page begins; all others are left in peace. */
  #onPage(kind: string, first: Vital | undefined): void {
    if (this.#host.shadowRoot?.activeElement?.id !== moreId(kind) || !first) return;
    this.#focusNext = rowId(first);
  }

  #change(kind: string, reading: Reading): void {
    this.#readings.set(kind, reading);
    this.#host.requestUpdate();
  }
}

/** How far one has read; empty as long as one has read nothing. */
const countWords = ({ vitals, total }: Reading, shown: number, locale: string): string => {
  if (vitals.length === 0) return '';
  const all = total - (vitals.length - shown);
  return msg(str`Showing ${formatNumber(shown, locale)} of ${formatNumber(all, locale)}`);
};

/** A kind may be named in words; an id has no spaces. */
const statusId = (kind: string) => `status-${kind.replaceAll(/\s/g, '_')}`;
const moreId = (kind: string) => `more-${kind.replaceAll(/\s/g, '_')}`;
const rowId = ({ id }: Vital) => `vital-${id}`;

const earlierTable = (name: string, earlier: readonly Vital[], context: PortalContext) => html`
  <table role="table">
    <caption class="visually-hidden">
      ${name}
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
            <th id=${rowId(vital)} scope="row" role="rowheader" tabindex="-1">
              ${takenWords(vital, context)}
            </th>
            <td role="cell">${measurementWords(vital, context.locale)}</td>
          </tr>`,
      )}
    </tbody>
  </table>
`;
