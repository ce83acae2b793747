import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import type { OutputOf } from '../../../contract/endpoint.js';
import { exportResults } from '../../../contract/generated/result-export.js';
import type * as contract from '../../../contract/result-export.js';
import type { Result } from '../../../contract/results.js';
import type { Subject } from '../../../contract/session.js';
import { msg, str } from '../../../locales/localize.js';
import type { PortalContext } from '../../../session/portal-context.js';
import type { SessionController } from '../../../session/session-controller.js';
import { failureNote } from '../../../ui/failure-note.js';
import { formatNumber } from '../../../ui/format.js';
import { saveFile } from '../../../ui/save-file.js';
import type { ResultReader } from '../result-reader.js';
import { csvOf } from './csv.js';
import { bundleOf } from './fhir.js';

type ExportPage = OutputOf<typeof contract.exportResults>;

type Format = 'csv' | 'fhir';

/** Results fetched at a time. */
const pageSize = 100;

/** How far a download is. Replaced as a whole with the record or the result. */
interface Progress {
  readonly format: Format;
  readonly state: 'reading' | 'done' | 'failed';
  readonly count: number;
  readonly total: number;
  readonly error?: unknown;
}

/**
 * Results as files, made in the browser: the open result, or all that the search finds. The name of the file
 * tells nothing of what is in it. Whenever person, record or search change, what is under way is aborted.
 */
export class ResultExport implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #reader: ResultReader;
  #under = new AbortController();
  #progress: Progress | undefined;
  /** What `#progress` is of. */
  #key = '';

  constructor(host: LitElement, session: SessionController, reader: ResultReader) {
    this.#host = host;
    this.#session = session;
    this.#reader = reader;
    host.addController(this);
  }

  hostUpdate(): void {
    const { key, openId = '', filters } = this.#reader;
    const current = JSON.stringify([key, openId, filters]);
    if (current !== this.#key) this.#stop();
    this.#key = current;
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** @param result the open one; undefined: all that the search finds */
  render(context: PortalContext, result?: Result) {
    return html`
      <p>
        ${msg(
          'The file has health information that others could read. Keep it in a safe place, and do not save it on a computer that you share.',
        )}
      </p>
      <div class="line downloads">
        ${this.#button('csv', msg('Table for a spreadsheet (CSV)'), context, result)}
        ${this.#button('fhir', msg('For other health apps (FHIR R4)'), context, result)}
      </div>
      <p>${msg('For a PDF, choose Print. Most devices can save as PDF there.')}</p>
      <p part="download-status" role="status">${this.#words(context.locale)}</p>
      ${this.#progress?.state === 'failed' ? failureNote(this.#progress.error) : nothing}
    `;
  }

  #button(format: Format, words: string, context: PortalContext, result: Result | undefined) {
    const pending = this.#progress?.state === 'reading';
    const onClick = () => {
      if (!pending) void this.#run(format, context, result);
    };
    return html`<button type="button" aria-disabled=${pending} @click=${onClick}>${words}</button>`;
  }

  #words(locale: string): string {
    const { state, count = 0, total = 0 } = this.#progress ?? {};
    const [some, all] = [formatNumber(count, locale), formatNumber(total, locale)];
    if (state === 'reading') {
      return total === 0 ? msg('Loading…') : msg(str`Reading ${some} of ${all} results…`);
    }
    if (state !== 'done') return '';
    return count === 1
      ? msg('A file with 1 result was saved to your downloads.')
      : msg(str`A file with ${some} results was saved to your downloads.`);
  }

  async #run(format: Format, context: PortalContext, result: Result | undefined): Promise<void> {
    const { subject } = this.#session;
    if (!subject) return;
    const { signal } = (this.#under = new AbortController());
    this.#show({ format, state: 'reading', count: 0, total: 0 });
    try {
      const results = result ? [result] : await this.#readAll(format, context, subject, signal);
      if (signal.aborted) return;
      save(format, results, subject, context);
      this.#show({ format, state: 'done', count: results.length, total: results.length });
    } catch (error) {
      if (!signal.aborted) this.#show({ format, state: 'failed', count: 0, total: 0, error });
    }
  }

  async #readAll(
    format: Format,
    { client }: PortalContext,
    subject: Subject,
    signal: AbortSignal,
  ): Promise<readonly Result[]> {
    const results: Result[] = [];
    const { filters } = this.#reader;
    let cursor: string | null = null;
    do {
      const body = { ...filters, limit: pageSize, cursor };
      const page: ExportPage = await client.call(
        exportResults,
        { params: { subject: subject.id }, body },
        { signal },
      );
      results.push(...page.results);
      cursor = page.nextCursor;
      if (signal.aborted) break;
      this.#show({ format, state: 'reading', count: results.length, total: page.total });
    } while (cursor !== null);
    return results;
  }

  #stop(): void {
    this.#under.abort();
    this.#progress = undefined;
  }

  #show(progress: Progress): void {
    this.#progress = progress;
    this.#host.requestUpdate();
  }
}

const save = (
  format: Format,
  results: readonly Result[],
  { id, displayName }: Subject,
  { now }: PortalContext,
): void => {
  const name = `test-results-${new Date(now()).toISOString().slice(0, 10)}`;
  if (format === 'csv') {
    saveFile(new File([csvOf(results)], `${name}.csv`, { type: 'text/csv;charset=utf-8' }));
    return;
  }
  const patient = { id, name: displayName };
  const bundle = bundleOf(results, { patient, now: now(), uuid: () => crypto.randomUUID() });
  const json = JSON.stringify(bundle, null, 2);
  saveFile(new File([json], `${name}.json`, { type: 'application/fhir+json' }));
};
