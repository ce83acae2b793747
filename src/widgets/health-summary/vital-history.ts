import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { searchVitals } from '../../contract/generated/record.js';
import type { Vital } from '../../contract/record/record.js';
import { msg, str } from '../../locales/localize.js';
import { ListView } from '../../reading/list-view.js';
import { PagedReader } from '../../reading/paged-reader.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { formatNumber } from '../../ui/format.js';
import { loading } from '../../ui/lazy-part.js';
import { measurementWords, takenWords } from './vital-words.js';

/** Earlier measurements, read for each kind when somebody opens them, page by page. */
export class VitalHistory implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #opened: () => Iterable<string>;
  readonly #histories = new Map<string, ReturnType<typeof historyOf>>();

  /** @param opened the kinds that somebody has opened in this record */
  constructor(host: LitElement, session: SessionController, opened: () => Iterable<string>) {
    this.#host = host;
    this.#session = session;
    this.#opened = opened;
    host.addController(this);
  }

  hostUpdate(): void {
    for (const kind of this.#opened()) {
      const { reader } = this.#of(kind);
      if (!reader.query) reader.read({ kind });
    }
  }

  /** @param latest of the kind, which shows already */
  render(kind: string, latest: Vital, context: PortalContext) {
    const { reader, list } = this.#of(kind);
    const earlier = reader.entries.filter(({ id }) => id !== latest.id);
    return html`
      <p role="status" .textContent=${countWords(reader, earlier.length, context.locale)}></p>
      ${reader.isPending && earlier.length === 0 ? loading() : nothing}
      ${earlier.length === 0 ? nothing : earlierTable(latest.name, earlier, context)}
      ${list.renderMore()}
    `;
  }

  #of(kind: string) {
    let history = this.#histories.get(kind);
    if (!history) {
      history = historyOf(this.#host, this.#session, kind);
      this.#histories.set(kind, history);
    }
    return history;
  }
}

const historyOf = (host: LitElement, session: SessionController, kind: string) => {
  const reader = new PagedReader(host, session, {
    endpoint: searchVitals,
    entriesOf: ({ vitals }) => vitals,
    query: undefined,
  });
  const id = `more-${kind.replaceAll(/\s/g, '_')}`; // a kind may be named in words
  const list = new ListView<Vital>(host, reader, { id, selectorOf: (vital) => `#${rowId(vital)}` });
  return { reader, list };
};

/** How far one has read; empty as long as one has read nothing. */
const countWords = (
  { entries, total }: ReturnType<typeof historyOf>['reader'],
  shown: number,
  locale: string,
): string => {
  if (total === undefined) return '';
  const all = total - (entries.length - shown);
  return msg(str`Showing ${formatNumber(shown, locale)} of ${formatNumber(all, locale)}`);
};

const rowId = ({ id }: Vital) => `vital-${id}`;

const earlierTable = (name: string, earlier: readonly Vital[], context: PortalContext) => html`
  <table role="table">
    <caption class="pw-visually-hidden">
      ${name}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">${msg('Date')}</th>
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
