import { html, nothing, svg } from 'lit';
import { msg, str } from '../../../locales/localize.js';
import type { PortalContext } from '../../../session/portal-context.js';
import { numberWords } from '../value-words.js';
import { unitWords } from '../units.js';
import { markOf, marks } from './marks.js';
import { numberScale, timeScale, type Scale, type TimeScale } from './scale.js';
import { rangeSteps, type TrendPoint, type TrendSeries } from './series.js';
import { isFlagged, pointWords } from './trend-words.js';
import type { WhenWords } from './when-words.js';

/** How large the chart is, in pixels: text in it is as large as around it. */
export interface ChartSize {
  readonly width: number;
  readonly fontSize: number;
}

export interface Chart {
  readonly series: TrendSeries;
  /** The analyte, as people read it. */
  readonly name: string;
  readonly size: ChartSize;
  readonly context: PortalContext;
  readonly when: WhenWords;
  /** The point that is told of below the chart. */
  readonly selected: TrendPoint;
  readonly onSelect: (point: TrendPoint) => void;
}

/** The room around the plot, in widths of a letter. */
const room = { top: 1.6, right: 1, bottom: 2.2, left: 1 };
const heightInEm = 17;

/**
 * Values over time, with the range that held at each. Points are options of a list: arrow keys go from one
 * to the next, each says its date, value, flag and range.
 */
export const trendChart = (chart: Chart) => {
  const { series, name, size, context, when, selected, onSelect } = chart;
  const { points, unit } = series;
  const plan = planOf(series, size, context.locale);
  const { width, height, left, right, top, bottom, x, y } = plan;
  const unitShown = unitWords(unit ?? '');
  const dates = tickFormat(x, context);
  const choose = (event: PointerEvent) => {
    const box = (event.currentTarget as SVGElement).getBoundingClientRect();
    const at = event.clientX - box.left;
    const near = points.reduce((a, b) => (distance(b, at, x) < distance(a, at, x) ? b : a));
    if (near !== selected) onSelect(near);
  };
  return html`
    <svg
      part="chart"
      class="chart"
      role="group"
      aria-label=${msg(str`Chart: ${name}`)}
      width=${width}
      height=${height}
      viewBox="0 0 ${width} ${height}"
      @pointermove=${choose}
      @pointerdown=${choose}
    >
      <g aria-hidden="true">
        ${bands(series, plan)}
        ${y.ticks.map(
          (tick) => svg`
            <line class="grid" x1=${left} x2=${right} y1=${y.place(tick)} y2=${y.place(tick)}></line>
            <text class="tick" text-anchor="end" x=${left - 8} y=${y.place(tick)} dy="0.35em">${numberWords(tick, context.locale)}</text>`,
        )}
        ${unitShown ? svg`<text class="tick" x="0" y=${size.fontSize * 0.8}>${unitShown}</text>` : nothing}
        ${x.ticks.map(
          (tick) => svg`
            <line class="axis" x1=${x.place(tick)} x2=${x.place(tick)} y1=${bottom} y2=${bottom + 5}></line>
            <text class="tick" text-anchor=${anchorOf(x.place(tick), width, size)} x=${x.place(tick)} y=${bottom + size.fontSize * 1.5}>${dates.format(tick)}</text>`,
        )}
        <path class="axis" d="M${left} ${top}V${bottom}H${right}"></path>
        <path class="course" d=${lineThrough(points, plan)}></path>
      </g>
      <g
        role="listbox"
        aria-orientation="horizontal"
        aria-label=${msg('Measurements')}
        @keydown=${onKeyDown}
      >
        ${points.map((point) => {
          const isSelected = point === selected;
          return svg`
            <g
              role="option"
              class="point ${lookOf(point)}"
              tabindex=${isSelected ? 0 : -1}
              aria-selected=${isSelected}
              aria-label=${pointWords(point, series, when, context.locale)}
              transform="translate(${x.place(point.at)} ${y.place(point.value)})"
              @focus=${() => {
                onSelect(point);
              }}
            >
              <circle class="target" r="12"></circle>
              <path d=${markOf(point)} transform="scale(${plan.markScale})"></path>
            </g>`;
        })}
      </g>
    </svg>
  `;
};

/** What the shapes mean, for as much as stands in the chart. */
export const chartKey = ({ points }: TrendSeries) => {
  const hasRange = rangeSteps(points).length > 0;
  const shapes: readonly (readonly [outline: string, words: string, look: string])[] = [
    [marks.twiceUp, msg('Critically high'), 'critical'],
    [marks.up, msg('High'), 'flagged'],
    [marks.down, msg('Low'), 'flagged'],
    [marks.twiceDown, msg('Critically low'), 'critical'],
    [marks.diamond, msg('Abnormal'), 'flagged'],
    [marks.square, msg('Too low or high to measure'), ''],
  ];
  const used = new Set(points.map(markOf));
  return html`
    <ul class="key">
      ${
        hasRange
          ? html`<li>
              <svg class="chart" width="20" height="14" aria-hidden="true">
                <rect class="band" width="20" height="14"></rect>
                <path class="limit" d="M0 0.5H20M0 13.5H20"></path></svg
              >${msg('Normal range')}
            </li>`
          : nothing
      }
      ${shapes
        .filter(([outline]) => used.has(outline))
        .map(
          ([outline, words, look]) =>
            html`<li>
              <svg class="chart" width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
                <g class="point ${look}">
                  <path d=${outline}></path>
                </g></svg
              >${words}
            </li>`,
        )}
    </ul>
  `;
};

/** A critical value is as red as in the table. */
const lookOf = (point: TrendPoint): string => {
  if (!isFlagged(point)) return '';
  return point.observation.interpretation?.startsWith('critical') ? 'critical' : 'flagged';
};

interface Plan {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: TimeScale;
  readonly y: Scale;
  /** Marks are smaller where they stand close together. */
  readonly markScale: number;
}

const planOf = ({ points }: TrendSeries, size: ChartSize, locale: string): Plan => {
  const { width, fontSize } = size;
  const height = heightInEm * fontSize;
  const top = room.top * fontSize;
  const bottom = height - room.bottom * fontSize;
  const values = points.flatMap(({ value, low, high }) =>
    [value, low, high].filter((each) => each !== null),
  );
  const y = numberScale(values, [bottom, top], 5);
  const longest = Math.max(...y.ticks.map((tick) => numberWords(tick, locale).length));
  const left = (room.left + longest * 0.55) * fontSize;
  const right = width - room.right * fontSize;
  const from = points[0]?.at ?? 0;
  const to = points.at(-1)?.at ?? 0;
  // Points stand clear of the edges.
  const inset = fontSize * 0.6;
  const most = Math.max(2, Math.floor((right - left) / (fontSize * 5.5)));
  const x = timeScale(from, to, [left + inset, right - inset], most);
  const markScale = Math.min(1, Math.max(0.5, (right - left) / points.length / 9));
  return { width, height, left, right, top, bottom, x, y, markScale };
};

/** The range of each measurement, from half way to the one before to half way to the one after. */
const bands = ({ points }: TrendSeries, { left, right, top, bottom, x, y }: Plan) => {
  const placeOf = (index: number) => x.place(points[index]?.at ?? 0);
  const edge = (index: number) => {
    if (index <= 0) return left;
    return index >= points.length ? right : (placeOf(index - 1) + placeOf(index)) / 2;
  };
  return rangeSteps(points).map(({ low, high, first, last }) => {
    const [from, to] = [edge(first), edge(last + 1)];
    const upper = high === null ? top : y.place(high);
    const lower = low === null ? bottom : y.place(low);
    const limits = [high === null ? [] : [upper], low === null ? [] : [lower]].flat();
    return svg`
      <rect class="band" x=${from} y=${upper} width=${to - from} height=${Math.max(0, lower - upper)}></rect>
      <path class="limit" d=${limits.map((at) => `M${from} ${at}H${to}`).join('')}></path>`;
  });
};

/** From value to value; a value beyond what can be measured is not where it is drawn, and breaks the line. */
const lineThrough = (points: readonly TrendPoint[], { x, y }: Plan): string => {
  let isDrawing = false;
  return points
    .map(({ at, value, comparator }) => {
      const exact = comparator === null;
      const command = isDrawing ? 'L' : 'M';
      isDrawing = exact;
      return exact ? `${command}${x.place(at)} ${y.place(value)}` : '';
    })
    .join('');
};

const distance = ({ at }: TrendPoint, place: number, x: TimeScale) => Math.abs(x.place(at) - place);

/** A label near the edge stays inside. */
const anchorOf = (place: number, width: number, { fontSize }: ChartSize) =>
  place + fontSize * 2.5 > width ? 'end' : 'middle';

/** A single label tells all of its day: there is no other to tell the year. */
const tickFormat = ({ unit, ticks }: TimeScale, { locale, policy }: PortalContext) =>
  new Intl.DateTimeFormat(locale, {
    timeZone: policy.timeZone,
    ...((unit !== 'day' || ticks.length === 1) && { year: 'numeric' }),
    ...(unit !== 'year' && { month: 'short' }),
    ...(unit === 'day' && { day: 'numeric' }),
  });

/** From point to point: the one that gets the focus tells of itself. */
const onKeyDown = (event: KeyboardEvent) => {
  const options = [
    ...(event.currentTarget as SVGGElement).querySelectorAll<SVGGElement>('[role=option]'),
  ];
  const index = options.findIndex((option) => option.matches(':focus'));
  const target = {
    ArrowLeft: index - 1,
    ArrowUp: index - 1,
    ArrowRight: index + 1,
    ArrowDown: index + 1,
    Home: 0,
    End: options.length - 1,
  }[event.key];
  if (target === undefined) return;
  event.preventDefault();
  options[Math.min(Math.max(target, 0), options.length - 1)]?.focus();
};
