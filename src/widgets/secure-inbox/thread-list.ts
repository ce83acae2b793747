import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { ThreadSummary } from '../../contract/messages/threads.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import { chipView } from '../../ui/chip.js';
import { attachment } from '../../ui/generated/icons.js';
import { iconView } from '../../ui/icon.js';
import { dayWords, promiseOf } from './message-words.js';

export interface ThreadList {
  readonly threads: readonly ThreadSummary[];
  readonly context: PortalContext;
  /** Id of the thread that is open. */
  readonly openId: string | undefined;
  /** Listens to the buttons; their `value` is the thread's id. */
  readonly onOpen: (event: Event) => void;
}

/** The threads of a folder, latest first. The browser lays out only the lines in view. */
export const threadList = ({ threads, context, openId, onOpen }: ThreadList) =>
  guard([threads, context, openId], () =>
    threads.length === 0
      ? nothing
      : html`<ul class="threads pw-rows" part="threads">
          ${threads.map((thread) => line(thread, thread.id === openId, context, onOpen))}
        </ul>`,
  );

const line = (
  thread: ThreadSummary,
  isOpen: boolean,
  context: PortalContext,
  onOpen: ThreadList['onOpen'],
) => {
  const { unreadCount } = thread;
  const promise = promiseOf(thread, context);
  return html`
    <li class="thread ${unreadCount > 0 ? 'unread' : ''}">
      <p class="title">
        <button
          class="open"
          type="button"
          value=${thread.id}
          aria-current=${isOpen ? 'true' : nothing}
          @click=${onOpen}
        >
          ${thread.title}
        </button>
      </p>
      <p class="line pw-muted">
        <span>
          ${thread.careTeamMember.name}, ${thread.careTeamMember.role}
          ${thread.closed ? html` · ${msg('Closed')}` : nothing}
        </span>
        <span class="day">
          ${
            thread.hasAttachments
              ? html`${iconView(attachment)}<span class="pw-visually-hidden"
                    >${msg('With attachments')}</span
                  >`
              : nothing
          }
          ${dayWords(thread.lastMessageAt, context)}
        </span>
      </p>
      <p class="line">
        <span class="preview">${thread.preview}</span>
        ${unreadCount > 0 ? chipView(newWords(unreadCount), 'info') : nothing}
        ${promise ? chipView(promise.short, promise.isBroken ? 'warning' : undefined) : nothing}
      </p>
    </li>
  `;
};

const newWords = (count: number): string => (count === 1 ? msg('1 new') : msg(str`${count} new`));
