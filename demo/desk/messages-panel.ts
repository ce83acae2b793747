import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { messageTopic } from '../../src/contract/messages/threads.js';
import type { DeskThread, DeskThreadMessages } from '../../mocks/desk/threads.js';
import { readPages, typedIn, type Desk, type PatientPanel } from './panel.js';

/** What is opened in the panel while a thread begins; no id of one has a space. */
const newThread = 'new thread';

/** What the patient's side has written, and answers to it. */
export const messagesPanel: PatientPanel = {
  heading: 'Messages',
  async read(desk, { id }) {
    const { client, pages } = desk;
    const params = { patient: id };
    const [waiting, list, { members }] = await Promise.all([
      client.call('searchPatientThreads', { params, body: { awaiting: true, limit: 100 } }),
      readPages(pages, (cursor) =>
        client.call('searchPatientThreads', {
          params,
          body: { awaiting: false, cursor, limit: 5 },
        }),
      ),
      client.call('listCareTeam', { params }),
    ]);
    const [{ total }] = list;
    const others = list.flatMap(({ threads }) => threads);
    return html`<h4>Waiting for an answer (${waiting.total})</h4>
      ${listOf(desk, waiting.threads)}
      <h4>Others (${total})</h4>
      ${listOf(desk, others)}
      ${
        others.length < total
          ? html`<button type="button" @click=${desk.showMore}>Show more threads</button>`
          : nothing
      }
      ${
        members.length > 0
          ? html`<p class="actions">
              <button type="button" @click=${() => desk.open(newThread)}>Write a message</button>
            </p>`
          : html`<p>No one on a care team can write to this patient.</p>`
      }
      ${
        desk.opened === newThread
          ? writingForm(desk, id, members)
          : desk.opened === null
            ? nothing
            : await readThread(desk, desk.opened)
      }`;
  },
};

const listOf = (desk: Desk, threads: readonly DeskThread[]) =>
  html`<ul class="rows">
    ${repeat(
      threads,
      ({ id }) => id,
      (thread) =>
        html`<li>
          <span>
            <strong>${thread.title}</strong>${thread.closed ? ', closed' : nothing}<br />
            ${thread.lastFrom}, ${desk.time(thread.lastMessageAt)}: ${thread.preview}
            ${
              thread.expectedBy
                ? html`<br />answer promised by ${thread.expectedBy}`
                : thread.unreadCount > 0
                  ? html`<br />not read yet by the patient: ${thread.unreadCount}`
                  : nothing
            }
          </span>
          <button
            type="button"
            aria-label="Open: ${thread.title}"
            @click=${() => desk.open(thread.id)}
          >
            Open
          </button>
        </li>`,
    )}
  </ul>`;

const readThread = async (desk: Desk, id: string): Promise<TemplateResult> => {
  const thread = await desk.client.call('getDeskThread', { params: { thread: id } });
  return html`<h4 data-opened tabindex="-1">${thread.title}</h4>
    ${thread.messages.map(
      ({ from, sentAt, text, attachments }) =>
        html`<div class="email">
          <p><strong>${from.name}</strong>, ${desk.time(sentAt)}</p>
          <p class="letter">${text}</p>
          ${
            attachments.length > 0
              ? html`<p>Files: ${attachments.map(({ name }) => name).join(', ')}</p>`
              : nothing
          }
        </div>`,
    )}
    ${thread.closed ? html`<p>This thread is closed.</p>` : answerForm(desk, thread)}
    <p class="actions">
      ${
        thread.closed
          ? nothing
          : html`<button
              type="button"
              aria-label="Close the thread: ${thread.title}"
              @click=${() => close(desk, thread)}
            >
              Close the thread
            </button>`
      }
      <button type="button" @click=${() => desk.open(null)}>Put it away</button>
    </p>`;
};

const answerForm = (desk: Desk, thread: DeskThreadMessages) =>
  html`<form
    aria-label="Answer: ${thread.title}"
    @submit=${(event: SubmitEvent) => answer(desk, thread, typedIn(event))}
  >
    <label>
      Answer in the name of
      <input
        name="by"
        .value=${thread.careTeamMember.name}
        required
        maxlength="100"
        autocomplete="off"
      />
    </label>
    <label>
      Answer
      <textarea name="text" rows="4" required maxlength="8000"></textarea>
    </label>
    <p class="actions"><button type="submit">Send the answer</button></p>
  </form>`;

const answer = (
  { client, run, open }: Desk,
  { id, title }: DeskThreadMessages,
  typed: ReadonlyMap<string, string>,
) =>
  run(
    () =>
      client.call('answerMessage', {
        params: { thread: id },
        body: { by: typed.get('by') ?? '', text: typed.get('text') ?? '' },
      }),
    () => {
      open(null);
      return `${title}: answered.`;
    },
  );

const close = ({ client, run }: Desk, { id, title }: DeskThreadMessages) =>
  run(() => client.call('closeThread', { params: { thread: id } }), `${title}: closed.`);

const writingForm = (
  desk: Desk,
  patient: string,
  members: readonly { readonly id: string; readonly name: string; readonly role: string }[],
) =>
  html`<form
    aria-labelledby="writing"
    @submit=${(event: SubmitEvent) => write(desk, patient, typedIn(event))}
  >
    <h4 id="writing" data-opened tabindex="-1">A message to the patient</h4>
    <label>
      From
      <select name="by">
        ${members.map(({ id, name, role }) => html`<option value=${id}>${name}, ${role}</option>`)}
      </select>
    </label>
    <label>
      About
      <select name="topic">
        ${messageTopic.options.map((topic) => html`<option>${topic}</option>`)}
      </select>
    </label>
    <label>Title <input name="title" required maxlength="120" autocomplete="off" /></label>
    <label>
      Message
      <textarea name="text" rows="4" required maxlength="8000"></textarea>
    </label>
    <p class="actions">
      <button type="submit">Send the message</button>
      <button type="button" @click=${() => desk.open(null)}>Discard message</button>
    </p>
  </form>`;

const write = (
  { client, run, open }: Desk,
  patient: string,
  typed: ReadonlyMap<string, string>,
) => {
  const title = typed.get('title') ?? '';
  return run(
    () =>
      client.call('writeMessage', {
        params: { patient },
        body: {
          by: typed.get('by') ?? '',
          topic: typed.get('topic') as DeskThread['topic'], // one of the choices
          title,
          text: typed.get('text') ?? '',
        },
      }),
    () => {
      open(null);
      return `${title}: sent.`;
    },
  );
};
