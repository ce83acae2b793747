import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ResultSummary } from '../../contract/record/results.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { SessionController } from '../../session/session-controller.js';
import { check, chevronDown, chevronLeft, print } from '../../ui/generated/icons.js';
import { actingForView } from '../../ui/acting-for.js';
import { baseStyles } from '../../ui/styles/base-styles.js';
import { partStyles } from '../../ui/styles/part-styles.js';
import { FocusNext } from '../../ui/focus-next.js';
import { formatDate } from '../../ui/format.js';
import { iconView } from '../../ui/icon.js';
import { Narrow } from '../../ui/styles/narrow.js';
import { skeletonView } from '../../ui/skeleton.js';
import { headingView } from '../../ui/heading.js';
import { defineElement } from '../../ui/define-element.js';
import type * as missing from './missing-results.js';
import { ListView } from '../../reading/list-view.js';
import { noRecordView } from '../../reading/no-record.js';
import { notShownNote } from '../../ui/not-shown.js';
import { LazyPart } from '../../ui/lazy-part.js';
import { checkedPageSize, defaultPageSize } from '../../reading/page-size.js';
import type { ResultFilterForm } from './result-filters.js';
import { resultList } from './result-list.js';
import type { ResultExport } from './export/result-export.js';
import type { HasHistory } from '../../ui/browser-history.js';
import { ResultReader } from './result-reader.js';
import type { OpenedResult } from './opened/opened-result.js';
import type { SoughtResult } from './opened/sought-result.js';
import { PortalResultClosedEvent, PortalResultOpenedEvent } from './test-results.events.js';
import { styles } from './test-results.styles.js';

/**
 * The released results of the record that is open: the list with search and filters, one result with
 * its values and what the laboratory says of them, one analyte over the years as a chart and a table,
 * results to print and to download, and why a result may not be here yet. What is
 * released the backend decides (`results.after-review`, `results.provider-choice`,
 * `results.sensitive-withheld`); nothing else ever comes here. When the session ends or another
 * record opens, everything of the last one leaves the page (`session.no-cache`).
 *
 * @element test-results
 * @attr {number} page-size - Results fetched at a time: 1 to 100; default 20.
 * @attr {number} heading-level - 2 to 4; default 2.
 * @attr {string} messages-href - Page where messages are written, for "Ask about this result", where no
 *   `<secure-inbox>` is on the same page. Its address gets `#message-about=` and the result's opaque id.
 * @attr {"on" | "off"} history - Whether Back closes an open result and Forward opens it again; "off" for a page with a
 *   router of its own. Default "on".
 * @attr {string} result-id - Opaque id of the result that is open, where a page's router says so: setting it opens the
 *   result, removing it closes it. The element never changes it; its events tell what was opened and closed here.
 * @csspart acting-for - Whose record it is, if it is somebody else's.
 * @csspart heading - The heading of the list or of the open result.
 * @csspart filters - The search form.
 * @csspart count - How many results show, of how many.
 * @csspart more - The button that fetches the next results.
 * @csspart missing - Why a result may not be here yet.
 * @csspart back - The button from a result to the list, and from a trend to the result.
 * @csspart print - The button that prints.
 * @csspart facts - Dates, people and places of the open result.
 * @csspart observations - The table of its values.
 * @csspart susceptibilities - Which drugs work against what grew in a culture.
 * @csspart documents - The files of the open result, as a report that is a PDF.
 * @csspart ask - What starts a message about the open result.
 * @csspart download - The files to download.
 * @csspart download-status - How far a download is.
 * @csspart not-shown - That the list or a result is not shown in full, and whom to ask.
 * @csspart chart - The drawing of an analyte over time.
 * @csspart measurement - What the chosen point of a chart says.
 * @csspart measurements - The table of the same analyte.
 * @csspart measurement-count - How many measurements show, of how many.
 * @csspart earlier - The button that fetches earlier measurements.
 * @csspart note - A physician's note, what became of a result, a failure or the news of being signed out.
 * @fires {PortalResultOpenedEvent} portal-result-opened - Somebody has opened a result; carries its id only.
 * @fires {PortalResultClosedEvent} portal-result-closed - The result is closed again, or there is none with the id of
 *   `result-id`; carries its id only.
 * @fires {PortalMessageStartEvent} portal-message-start - Somebody wants to ask about a result; carries ids
 *   only. Whoever opens a form for the message cancels it.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class TestResults extends LitElement implements HasHistory {
  static override styles = [baseStyles, partStyles, styles];
  static override properties = {
    pageSize: { attribute: 'page-size', type: Number },
    headingLevel: { attribute: 'heading-level', type: Number },
    messagesHref: { attribute: 'messages-href' },
    history: {},
    resultId: { attribute: 'result-id' },
  };

  static define(tag = 'test-results', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #reader = new ResultReader(this, this.#session);
  readonly #list: ListView<ResultSummary> = new ListView(this, this.#reader.list, {
    id: 'more',
    selectorOf: ({ id }) => rowOf(id),
  });
  readonly #filters: LazyPart<ResultFilterForm> = new LazyPart(this, async () => {
    const { ResultFilterForm } = await import('./result-filters.js');
    return new ResultFilterForm(this, this.#reader);
  });
  readonly #missing: LazyPart<typeof missing> = new LazyPart(
    this,
    () => import('./missing-results.js'),
  );
  readonly #opened: LazyPart<OpenedResult> = new LazyPart(this, async () => {
    const { OpenedResult } = await import('./opened/opened-result.js');
    return (this.#openedPart = new OpenedResult(this, this.#session, this.#reader));
  });
  readonly #sought: LazyPart<SoughtResult> = new LazyPart(this, async () => {
    const { SoughtResult } = await import('./opened/sought-result.js');
    return new SoughtResult(this, this.#session, this.#reader);
  });
  readonly #download: LazyPart<ResultExport> = new LazyPart(this, async () => {
    const { ResultExport } = await import('./export/result-export.js');
    return new ResultExport(this, this.#session, this.#reader);
  });

  #openedPart: OpenedResult | undefined;

  pageSize = defaultPageSize;
  headingLevel = 2;
  messagesHref: string | null = null;
  history: 'on' | 'off' = 'on';
  resultId: string | null = null;

  /** What the page was told last. */
  #openId: string | undefined;
  readonly #focus = new FocusNext(this);
  /** Undefined: the filters have never been open. */
  #filtersOpen: boolean | undefined;

  constructor() {
    super();
    new Narrow(this, 44);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('resultId') && this.matches(':focus-within')) {
      this.#focus.on(this.resultId ? '#result-heading' : '#heading');
    }
    if (!changed.has('pageSize')) return;
    this.#reader.search(undefined, checkedPageSize(this.localName, this.pageSize));
  }

  protected override updated(): void {
    const before = this.#openId;
    const { openId, isAsWanted } = this.#reader;
    if (openId === before) return;
    this.#openId = openId;
    if (isAsWanted) return;
    if (before !== undefined) this.dispatchEvent(new PortalResultClosedEvent(before));
    if (openId !== undefined) this.dispatchEvent(new PortalResultOpenedEvent(openId));
  }

  /** Prints the page; its styles for print leave out whatever is no result. */
  protected printPage(): void {
    window.print();
  }

  protected override render() {
    const { context, subject } = this.#session;
    if (!context || !subject) {
      return html`
        <div class="pw-line">${headingView(this.headingLevel, msg('Test results'))}</div>
        ${noRecordView(this.#session, msg('Sign in to see your test results.'), listSkeleton)}
      `;
    }
    const { opened, sought, trend, list } = this.#reader;
    const isOpen = opened !== undefined || sought !== undefined;
    const person = subject.relationship === 'self' ? undefined : subject.displayName;
    const printedAt = formatDate(context.now(), context.locale, context.policy.timeZone);
    return html`
      ${actingForView(subject)}
      <p class="printed">${subject.displayName}. ${msg(str`Printed ${printedAt}.`)}</p>
      <div class="pw-line">
        ${
          isOpen
            ? html`<button class="pw-tertiary" part="back" type="button" @click=${this.#onBack}>
                ${iconView(chevronLeft)}
                ${trend ? msg('Back to the result') : msg('Back to the list')}
              </button>`
            : headingView(
                this.headingLevel,
                person === undefined ? msg('Test results') : msg(str`Test results for ${person}`),
              )
        }
        ${
          list.total === 0
            ? nothing
            : html`<button class="pw-tertiary" part="print" type="button" @click=${this.#onPrint}>
                ${iconView(print)} ${msg('Print')}
              </button>`
        }
      </div>
      <div ?hidden=${isOpen}>${this.#renderList(context)}</div>
      ${sought === undefined ? nothing : this.#sought.render((view) => view.render())}
      ${
        opened
          ? this.#opened.render((view) => view.render(opened, context, subject, person))
          : nothing
      }
    `;
  }

  #renderList(context: PortalContext) {
    const { list, isFiltered, isMissing } = this.#reader;
    const { total, error } = list;
    const notShown = list.last?.notShown;
    const isEmpty = total === 0 && !isFiltered;
    return html`
      <div role="status">
        ${isMissing ? this.#sought.render((view) => view.missingNote()) : nothing}
      </div>
      ${isEmpty ? nothing : this.#renderFilters()}
      ${countView(total === 0 ? this.#renderNone(notShown) : total === undefined ? '' : this.#list.countWords(context.locale, ''))}
      ${total === undefined && error === undefined ? listRoom() : this.#renderEntries(context, isEmpty)}
    `;
  }

  #renderEntries(context: PortalContext, isEmpty: boolean) {
    const { headingLevel } = this;
    const { pages, total, last } = this.#reader.list;
    return html`
      ${notShownNote(last?.notShown, context)}
      ${resultList({ pages, context, headingLevel, onOpen: this.#onOpen })}
      ${this.#list.renderMore()}
      ${
        total
          ? this.#download.renderDetails('download', msg('Download'), false, (view) =>
              view.render(context),
            )
          : nothing
      }
      ${this.#missing.renderDetails(
        'missing',
        msg('Why a result may not be here yet'),
        isEmpty,
        ({ missingResults }) => missingResults(context),
      )}
    `;
  }

  /** What stands before the list, and the form behind it: that never opens by itself, so that nothing jumps. */
  #renderFilters() {
    const { filters } = this.#reader;
    const { abnormalOnly = false, ...others } = filters;
    const active = Object.values(others).filter((value) => value !== undefined).length;
    return html`
      <div class="pw-line tools">
        <button
          id="filters"
          type="button"
          aria-expanded=${this.#filtersOpen === true}
          aria-controls="filter-form"
          @click=${this.#onFilters}
        >
          ${active > 0 ? msg(str`Filters (${active})`) : msg('Filters')} ${iconView(chevronDown)}
        </button>
        <button type="button" aria-pressed=${abnormalOnly} @click=${this.#onOutOfRange}>
          ${abnormalOnly ? iconView(check) : nothing} ${msg('Out of range')}
        </button>
      </div>
      <div id="filter-form" part="filters" ?hidden=${!this.#filtersOpen}>
        ${this.#filtersOpen === undefined ? nothing : this.#filters.render((form) => form.render())}
      </div>
    `;
  }

  #renderNone(notShown: number | undefined) {
    const { isFiltered } = this.#reader;
    if (!isFiltered && notShown !== undefined) return nothing;
    return this.#missing.render(({ noResults }) =>
      noResults(isFiltered, this.#filtersOpen ? undefined : this.#onClear),
    );
  }

  readonly #onFilters = () => {
    this.#filtersOpen = !this.#filtersOpen;
    this.requestUpdate();
  };

  readonly #onOutOfRange = () => {
    const { filters } = this.#reader;
    this.#reader.search({ ...filters, abnormalOnly: filters.abnormalOnly ? undefined : true });
  };

  readonly #onClear = () => {
    this.#focus.on('#filters');
    const form = this.renderRoot.querySelector('form');
    if (form) form.reset();
    else this.#reader.search({});
  };

  readonly #onOpen = (event: Event) => {
    const openId = (event.target as Element).closest('tbody tr')?.querySelector('button')?.value;
    if (openId === undefined) return;
    this.#reader.show({ openId });
    this.#focus.on('#result-heading');
  };

  readonly #onBack = () => {
    if (this.#openedPart) {
      this.#openedPart.back();
      return;
    }
    const { openId = '' } = this.#reader;
    this.#reader.show({});
    this.#focus.on(rowOf(openId), '#heading');
  };

  readonly #onPrint = () => {
    this.printPage();
  };
}

/** The button that opens a result. */
const rowOf = (id: string) => `button[value="${CSS.escape(id)}"]`;

/** As tall as a screen of results. */
const listRoom = () => skeletonView(8, 64);

/** The same before it is known whose they are. */
const listSkeleton = () =>
  html`<div class="pw-line tools"></div>
    <div class="count"></div>
    ${listRoom()}`;

const countView = (content: unknown) => {
  const words = typeof content === 'string' ? html`<span .textContent=${content}></span>` : content;
  return html`<div class="count" part="count" role="status">${words}</div>`;
};
