import { TaskStatus } from '@lit/task';
import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import type { DatedObservation } from '../../../contract/trend.js';
import { msg, str } from '../../../locales/localize.js';
import type { PortalContext } from '../../../session/portal-context.js';
import type { SessionController } from '../../../session/session-controller.js';
import { failureNote } from '../../../ui/failure-note.js';
import { formatNumber } from '../../../ui/format.js';
import { headingView } from '../../../ui/heading.js';
import { unitWords } from '../units.js';
import { addStyles, loading } from '../../../ui/on-demand.js';
import type { ResultReader } from '../result-reader.js';
import { seriesOf, type TrendPoint, type TrendSeries } from './series.js';
import { chartKey, trendChart, type ChartSize } from './trend-chart.js';
import { TrendReader } from './trend-reader.js';
import { trendTable } from './trend-table.js';
import { trendStyles } from './trend.styles.js';
import { changeWords, pointWords, summaryWords } from './trend-words.js';
import { whenWordsOf, type WhenWords } from './when-words.js';

/** Before the widget's width is known. */
const usualSize: ChartSize = { width: 640, fontSize: 16 };

/** One analyte over the years: charts, what they say in words, and a table of the same. */
export class TrendView implements ReactiveController {
  readonly #host: LitElement;
  readonly #reader: TrendReader;
  /** The charts are drawn as wide as the host is. */
  readonly #resizes: ResizeObserver;
  #size = usualSize;
  #series: { of: readonly DatedObservation[]; series: readonly TrendSeries[] } | undefined;
  #when: { of: readonly DatedObservation[]; context: PortalContext; words: WhenWords } | undefined;
  /** The point of each chart that somebody has chosen. */
  readonly #selected = new WeakMap<TrendSeries, TrendPoint>();
  /** Place of the row that takes the focus as soon as it is there. */
  #focusNext: number | undefined;

  constructor(host: LitElement, session: SessionController, results: ResultReader) {
    this.#host = host;
    this.#reader = new TrendReader(host, session, results, (before) => {
      this.#onPage(before);
    });
    this.#resizes = new ResizeObserver(() => {
      // Not now: another size of the drawing would be a resize within the resize.
      requestAnimationFrame(() => {
        this.#measure();
      });
    });
    addStyles(host, trendStyles);
    host.addController(this);
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    if (this.#focusNext === undefined || !root) return;
    const rows = root.querySelectorAll<HTMLElement>('[part=measurements] tbody th');
    (rows[this.#focusNext] ?? root.getElementById('trend-heading'))?.focus();
    this.#focusNext = undefined;
  }

  /** A line as wide as the host and of no height: what stands below it may grow in peace. */
  readonly #onRuler = (ruler?: Element) => {
    this.#resizes.disconnect();
    if (ruler) this.#resizes.observe(ruler);
  };

  /** @param name of the analyte, as the result has it */
  render(name: string, context: PortalContext, headingLevel: number, person: string | undefined) {
    const { observations, total, status, error } = this.#reader;
    const title = msg(str`${name} over time`);
    return html`
      <div ${ref(this.#onRuler)}></div>
      ${headingView(
        headingLevel,
        person === undefined ? title : `${title} (${person})`,
        'trend-heading',
      )}
      ${total === undefined ? nothing : this.#renderAll(name, total, context, headingLevel)}
      ${
        status === TaskStatus.ERROR
          ? failureNote(error, observations.length === 0 ? this.#onRetry : undefined)
          : nothing
      }
      ${total === undefined && status !== TaskStatus.ERROR ? loading() : this.#renderEarlier()}
    `;
  }

  #renderAll(name: string, total: number, context: PortalContext, headingLevel: number) {
    const { observations } = this.#reader;
    const { locale } = context;
    const series = this.#seriesOf(observations);
    const when = this.#whenOf(observations, context);
    // A single measurement is a chart only beside others of another unit.
    const charts = series.some(({ points }) => points.length > 1) ? series : [];
    const placed = series.reduce((sum, { points }) => sum + points.length, 0);
    return html`
      ${changeWords(series, charts.length, observations.length - placed).map((words) => html`<p>${words}</p>`)}
      ${charts.map((each, index) =>
        this.#renderChart(each, charts.length > 1 ? index : undefined, name, context, headingLevel),
      )}
      ${charts.length === 0 ? html`<p>${noChartWords(total)}</p>` : nothing}
      <p part="measurement-count" role="status">
        ${msg(
          str`Showing ${formatNumber(observations.length, locale)} of ${formatNumber(total, locale)}`,
        )}
      </p>
      ${guard([observations, context], () => trendTable(observations, name, when, locale))}
    `;
  }

  #renderChart(
    series: TrendSeries,
    /** Among several; undefined: the only one. */
    index: number | undefined,
    name: string,
    context: PortalContext,
    headingLevel: number,
  ) {
    const latest = series.points.at(-1);
    const selected = this.#selected.get(series) ?? latest;
    if (!selected) return nothing;
    const unit = unitWords(series.unit ?? '');
    const { locale } = context;
    const when = this.#whenOf(this.#reader.observations, context);
    const summary = summaryWords(series, when, locale);
    const title = index === undefined ? '' : msg(str`Measured in ${unit || msg('no unit')}`);
    return html`
      ${title ? headingView(Math.min(headingLevel + 1, 4), title, `chart-${index}`) : nothing}
      ${guard([series, selected, this.#size, context], () =>
        trendChart({
          series,
          name: title ? `${name}, ${title}` : name,
          size: this.#size,
          context,
          when,
          selected,
          onSelect: (point) => {
            this.#selected.set(series, point);
            this.#host.requestUpdate();
          },
        }),
      )}
      <p part="measurement" class="measurement">${pointWords(selected, series, when, locale)}</p>
      ${chartKey(series)}
      ${
        summary.length > 0
          ? html`<ul class="summary">
              ${summary.map((words) => html`<li>${words}</li>`)}
            </ul>`
          : nothing
      }
    `;
  }

  #renderEarlier() {
    const { hasEarlier, status } = this.#reader;
    const pending = status === TaskStatus.PENDING;
    if (!hasEarlier) return nothing;
    return html`
      <button
        id="earlier"
        part="earlier"
        type="button"
        aria-disabled=${pending}
        @click=${this.#onReadOn}
      >
        ${
          pending
            ? msg('Loading…')
            : status === TaskStatus.ERROR
              ? msg('Try again')
              : msg('Show earlier measurements')
        }
      </button>
    `;
  }

  /** The same objects as long as nothing has come, so that charts stay as they are. */
  #seriesOf(observations: readonly DatedObservation[]): readonly TrendSeries[] {
    if (this.#series?.of !== observations) {
      this.#series = { of: observations, series: seriesOf(observations) };
    }
    return this.#series.series;
  }

  #whenOf(observations: readonly DatedObservation[], context: PortalContext): WhenWords {
    if (this.#when?.of !== observations || this.#when.context !== context) {
      this.#when = { of: observations, context, words: whenWordsOf(observations, context) };
    }
    return this.#when.words;
  }

  #measure(): void {
    const width = this.#host.clientWidth;
    const fontSize = Number.parseFloat(getComputedStyle(this.#host).fontSize);
    if (width === 0 || (width === this.#size.width && fontSize === this.#size.fontSize)) return;
    this.#size = { width, fontSize };
    this.#host.requestUpdate();
  }

  /** Who waits at the button goes on reading where the page begins; all others are left in peace. */
  #onPage(before: number): void {
    if (this.#host.shadowRoot?.activeElement?.id === 'earlier') this.#focusNext = before;
  }

  readonly #onReadOn = () => {
    this.#reader.readOn();
  };

  readonly #onRetry = () => {
    // The button that has the focus goes away.
    this.#host.shadowRoot?.getElementById('trend-heading')?.focus();
    this.#reader.readOn();
  };
}

const noChartWords = (total: number): string =>
  total > 1
    ? msg('There are not two numbers of the same unit to draw a chart of.')
    : msg('This has been measured only once so far.');
