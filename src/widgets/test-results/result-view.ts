import { css, html, type LitElement } from 'lit';
import { NotFoundError } from '../../client/portal-errors.js';
import { getResult } from '../../contract/generated/results.js';
import type { Result, ResultSummary } from '../../contract/record/results.js';
import { msg } from '../../locales/localize.js';
import { recordTask } from '../../reading/record-task.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { failureNote } from '../../ui/failure-note.js';
import { headingView } from '../../ui/heading.js';
import { addStyles, loading, LazyPart } from '../../ui/lazy-part.js';
import { AskAboutResult } from './ask-about-result.js';
import type { ResultExport } from './export/result-export.js';
import { resultDetail, type ResultActions } from './result-detail.js';
import type { ResultReader } from './result-reader.js';

const styles = css`
  .narrative {
    white-space: pre-wrap;
  }
  .columns {
    font-family: ui-monospace, monospace;
  }
  .flag {
    font-weight: 600;
  }
  .flag:not(.normal) {
    color: var(--_warning);
  }
  .flag:is(.critical-low, .critical-high) {
    color: var(--_danger);
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 2em;
    margin: 0 0 1em;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
  }
  caption:not(.pw-visually-hidden) {
    padding-bottom: 0.25em;
    font-weight: 600;
    text-align: start;
  }
  a[part='ask'] {
    display: inline-block;
    padding: 0.6em 0;
    font-weight: 600;
  }
  @media print {
    .trend,
    [part='ask'] {
      display: none;
    }
  }
`;

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
  readonly #download: LazyPart<ResultExport>;

  constructor(host: LitElement, session: SessionController, reader: ResultReader) {
    this.#host = host;
    this.#ask = new AskAboutResult(host);
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
        person === undefined ? name : `${name} (${person})`,
        'result-heading',
      )}
      ${this.#result.render({
        pending: loading,
        complete: (result) => result && this.#renderWhole(result, surroundings),
        error: (error) =>
          failureNote(error, error instanceof NotFoundError ? undefined : this.#onRetry),
      })}
    `;
  }

  #renderWhole(result: Result, { context, subjectId, messagesHref, onTrend }: ResultSurroundings) {
    return html`
      ${resultDetail(result, context, { onTrend })}
      ${this.#ask.render(subjectId, result.id, messagesHref, context)}
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
