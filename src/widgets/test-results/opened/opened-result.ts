import type { LitElement, ReactiveController } from 'lit';
import type { Subject } from '../../../contract/account/session.js';
import type { ResultSummary } from '../../../contract/record/results.js';
import type { PortalContext } from '../../../session/portal-context.js';
import type { SessionController } from '../../../session/session-controller.js';
import { BrowserHistory, type HasHistory } from '../../../ui/browser-history.js';
import { FocusNext } from '../../../ui/focus-next.js';
import { LazyPart } from '../../../ui/lazy-part.js';
import type { ResultReader, Shown, Trend } from '../result-reader.js';
import { ResultView } from '../result-view.js';
import type { TrendView } from '../trend/trend-view.js';

interface Host extends LitElement, HasHistory {
  readonly headingLevel: number;
  readonly messagesHref: string | null;
}

/**
 * What shows instead of the list, and the ways to it and back. Fetched with the first result that somebody opens.
 */
export class OpenedResult implements ReactiveController {
  readonly #host: Host;
  readonly #session: SessionController;
  readonly #reader: ResultReader;
  readonly #focus: FocusNext;
  readonly #history: BrowserHistory<Shown>;
  readonly #result: ResultView;
  readonly #trend: LazyPart<TrendView>;
  /** What the history knows of. */
  #known: Shown = {};
  #key = '';

  constructor(host: Host, session: SessionController, reader: ResultReader) {
    this.#host = host;
    this.#session = session;
    this.#reader = reader;
    this.#focus = new FocusNext(host);
    this.#history = new BrowserHistory<Shown>(host, (shown = {}) => {
      this.#show(shown);
    });
    this.#result = new ResultView(host, session, reader);
    this.#trend = new LazyPart(host, async () => {
      const { TrendView } = await import('../trend/trend-view.js');
      return new TrendView(host, session, reader);
    });
    host.addController(this);
  }

  /** The list opens results by itself; another record, or another search, closes them. */
  hostUpdate(): void {
    const { key, shown } = this.#reader;
    if (key !== this.#key) this.#history.forget();
    this.#key = key;
    if (shown === this.#known) return;
    this.#known = shown;
    if (shown.openId !== undefined) this.#history.opened(shown);
  }

  render(summary: ResultSummary, context: PortalContext, subject: Subject, person?: string) {
    const { headingLevel, messagesHref } = this.#host;
    const { trend } = this.#reader;
    return trend
      ? this.#trend.render((view) => view.render(trend.name, context, headingLevel, person))
      : this.#result.render({
          summary,
          context,
          subjectId: subject.id,
          headingLevel,
          person,
          messagesHref: this.#session.href(messagesHref) ?? null,
          onTrend: this.#onTrend,
        });
  }

  /** From an analyte over the years to its result, from there to the list. */
  back(): void {
    if (this.#history.goBack()) return;
    const { openId, trend } = this.#reader;
    this.#show(trend ? { openId } : {});
  }

  readonly #onTrend = (trend: Trend) => {
    this.#reader.show({ openId: this.#reader.openId, trend });
    this.#focus.on('#trend-heading');
  };

  /** Neither Back nor Forward makes an entry of its own. The focus goes to what opens, or to where one was before it. */
  #show(shown: Shown): void {
    const { openId, trend } = this.#reader;
    this.#known = shown;
    this.#reader.show(shown);
    if (shown.trend) this.#focus.on('#trend-heading');
    else if (shown.openId === undefined) this.#focus.on(rowOf(openId), '#heading');
    else this.#focus.on(rowOf(trend?.analyte), '#result-heading');
  }
}

/** The button that opens a result, or an analyte over time. */
const rowOf = (id = '') => `button[value="${CSS.escape(id)}"]`;
