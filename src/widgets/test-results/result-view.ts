import { css, html, type LitElement } from 'lit';
import { NotFoundError } from '../../client/portal-errors.js';
import { getResult } from '../../contract/generated/details/results.js';
import type { Result, ResultSummary } from '../../contract/record/results.js';
import { msg } from '../../locales/localize.js';
import { recordTask } from '../../reading/record-task.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { failureNote } from '../../ui/failure-note.js';
import { headingView } from '../../ui/heading.js';
import { addStyles, LazyPart } from '../../ui/lazy-part.js';
import { AskAboutResult } from './ask-about-result.js';
import { ResultDocuments } from './export/result-documents.js';
import type { ResultExport } from './export/result-export.js';
import { skeletonView } from '../../ui/skeleton.js';
import { resultDetail, resultFacts, type ResultActions } from './result-detail.js';

import type { ResultReader } from './result-reader.js';
import { recordText } from '../../ui/words/record-text.js';

const styles = css`
  .narrative {
    display: block;
    white-space: pre-wrap;
  }
  .columns {
    font-family: ui-monospace, monospace;
  }
  .amount {
    color: var(--portal-color-text, currentcolor);
    font-weight: 600;
  }
  .value {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_s3);
    align-items: center;
    justify-content: space-between;
  }
  [part='observations'] td:not(:nth-child(3)) {
    color: inherit;
    font-size: 1em;
  }
  [part='observations'] td .pw-chip {
    font-size: 0.875em;
  }
  [part='observations'] thead th {
    width: 18%;
  }
  [part='observations'] thead :nth-child(2) {
    width: 34%;
  }
  [part='observations'] thead :nth-child(-n + 3):not(:nth-child(2)) {
    width: 24%;
  }
  .value .amount {
    font-size: 1.375em;
  }
  .value .pw-muted .amount {
    font-size: 1em;
    font-weight: 400;
  }
  .normal {
    color: var(--_muted);
  }
  .bar {
    --_tone: var(--_success);
    display: block;
    max-width: 20em;
    margin-top: var(--_s1);
  }
  .bar:is(.high, .low, .abnormal) {
    --_tone: var(--_warning);
  }
  .bar:is(.critical-high, .critical-low) {
    --_tone: var(--_danger);
  }
  .track {
    fill: var(--_sunken);
  }
  .within {
    fill: color-mix(in srgb, var(--_success) 45%, transparent);
  }
  .marker {
    fill: var(--_tone);
    stroke: Canvas;
    stroke-width: 1.5;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3) var(--_s6);
    margin: 0 0 var(--_s4);
  }
  dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  dd {
    margin: 0;
  }
  caption:not(.pw-visually-hidden) {
    padding-bottom: var(--_s2);
    font-weight: 600;
    text-align: start;
  }
  [part='documents'] ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  [part='documents'] button {
    text-align: start;
    overflow-wrap: anywhere;
  }
  [part='ask'] {
    margin-bottom: var(--_s4);
  }
  a[part='ask'] {
    display: inline-block;
    padding: var(--_s2) var(--_s4);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    font-weight: 600;
    text-decoration: none;
  }
  @media screen {
    .narrow ~ * td[data-label]::before {
      content: attr(data-label) ': ';
      content: attr(data-label) ': ' / '';
      color: var(--_muted);
    }
    .narrow ~ [part='observations'] tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--_s3);
      align-items: center;
    }
    .narrow ~ [part='observations'] :is(td:nth-child(2), td:nth-child(3)) {
      grid-column: 1 / -1;
    }
    .narrow ~ [part='observations'] td:nth-child(4) {
      grid-area: 1 / 2;
    }
  }
  @media (forced-colors: active) {
    .bar {
      forced-color-adjust: none;
    }
    .track {
      fill: Canvas;
      stroke: CanvasText;
    }
    .within {
      fill: CanvasText;
    }
    .marker {
      fill: Highlight;
      stroke: Canvas;
    }
  }
  @media print {
    :is([part='ask'], [part='documents']) {
      display: none;
    }
  }
`;

/** As tall as a few values. */
const room = () => skeletonView(4, 72);

/** What the widget hands to the open result. */
export interface ResultSurroundings extends ResultActions {
  /** The line of the list, whose name shows at once. */
  readonly summary: ResultSummary;
  readonly context: PortalContext;
  readonly subjectId: string;
  readonly headingLevel: number;
  /** Whose record it is, if somebody else's. */
  readonly person: string | undefined;
  /** Page of the host where messages are written; null: it has named none. */
  readonly messagesHref: string | null;
}

/** One result, from the backend onto the page. */
export class ResultView {
  readonly #host: LitElement;
  readonly #result;
  readonly #ask: AskAboutResult;
  readonly #documents: ResultDocuments;
  readonly #download: LazyPart<ResultExport>;

  constructor(host: LitElement, session: SessionController, reader: ResultReader) {
    this.#host = host;
    this.#ask = new AskAboutResult(host);
    this.#documents = new ResultDocuments(host, session, reader);
    this.#download = new LazyPart(host, async () => {
      const { ResultExport } = await import('./export/result-export.js');
      return new ResultExport(host, session, reader);
    });
    addStyles(host, styles);
    this.#result = recordTask(
      host,
      session,
      () => [reader.openId],
      async ({ client, subject, signal }, [result]) =>
        result === undefined
          ? undefined
          : client.call(getResult, { params: { subject, result } }, { signal }),
    );
  }

  render(surroundings: ResultSurroundings) {
    const { summary, headingLevel, person } = surroundings;
    const { name } = summary;
    return html`
      ${headingView(
        headingLevel,
        person === undefined ? recordText(name) : `${name} (${person})`,
        'result-heading',
      )}
      ${this.#result.render({
        pending: room,
        complete: (result) => result && this.#renderWhole(result, surroundings),
        error: (error) =>
          failureNote(error, error instanceof NotFoundError ? undefined : this.#onRetry),
      })}
    `;
  }

  #renderWhole(result: Result, { context, subjectId, messagesHref, onTrend }: ResultSurroundings) {
    return html`
      ${resultDetail(result, context, { onTrend })} ${this.#documents.render(result, context)}
      ${this.#ask.render(subjectId, result.id, messagesHref, context)}
      ${resultFacts(result, context)}
      ${this.#download.renderDetails('download', msg('Download this result'), false, (view) =>
        view.render(context, result),
      )}
    `;
  }

  readonly #onRetry = () => {
    // The button that has the focus goes away.
    this.#host.shadowRoot?.getElementById('result-heading')?.focus();
    void this.#result.run();
  };
}
