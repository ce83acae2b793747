import { TaskStatus } from '@lit/task';
import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { getResultDocument } from '../../../contract/generated/details/results.js';
import type { DocumentSummary, DocumentType, Result } from '../../../contract/record/results.js';
import { msg, str } from '../../../locales/localize.js';
import { recordTask } from '../../../reading/record-task.js';
import type { PortalContext } from '../../../session/portal-context.js';
import type { SessionController } from '../../../session/session-controller.js';
import { failureNote } from '../../../ui/failure-note.js';
import { download } from '../../../ui/generated/icons.js';
import { iconView } from '../../../ui/icon.js';
import { saveData } from '../../../ui/save-file.js';
import { sizeWords } from '../../../ui/words/size-words.js';
import type { ResultReader } from '../result-reader.js';

/** A file of a result; another object is asked for anew. */
interface Wanted {
  readonly result: string;
  readonly document: string;
}

const typeWords: Readonly<Record<DocumentType, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/gif': 'GIF',
  'image/tiff': 'TIFF',
};

/** The files of the open result, each of which is fetched and saved when somebody asks for it. */
export class ResultDocuments implements ReactiveController {
  readonly #host: LitElement;
  readonly #reader: ResultReader;
  readonly #file;
  #wanted: Wanted | undefined;

  constructor(host: LitElement, session: SessionController, reader: ResultReader) {
    this.#host = host;
    this.#reader = reader;
    host.addController(this); // before the task, whose arguments depend on it
    this.#file = recordTask(
      host,
      session,
      () => [this.#wanted],
      async ({ client, subject, signal }, [wanted]) => {
        const { context } = session;
        if (!wanted || !context) return;
        const file = await client.call(
          getResultDocument,
          { params: { subject, ...wanted } },
          { signal },
        );
        signal.throwIfAborted();
        // The name of the file tells nothing of what is in it.
        const day = new Date(context.now()).toISOString().slice(0, 10);
        const ending = /\.\w+$/.exec(file.name)?.[0] ?? '';
        saveData({ ...file, name: `test-result-${day}${ending}` });
      },
    );
  }

  hostUpdate(): void {
    if (this.#wanted?.result !== this.#reader.openId) this.#wanted = undefined;
  }

  render({ id, documents = [], observations }: Result, { locale }: PortalContext) {
    if (documents.length === 0) return nothing;
    return html`<div part="documents">
      <p>
        ${observations.length === 0 ? msg('This result is a file. Download it to read it.') : nothing}
        ${msg(
          'The file holds your health information. Keep it somewhere safe, not on a shared computer.',
        )}
      </p>
      <ul aria-label=${msg('Files')}>
        ${documents.map((document) => html`<li>${this.#button(id, document, locale)}</li>`)}
      </ul>
      <p role="status">${this.#words()}</p>
      ${this.#stands(TaskStatus.ERROR) ? failureNote(this.#file.error) : nothing}
    </div>`;
  }

  #button(result: string, { id, name, type, size }: DocumentSummary, locale: string) {
    const pending = this.#stands(TaskStatus.PENDING);
    const onClick = () => {
      if (pending) return;
      this.#wanted = { result, document: id };
      this.#host.requestUpdate();
    };
    return html`<button type="button" aria-disabled=${pending} @click=${onClick}>
      ${iconView(download)}
      ${msg(str`Download ${name} (${typeWords[type]}, ${sizeWords(size, locale)})`)}
    </button>`;
  }

  /** Whether somebody wants a file, and it stands so with it. */
  #stands(status: TaskStatus): boolean {
    return this.#wanted !== undefined && this.#file.status === status;
  }

  #words(): string {
    if (this.#stands(TaskStatus.PENDING)) return msg('Loading…');
    return this.#stands(TaskStatus.COMPLETE) ? msg('We saved the file to your downloads.') : '';
  }
}
