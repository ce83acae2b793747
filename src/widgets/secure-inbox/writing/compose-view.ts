import { html } from 'lit';
import { PortalError } from '../../../client/portal-errors.js';
import { getCareTeam } from '../../../contract/generated/care-team.js';
import { sendMessage } from '../../../contract/generated/messages.js';
import { getResult } from '../../../contract/generated/details/results.js';
import type { MessageTopic } from '../../../contract/messages/threads.js';
import { msg, str } from '../../../locales/localize.js';
import { recordTask } from '../../../reading/record-task.js';
import type { PortalContext } from '../../../session/portal-context.js';
import { failureNote } from '../../../ui/failure-note.js';
import { headingView } from '../../../ui/heading.js';
import { callLink } from '../../../ui/next-step.js';
import { noteView } from '../../../ui/note.js';
import { addStyles } from '../../../ui/lazy-part.js';
import { skeletonView } from '../../../ui/skeleton.js';
import { openedBar, openedStyles } from '../opened-bar.js';
import { broughtBy, type Inbox } from '../inbox.js';
import { messageFields } from './message-fields.js';
import { MessageForm } from './message-form.js';

/** A new message to somebody of the care team. */
export class ComposeView {
  readonly #inbox: Inbox;
  readonly #form: MessageForm;
  readonly #careTeam;
  readonly #about;

  constructor(inbox: Inbox) {
    const { host, session } = inbox;
    this.#inbox = inbox;
    addStyles(host, openedStyles);
    this.#careTeam = recordTask(
      host,
      session,
      () => [this.#isOpen],
      async ({ client, subject, signal }, [isOpen]) =>
        isOpen
          ? (await client.call(getCareTeam, { params: { subject } }, { signal })).members
          : undefined,
    );
    // Without its name, the title is left to the writer.
    this.#about = recordTask(
      host,
      session,
      () => [this.#result],
      async ({ client, subject, signal }, [result]) => {
        if (result === undefined) return undefined;
        const params = { subject, result };
        try {
          const { name } = await client.call(getResult, { params }, { signal });
          return msg(str`My result: ${name}`);
        } catch (error) {
          if (error instanceof PortalError) return undefined;
          throw error;
        }
      },
    );
    this.#form = new MessageForm(inbox, {
      form: 'message',
      draftId: () => this.#draftId,
      title: () => '',
      fields: (facts) => {
        const result = this.#result;
        const about = result === undefined ? undefined : (broughtBy(this.#about) ?? '');
        return messageFields(facts, broughtBy(this.#careTeam) ?? [], about);
      },
      send: (typed, body, { client, subject, request, signal }) => {
        const message = {
          ...body,
          recipient: typed('/body/recipient'),
          topic: typed('/body/topic') as MessageTopic, // one of those to choose from
          title: typed('/body/title'),
        };
        return request.send(
          message,
          (headers) =>
            client.call(sendMessage, { params: { subject }, headers, body: message }, { signal }),
          signal,
        );
      },
    });
  }

  /** @param level of its heading */
  render(context: PortalContext, level: number) {
    const headingId = 'opened-heading';
    return html`
      ${openedBar(this.#inbox)} ${headingView(level, msg('Write a message'), headingId)}
      ${this.#careTeam.render({
        pending: () => skeletonView(5, 60),
        complete: (members) =>
          members &&
          (members.length === 0 ? nobodyToWriteTo(context) : this.#form.render(context, headingId)),
        error: (error) =>
          failureNote(error, () => {
            void this.#careTeam.run();
            this.#inbox.focus(`#${headingId}`);
          }),
      })}
    `;
  }

  get #opened() {
    const { opened } = this.#inbox.reader;
    return opened?.view === 'compose' ? opened : undefined;
  }

  get #isOpen(): boolean {
    return this.#opened !== undefined;
  }

  get #draftId(): string | undefined {
    return this.#opened?.draft;
  }

  get #result(): string | undefined {
    return this.#opened?.result;
  }
}

const nobodyToWriteTo = ({ policy }: PortalContext) =>
  noteView({
    heading: msg('There’s no one to write to yet.'),
    text: msg('You can write to your care team. They appear here after your first appointment.'),
    steps: [html`${msg('Call us:')} ${callLink(policy.support.officePhone)}`],
  });
