import { Task } from '@lit/task';
import { css, html, type LitElement } from 'lit';
import { NotFoundError } from '../../client/portal-errors.js';
import { getResult } from '../../contract/generated/result.js';
import type { ResultSummary } from '../../contract/results.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { failureNote } from '../../ui/failure-note.js';
import { headingView } from '../../ui/heading.js';
import { addStyles, loading } from '../on-demand.js';
import { resultDetail } from './result-detail.js';
import type { ResultReader } from './result-reader.js';

const styles = css`
  .narrative {
    white-space: pre-line;
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
`;

/** One result, from the backend onto the page. */
export class ResultView {
  readonly #host: LitElement;
  readonly #result;

  constructor(host: LitElement, session: SessionController, reader: ResultReader) {
    this.#host = host;
    addStyles(host, styles);
    this.#result = new Task(host, {
      args: () => [session.context?.client, session.subject?.id, reader.openId] as const,
      task: async ([client, subject, result], { signal }) =>
        client && subject && result
          ? client.call(getResult, { params: { subject, result } }, { signal })
          : null,
    });
  }

  /** @param summary the line of the list, whose name shows at once */
  render(
    summary: ResultSummary,
    context: PortalContext,
    headingLevel: number,
    person: string | undefined,
  ) {
    const { name } = summary;
    return html`
      ${headingView(
        headingLevel,
        person === undefined ? name : `${name} (${person})`,
        'result-heading',
      )}
      ${this.#result.render({
        pending: loading,
        complete: (result) => result && resultDetail(result, context),
        error: (error) =>
          failureNote(error, error instanceof NotFoundError ? undefined : this.#onRetry),
      })}
    `;
  }

  readonly #onRetry = () => {
    // The button that has the focus goes away.
    this.#host.shadowRoot?.getElementById('result-heading')?.focus();
    void this.#result.run();
  };
}
