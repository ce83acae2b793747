import { Task, TaskStatus } from '@lit/task';
import { html, type LitElement, type ReactiveController } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { IdempotencyKey } from '../../client/idempotency-key.js';
import { SignedOutError } from '../../client/portal-errors.js';
import type { AppointmentRequest } from '../../contract/appointments.js';
import {
  requestAppointment,
  searchAppointmentRequests,
} from '../../contract/generated/appointments.js';
import { getCareTeam } from '../../contract/generated/care-team.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { fieldStyles } from '../../ui/base-styles.js';
import { choiceStyles } from '../../ui/form/choice-styles.js';
import { formStyles, formView } from '../../ui/form/form.js';
import { formatDay, localized } from '../../ui/format.js';
import { headingView } from '../../ui/heading.js';
import { callLink, nextStepView } from '../../ui/next-step.js';
import { noteView } from '../../ui/note.js';
import type { VersionLine } from '../../ui/versions.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import { doubtNote, leavesDoubt, requestWords, type Doubt } from '../../forms/doubt.js';
import { DraftController } from '../../forms/draft-controller.js';
import { contentOf, fillFields, textIn, type DraftContent } from '../../forms/draft-fields.js';
import { FormController, type Fields, type ReadTyped } from '../../forms/form-controller.js';
import { addStyles, loading } from '../../ui/on-demand.js';
import { limits, requestBody, requestFields, wishWords } from './request-fields.js';

type Body = ReturnType<typeof requestBody>;

/** A request that was sent and had no answer. */
interface Doubtful {
  doubt: Doubt;
  readonly reason: string;
  /** The requests that were in the record before. */
  readonly known: readonly string[];
  /** Whether something else was typed since. */
  isEdited: boolean;
}

/** A request that has arrived. */
interface Sent {
  readonly request: AppointmentRequest;
  /** Whether something else was typed since, which is not in it. */
  readonly isOlder: boolean;
}

/** How the form knows where it is, and tells that it is done with. */
export interface RequestFormHost {
  /** Who reads whose record; empty: nobody any. */
  readonly key: () => string;
  readonly isOpen: () => boolean;
  /** Ids of the requests that are known already. */
  readonly known: () => readonly string[];
  /** @param request the one that was sent; undefined: none */
  readonly onEnd: (request?: AppointmentRequest) => void;
}

/**
 * The form that asks for a visit, and what came of it. A request without an answer may have arrived or
 * not: it is looked up, and what the record says is told. As long as it is not known, nothing else is
 * sent, even if the form is closed meanwhile. Sent again as it is, it has the same name, and is done once.
 */
export class RequestForm implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #options: RequestFormHost;
  readonly #form: FormController;
  readonly #draft: DraftController;
  readonly #careTeam;
  readonly #requestKey = new IdempotencyKey();
  /** The host's key, and the last one that was not empty: whoever comes back to it goes on there. */
  #key = '';
  #record = '';
  #isOpen = false;
  #doubtful: Doubtful | undefined;
  #sent: Sent | undefined;
  #sending = new AbortController();

  constructor(host: LitElement, session: SessionController, options: RequestFormHost) {
    this.#host = host;
    this.#session = session;
    this.#options = options;
    addStyles(host, fieldStyles, choiceStyles, formStyles);
    host.addController(this);
    this.#form = new FormController(host, {
      region: '.requesting',
      loadRefusal: () => loadRefusal('appointments'),
    });
    this.#draft = new DraftController(host, session, {
      form: 'appointment-request',
      // What has arrived after all is dropped, though the form is closed.
      id: () => (options.isOpen() || this.#doubtful ? 'appointment-request' : undefined),
      fill: (content) => {
        fillFields(this.#element, this.#fields(), content);
      },
      lines: (content) => this.#linesOf(content),
    });
    this.#careTeam = new Task(host, {
      args: () => [session.context?.client, options.isOpen() && session.subject?.id] as const,
      task: async ([client, subject], { signal }) =>
        client && subject
          ? (await client.call(getCareTeam, { params: { subject } }, { signal })).members
          : [],
    });
  }

  hostUpdate(): void {
    const key = this.#options.key();
    if (key !== this.#key) this.#onRecord(key);
    const isOpen = this.#options.isOpen();
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.#form.settle();
    if (!isOpen) return;
    this.#sent = undefined;
    this.#form.focus('heading');
  }

  hostDisconnected(): void {
    this.#sending.abort();
  }

  render(context: PortalContext, headingLevel: number) {
    return html`<div class="requesting">
      ${this.#isOpen ? this.#renderOpen(context, headingLevel) : this.#outcomeView(context)}
    </div>`;
  }

  #renderOpen(context: PortalContext, headingLevel: number) {
    const { policy, locale } = context;
    const office = localized(policy.terms.office, locale);
    return keyed(
      this.#key,
      html`<section part="request-form" aria-labelledby="request-form-heading">
        ${headingView(headingLevel, msg('Ask for a visit'), 'request-form-heading')}
        <p>
          ${msg(str`We look for a time and let you know. If you need to be seen soon, call your ${office}:`)}
          ${callLink(policy.support.officePhone)}.
          ${nextStepView({ action: 'call-emergency' }, context)}.
        </p>
        ${this.#outcomeView(context)}
        ${
          this.#draft.isReady && this.#careTeam.status !== TaskStatus.PENDING
            ? this.#renderForm(context)
            : loading()
        }
      </section>`,
    );
  }

  #outcomeView(context: PortalContext) {
    if (this.#sent) return sentNote(this.#sent, context);
    return this.#doubtful
      ? doubtNote(this.#doubtful.doubt, requestWords(), context, () => {
          this.#lookUp(context);
        })
      : this.#form.outcomeView(context, {});
  }

  #renderForm(context: PortalContext) {
    const doubt = this.#doubtful?.doubt;
    const isLooking = doubt === 'looking';
    return html`
      ${this.#draft.notesView(doubt !== undefined && doubt !== 'absent')}
      ${formView({
        labelledBy: 'request-form-heading',
        fields: Object.values(this.#fields()),
        problems: this.#form.problems,
        submit: {
          label: doubt && !isLooking ? msg('Send it again') : msg('Send request'),
          busyLabel: isLooking ? msg('Looking it up…') : msg('Sending…'),
        },
        busy: this.#form.busy,
        onSubmit: (event) => {
          this.#onSubmit(event, context);
        },
        onInput: this.#onInput,
        beside: html`<button
          type="button"
          @click=${() => {
            this.#onCancel(context);
          }}
        >
          ${msg('Cancel')}
        </button>`,
      })}
      ${this.#draft.stateView()}
    `;
  }

  /** Without the names of the care team where they cannot be had: the office finds somebody. */
  #fields(): Fields {
    const { context } = this.#session;
    return context ? requestFields(context, this.#careTeam.value ?? [], this.#draft.content) : {};
  }

  /** What a draft says, as people read it. */
  #linesOf(content: DraftContent): VersionLine[] {
    const { locale = 'en' } = this.#session.context ?? {};
    const words = wishWords(content, this.#careTeam.value ?? [], locale);
    return Object.entries(this.#fields()).map(([pointer, { label }]) => ({
      label,
      text: words[pointer] ?? textIn(content, pointer),
    }));
  }

  get #element(): HTMLFormElement | null {
    return this.#host.renderRoot.querySelector('.requesting form');
  }

  /** Another record is open, or none. */
  #onRecord(key: string): void {
    this.#key = key;
    this.#sending.abort();
    this.#sending = new AbortController();
    this.#sent = undefined;
    if (key === '' || key === this.#record) return;
    this.#record = key;
    this.#requestKey.forget();
    this.#doubtful = undefined;
  }

  #onSubmit(event: SubmitEvent, context: PortalContext): void {
    const form = event.currentTarget as HTMLFormElement;
    const send = (typed: ReadTyped) => this.#send(requestBody(form, typed), context);
    void this.#form.submit(event, { fields: this.#fields(), limits, send });
  }

  async #send(body: Body, context: PortalContext): Promise<void> {
    if (this.#doubtful && !(await this.#isAbsent(this.#doubtful, context))) return;
    const { signal } = this.#sending;
    const record = this.#record;
    const known = this.#options.known();
    this.#doubtful = undefined;
    this.#host.requestUpdate();
    const params = this.#params();
    const headers = { 'idempotency-key': this.#requestKey.of({ ...params, ...body }) };
    try {
      const request = { params, headers, body };
      await this.#arrived(await context.client.call(requestAppointment, request, { signal }));
    } catch (error) {
      // Whoever is not signed in was refused: nothing was done.
      if (record !== this.#record || error instanceof SignedOutError) return;
      if (!signal.aborted && !leavesDoubt(error)) throw error;
      const { reason } = body;
      const doubtful: Doubtful = { doubt: 'unknown', reason, known, isEdited: false };
      this.#doubtful = doubtful;
      if (!signal.aborted && (await this.#isAbsent(doubtful, context))) this.#form.focus('note');
    }
  }

  /** What became of a request without an answer: if it is not in the record, that is left to tell. */
  async #isAbsent(doubtful: Doubtful, { client }: PortalContext): Promise<boolean> {
    const { signal } = this.#sending;
    doubtful.doubt = 'looking';
    this.#host.requestUpdate();
    try {
      const request = { params: this.#params(), body: { limit: 5 } };
      const { requests } = await client.call(searchAppointmentRequests, request, { signal });
      const arrived = requests.find(
        ({ id, reason }) => reason === doubtful.reason && !doubtful.known.includes(id),
      );
      doubtful.doubt = 'absent';
      if (arrived) await this.#arrived(arrived, doubtful.isEdited);
      return !arrived;
    } catch (error) {
      doubtful.doubt = 'unknown';
      if (signal.aborted) return false;
      if (!leavesDoubt(error)) throw error;
      if (this.#isHere) this.#form.focus('note');
      return false;
    }
  }

  /** @param isOlder whether something else was typed since: that stays as a draft */
  async #arrived(request: AppointmentRequest, isOlder = false): Promise<void> {
    this.#requestKey.forget();
    const cleared = isOlder ? undefined : this.#draft.clear();
    this.#doubtful = undefined;
    this.#sent = { request, isOlder };
    if (this.#isHere) this.#form.focus('note');
    this.#options.onEnd(request);
    await cleared;
  }

  /** Whether somebody is at the form, or where it was; who went on elsewhere is left in peace. */
  get #isHere(): boolean {
    const focused = this.#host.shadowRoot?.activeElement;
    return this.#isOpen || !focused || focused.matches('#ask, .requesting *');
  }

  #params() {
    return { subject: this.#session.subject?.id ?? '' };
  }

  readonly #onInput = (event: Event) => {
    if (this.#doubtful) this.#doubtful.isEdited = true;
    this.#draft.typed(contentOf(event.currentTarget as HTMLFormElement, this.#fields()));
  };

  #lookUp(context: PortalContext): void {
    const doubtful = this.#doubtful;
    if (!doubtful || this.#form.busy) return;
    void this.#form.run(async () => {
      if ((await this.#isAbsent(doubtful, context)) && this.#isHere) this.#form.focus('note');
    });
  }

  /** What came of a request is told although the form is closed. */
  #onCancel(context: PortalContext): void {
    if (this.#form.busy) return;
    if (this.#doubtful?.doubt === 'absent') this.#doubtful = undefined;
    this.#options.onEnd();
    this.#lookUp(context);
  }
}

const sentNote = ({ request, isOlder }: Sent, { policy, locale }: PortalContext) => {
  const day = formatDay(request.expectedBy, locale);
  const office = localized(policy.terms.office, locale);
  return noteView({
    heading: msg('We have your request.'),
    text: msg(str`You will have an answer by ${day}. You find it here.`),
    steps: isOlder
      ? [
          html`${msg('What you changed later is not in it, but it is kept. You can take the request back and ask again.')}
          ${msg(str`Or call your ${office} and ask:`)} ${callLink(policy.support.officePhone)}`,
        ]
      : [],
  });
};
