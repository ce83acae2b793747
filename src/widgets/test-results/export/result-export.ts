import { TaskStatus } from '@lit/task';
import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import type { OutputOf } from '../../../contract/endpoint.js';
import { exportResults } from '../../../contract/generated/details/results.js';
import type * as contract from '../../../contract/record/results.js';
import type { Result } from '../../../contract/record/results.js';
import type { Subject } from '../../../contract/account/session.js';
import { msg, str } from '../../../locales/localize.js';
import { recordTask } from '../../../reading/record-task.js';
import type { OpenRecord } from '../../../session/open-record.js';
import type { PortalContext } from '../../../session/portal-context.js';
import type { SessionController } from '../../../session/session-controller.js';
import { toJson } from '../../../client/to-json.js';
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

/** What somebody wants to have as a file; another object is another file. */
interface Wanted {
  readonly format: Format;
  /** The open one; undefined: all that the search finds. */
  readonly result: Result | undefined;
}

/**
 * Results as files, made in the browser: the open result, or all that the search finds. The name of the file
 * tells nothing of what is in it. Whenever person, record or search change, what is under way is aborted.
 */
export class ResultExport implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #reader: ResultReader;
  /** Its value is the number of results in the file that was saved. */
  readonly #file;
  #wanted: Wanted | undefined;
  #progress = { count: 0, total: 0 };
  /** What `#wanted` is of. */
  #key = '';

  constructor(host: LitElement, session: SessionController, reader: ResultReader) {
    this.#host = host;
    this.#session = session;
    this.#reader = reader;
    host.addController(this); // before the task, whose arguments depend on it
    this.#file = recordTask(
      host,
      session,
      () => [this.#wanted],
      async (record, [wanted]) => wanted && this.#save(wanted, record),
    );
  }

  hostUpdate(): void {
    const { key, openId = '', filters } = this.#reader;
    const current = JSON.stringify([key, openId, filters]);
    if (current !== this.#key) this.#wanted = undefined;
    this.#key = current;
  }

  /** @param result the open one; undefined: all that the search finds */
  render(context: PortalContext, result?: Result) {
    return html`
      <p>
        ${msg(
          'The file holds your health information. Keep it somewhere safe, not on a shared computer.',
        )}
      </p>
      <div class="pw-line tools">
        ${this.#button('csv', msg('Spreadsheet (CSV)'), result)}
        ${this.#button('fhir', msg('Other health apps (FHIR R4)'), result)}
      </div>
      <p>${msg('Want a PDF? Choose Print, then save as PDF.')}</p>
      <p part="download-status" role="status">${this.#words(context.locale)}</p>
      ${this.#stands(TaskStatus.ERROR) ? failureNote(this.#file.error) : nothing}
    `;
  }

  #button(format: Format, words: string, result: Result | undefined) {
    const pending = this.#stands(TaskStatus.PENDING);
    const onClick = () => {
      if (pending) return;
      this.#wanted = { format, result };
      this.#show(0, 0);
    };
    return html`<button type="button" aria-disabled=${pending} @click=${onClick}>${words}</button>`;
  }

  /** Whether somebody wants a file, and it stands so with it. */
  #stands(status: TaskStatus): boolean {
    return this.#wanted !== undefined && this.#file.status === status;
  }

  #words(locale: string): string {
    if (this.#stands(TaskStatus.PENDING)) {
      const { count, total } = this.#progress;
      const [some, all] = [formatNumber(count, locale), formatNumber(total, locale)];
      return total === 0 ? msg('Loading…') : msg(str`Reading ${some} of ${all} results…`);
    }
    if (!this.#stands(TaskStatus.COMPLETE)) return '';
    const { value = 0 } = this.#file;
    return value === 1
      ? msg('We saved 1 result to your downloads.')
      : msg(str`We saved ${formatNumber(value, locale)} results to your downloads.`);
  }

  async #save({ format, result }: Wanted, record: OpenRecord): Promise<number | undefined> {
    const { context, subject } = this.#session;
    if (!context || !subject) return undefined;
    const results = result ? [result] : await this.#readAll(record);
    record.signal.throwIfAborted();
    save(format, results, subject, context);
    return results.length;
  }

  async #readAll({ client, subject, signal }: OpenRecord): Promise<readonly Result[]> {
    const results: Result[] = [];
    const { filters } = this.#reader;
    let cursor: string | null = null;
    do {
      const body = { ...filters, limit: pageSize, cursor };
      const page: ExportPage = await client.call(
        exportResults,
        { params: { subject }, body },
        { signal },
      );
      signal.throwIfAborted();
      results.push(...page.results);
      cursor = page.nextCursor;
      this.#show(results.length, page.total);
    } while (cursor !== null);
    return results;
  }

  #show(count: number, total: number): void {
    this.#progress = { count, total };
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
  const json = toJson(bundle, 2);
  saveFile(new File([json], `${name}.json`, { type: 'application/fhir+json' }));
};
