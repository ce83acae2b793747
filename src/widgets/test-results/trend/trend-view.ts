import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { searchObservations } from '../../../contract/generated/details/results.js';
import type { DatedObservation } from '../../../contract/record/results.js';
import { msg, str } from '../../../locales/localize.js';
import { ListView } from '../../../reading/list-view.js';
import { PagedReader } from '../../../reading/paged-reader.js';
import type { PortalContext } from '../../../session/portal-context.js';
import type { SessionController } from '../../../session/session-controller.js';
import { headingView } from '../../../ui/heading.js';
import { unitWords } from '../units.js';
import { addStyles } from '../../../ui/lazy-part.js';
import { skeletonView } from '../../../ui/skeleton.js';
import type { ResultReader } from '../result-reader.js';
import { seriesOf, type TrendPoint, type TrendSeries } from './series.js';
import { chartKey, trendChart, type ChartSize } from './trend-chart.js';
import { trendTable } from './trend-table.js';
import { trendStyles } from './trend.styles.js';
import { changeWords, pointWords, summaryWords } from './trend-words.js';
import { whenWordsOf, type WhenWords } from './when-words.js';

/** Measurements fetched at a time. */
const pageSize = 100;

/** Before the widget's width is known. */
const usualSize: ChartSize = { width: 640, fontSize: 16 };

/** One analyte over the years: charts, what they say in words, and a table of the same. */
export class TrendView implements ReactiveController {
  readonly #host: LitElement;
  readonly #results: ResultReader;
  readonly #reader;
  readonly #list: ListView<DatedObservation>;
  /** The charts are drawn as wide as the host is. */
  readonly #resizes: ResizeObserver;
  #size = usualSize;
  #series: { of: readonly DatedObservation[]; series: readonly TrendSeries[] } | undefined;
  #when: { of: readonly DatedObservation[]; context: PortalContext; words: WhenWords } | undefined;
  /** The point of each chart that somebody has chosen. */
  readonly #selected = new WeakMap<TrendSeries, TrendPoint>();

  constructor(host: LitElement, session: SessionController, results: ResultReader) {
    this.#host = host;
    this.#results = results;
    host.addController(this); // before the reader, to which it tells what is open
    this.#reader = new PagedReader(host, session, {
      endpoint: searchObservations,
      entriesOf: ({ observations }) => observations,
      query: undefined,
      pageSize,
    });
    this.#list = new ListView(host, this.#reader, {
      id: 'earlier',
      part: 'earlier',
      moreWords: () => msg('Show earlier measurements'),
      selectorOf: (_, place) => `[part=measurements] tbody tr:nth-child(${place}) th`,
      headingSelector: '#trend-heading',
    });
    this.#resizes = new ResizeObserver(() => {
      // Not now: another size of the drawing would be a resize within the resize.
      requestAnimationFrame(() => {
        this.#measure();
      });
    });
    addStyles(host, trendStyles);
  }

  /** They are read as long as the trend is open, and gone with it. */
  hostUpdate(): void {
    const analyte = this.#results.trend?.analyte;
    if (analyte === this.#reader.query?.analyte) return;
    this.#reader.read(analyte === undefined ? undefined : { analyte });
  }

  /** A line as wide as the host and of no height: what stands below it may grow in peace. */
  readonly #onRuler = (ruler?: Element) => {
    this.#resizes.disconnect();
    if (ruler) this.#resizes.observe(ruler);
  };

  /** @param name of the analyte, as the result has it */
  render(name: string, context: PortalContext, headingLevel: number, person: string | undefined) {
    const { total, error } = this.#reader;
    const title = msg(str`${name} over time`);
    return html`
      <div ${ref(this.#onRuler)}></div>
      ${headingView(
        headingLevel,
        person === undefined ? title : `${title} (${person})`,
        'trend-heading',
      )}
      ${total === undefined ? nothing : this.#renderAll(name, total, context, headingLevel)}
      ${total === undefined && error === undefined ? skeletonView(1, 272) : this.#list.renderMore()}
    `;
  }

  #renderAll(name: string, total: number, context: PortalContext, headingLevel: number) {
    const { entries: observations } = this.#reader;
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
      <p
        part="measurement-count"
        role="status"
        .textContent=${this.#list.countWords(locale, '')}
      ></p>
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
    const when = this.#whenOf(this.#reader.entries, context);
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
}

const noChartWords = (total: number): string =>
  total > 1
    ? msg('A chart needs at least two numbers with the same unit.')
    : msg('Measured only once so far.');
