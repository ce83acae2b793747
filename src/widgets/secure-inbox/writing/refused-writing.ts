import { html, nothing } from 'lit';
import type { Eligibility } from '../../../contract/eligibility.js';
import { msg } from '../../../locales/localize.js';
import type { PortalContext } from '../../../session/portal-context.js';
import { messageRefusals } from '../../../ui/refusals/message-refusals.js';
import { refusalView } from '../../../ui/refusals/refusal-note.js';
import type { Inbox } from '../inbox.js';

/** Why nothing can be written here, and what to do instead. */
export const refusedWriting = (
  { reader, session, focus }: Inbox,
  refused: Extract<Eligibility, { allowed: false }>,
  context: PortalContext,
) => html`
  ${refusalView(messageRefusals)(refused, context, {})}
  ${
    refused.next.some(({ action }) => action === 'new-message')
      ? html`<p>
          <button
            type="button"
            @click=${() => {
              const draft = `message-${crypto.randomUUID()}`;
              reader.openWith(session.subject?.id, { view: 'compose', draft });
              focus('#opened-heading');
            }}
          >
            ${msg('Write a new message')}
          </button>
        </p>`
      : nothing
  }
`;
