import type { LitElement } from 'lit';
import { NotFoundError } from '../../../client/portal-errors.js';
import { getResult } from '../../../contract/generated/details/results.js';
import { msg } from '../../../locales/localize.js';
import { recordTask } from '../../../reading/record-task.js';
import type { SessionController } from '../../../session/session-controller.js';
import { failureNote } from '../../../ui/failure-note.js';
import { noteView } from '../../../ui/note.js';
import { skeletonView } from '../../../ui/skeleton.js';
import type { ResultReader } from '../result-reader.js';

/** Reads a result that the page has asked for by its id, and that the list has not come to. */
export class SoughtResult {
  readonly #result;

  constructor(host: LitElement, session: SessionController, reader: ResultReader) {
    this.#result = recordTask(
      host,
      session,
      () => [reader.sought],
      async ({ client, subject, signal }, [result]) => {
        if (result === undefined) return;
        try {
          const params = { subject, result };
          reader.find(await client.call(getResult, { params }, { signal }));
        } catch (error) {
          if (!(error instanceof NotFoundError)) throw error;
          reader.find(undefined);
        }
      },
    );
  }

  /** While it is on its way, or why it has not come. */
  render() {
    return this.#result.render({
      pending: () => skeletonView(4, 72),
      error: (error) => failureNote(error, () => void this.#result.run()),
    });
  }

  missingNote() {
    return noteView({
      heading: msg('We can’t find that result.'),
      text: msg('You can look for it in the list.'),
    });
  }
}
