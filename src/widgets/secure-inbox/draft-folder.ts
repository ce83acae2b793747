import { css, html, nothing } from 'lit';
import { PortalError } from '../../client/portal-errors.js';
import type { Draft, DraftForm } from '../../contract/messages/drafts.js';
import { searchDrafts } from '../../contract/generated/drafts.js';
import { deleteDraft } from '../../contract/generated/details/drafts.js';
import { msg, str } from '../../locales/localize.js';
import { recordTask } from '../../reading/record-task.js';
import type { PortalContext } from '../../session/portal-context.js';
import { failureNote } from '../../ui/failure-note.js';
import { textIn } from '../../forms/draft-fields.js';
import { addStyles } from '../../ui/lazy-part.js';
import { emptyFolder } from './empty-folder.js';
import { skeletonView } from '../../ui/skeleton.js';
import type { Inbox } from './inbox.js';
import { momentWords } from './message-words.js';
import { openedBy } from './writing/reply-draft.js';

const styles = css`
  /* Over the button that is the whole line. */
  .above {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s2);
    align-items: center;
    width: fit-content;
  }
`;

/** Drafts that are listed; somebody with more than these has other worries. */
const mostListed = 100;

/** What was begun in this record, by this account, and not sent. */
export class DraftFolder {
  readonly #inbox: Inbox;
  readonly #drafts;
  /** Id of the draft that is about to be dropped, if its owner means it. */
  #dropping: string | undefined;
  #failure: unknown;

  constructor(inbox: Inbox) {
    const { host, session, reader } = inbox;
    this.#inbox = inbox;
    addStyles(host, styles);
    this.#drafts = recordTask(
      host,
      session,
      // What was written beside it, or sent, has changed it.
      () => [reader.folder === 'drafts', reader.opened, reader.draftReading],
      async ({ client, subject, signal }, [isShown]) => {
        if (!isShown) return undefined;
        const params = { subject };
        const body = { forms: ['message', 'reply'] as DraftForm[], limit: mostListed };
        return client.call(searchDrafts, { params, body }, { signal });
      },
    );
  }

  render(context: PortalContext) {
    return this.#drafts.render({
      pending: () => skeletonView(3, 70),
      complete: (page) => page && this.#renderDrafts(page.drafts, context),
      error: (error) =>
        failureNote(error, () => {
          void this.#drafts.run();
          this.#inbox.focus('#heading');
        }),
    });
  }

  #renderDrafts(drafts: readonly Draft[], context: PortalContext) {
    return html`
      <div part="count" role="status">
        ${
          drafts.length === 0
            ? emptyFolder(this.#inbox.reader)
            : html`<p .textContent=${countWords(drafts.length)}></p>`
        }
      </div>
      ${this.#failure ? failureNote(this.#failure) : nothing}
      ${
        drafts.length === 0
          ? nothing
          : html`<ul class="threads pw-rows" part="threads">
              ${drafts.map((draft) => this.#renderDraft(draft, context))}
            </ul>`
      }
    `;
  }

  #renderDraft(draft: Draft, context: PortalContext) {
    const { id, content, savedAt } = draft;
    const isReply = draft.form === 'reply';
    const title = textIn(content, isReply ? 'subjectLine' : '/body/title') || msg('No subject yet');
    return html`
      <li class="thread draft">
        <p class="title">
          <button
            class="open"
            type="button"
            value=${id}
            @click=${() => {
              this.#open(draft);
            }}
          >
            ${isReply ? msg(str`Reply: ${title}`) : title}
          </button>
        </p>
        <p class="line pw-muted">${msg(str`Saved ${momentWords(savedAt, context)}`)}</p>
        <p class="line"><span class="preview">${textIn(content, '/body/text')}</span></p>
        <p class="above">
          ${
            this.#dropping === id
              ? html`
                  <span id="dropping">${msg('Delete this draft?')}</span>
                  <button
                    class="pw-danger"
                    type="button"
                    aria-describedby="dropping"
                    @click=${() => void this.#drop(id)}
                  >
                    ${msg('Delete draft')}
                  </button>
                  <button
                    id="keep"
                    type="button"
                    @click=${() => {
                      this.#ask(undefined, `button[value="${id}"]`);
                    }}
                  >
                    ${msg('Keep it')}
                  </button>
                `
              : html`<button
                  class="pw-tertiary"
                  type="button"
                  @click=${() => {
                    this.#ask(id, '#keep');
                  }}
                >
                  ${msg('Delete')}
                  <span class="pw-visually-hidden">${title}</span>
                </button>`
          }
        </p>
      </li>
    `;
  }

  #open({ id }: Draft): void {
    const { reader, focus } = this.#inbox;
    reader.open(openedBy(id));
    focus('#opened-heading');
  }

  #ask(id: string | undefined, focusOn: string): void {
    this.#dropping = id;
    this.#inbox.focus(focusOn);
  }

  async #drop(draft: string): Promise<void> {
    const { session, focus, host } = this.#inbox;
    const { record } = session;
    if (!record) return;
    this.#dropping = this.#failure = undefined;
    try {
      await record.client.call(deleteDraft, { params: { subject: record.subject, draft } });
      this.#inbox.reader.readDraftsAgain();
    } catch (error) {
      if (!(error instanceof PortalError)) throw error;
      this.#failure = error;
      host.requestUpdate();
    }
    focus('#heading');
  }
}

const countWords = (count: number): string => {
  return count === 1 ? msg('1 draft') : msg(str`${count} drafts`);
};
