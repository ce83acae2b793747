import { Task, TaskStatus } from '@lit/task';
import { html, type LitElement, type ReactiveController } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { IdempotencyKey } from '../../client/idempotency-key.js';
import { BadAnswerError, UnavailableError, UnreachableError } from '../../client/portal-errors.js';
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
import { choiceStyles } from '../../ui/choice-styles.js';
import { formStyles, formView } from '../../ui/form.js';
import { localized } from '../../ui/format.js';
import { headingView } from '../../ui/heading.js';
import { callLink, nextStepView } from '../../ui/next-step.js';
import { noteView } from '../../ui/note.js';
import type { VersionLine } from '../../ui/versions.js';
import { loadAppointmentRefusal } from '../../ui/refusals/load-appointment-refusal.js';
import { DraftController } from '../draft-controller.js';
import { contentOf, fillFields, textIn, type DraftContent } from '../draft-fields.js';
import { FormController, type Fields, type ReadTyped } from '../form-controller.js';
import { addStyles, loading } from '../on-demand.js';
import { limits, requestBody, requestFields, wishWords } from './request-fields.js';

/** What is known of a request that was sent and had no answer: whether it is in the record. */
type Doubt = 'absent' | 'unknown';

/** How the form knows where it is, and tells that it is done with. */
export interface RequestFormHost {
  /** Who asks in whose record; empty: the form is closed. */
  readonly key: () => string;
  /** Whether a request is known already. */
  readonly isKnown: (id: string) => boolean;
  /** @param request the one that was sent; undefined: none */
  readonly onEnd: (request?: AppointmentRequest) => void;
}

/**
 * The form that asks for a visit. A request without an answer may have arrived or not: it is looked up,
 * and what the record says is told. Sent again as it is, it has the same name, and is done once.
 */
export class RequestForm implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #options: RequestFormHost;
  readonly #form: FormController;
  readonly #draft: DraftController;
  readonly #careTeam;
  readonly #requestKey = new IdempotencyKey();
  #key = '';
  #doubt: Doubt | undefined;
  #sending = new AbortController();

  constructor(host: LitElement, session: SessionController, options: RequestFormHost) {
    this.#host = host;
    this.#session = session;
    this.#options = options;
    addStyles(host, fieldStyles, choiceStyles, formStyles);
    host.addController(this);
    this.#form = new FormController(host, {
      region: '[part="request-form"]',
      loadRefusal: loadAppointmentRefusal,
    });
    this.#draft = new DraftController(host, session, {
      form: 'appointment-request',
      id: () => (options.key() ? 'appointment-request' : undefined),
      fill: (content) => {
        fillFields(this.#element, this.#fields(), content);
      },
      lines: (content) => this.#linesOf(content),
    });
    this.#careTeam = new Task(host, {
      args: () => [session.context?.client, options.key() && session.subject?.id] as const,
      task: async ([client, subject], { signal }) =>
        client && subject
          ? (await client.call(getCareTeam, { params: { subject } }, { signal })).members
          : [],
    });
  }

  hostUpdate(): void {
    const key = this.#options.key();
    if (key === this.#key) return;
    this.#key = key;
    this.#sending.abort();
    this.#sending = new AbortController();
    this.#requestKey.forget();
    this.#doubt = undefined;
    this.#form.settle();
    if (key) this.#form.focus('heading');
  }

  hostDisconnected(): void {
    this.#sending.abort();
  }

  render(context: PortalContext, headingLevel: number) {
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
        ${this.#doubt ? doubtNote(this.#doubt) : this.#form.outcomeView(context, {})}
        ${
          this.#draft.isReady && this.#careTeam.status !== TaskStatus.PENDING
            ? this.#renderForm(context)
            : loading()
        }
      </section>`,
    );
  }

  #renderForm(context: PortalContext) {
    return html`
      ${this.#draft.notesView()}
      ${formView({
        labelledBy: 'request-form-heading',
        fields: Object.values(this.#fields()),
        problems: this.#form.problems,
        submit: { label: msg('Send request'), busyLabel: msg('Sending…') },
        busy: this.#form.busy,
        onSubmit: (event) => {
          this.#onSubmit(event, context);
        },
        onInput: this.#onInput,
        beside: html`<button type="button" @click=${this.#onCancel}>${msg('Cancel')}</button>`,
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
    return this.#host.renderRoot.querySelector('[part="request-form"] form');
  }

  #onSubmit(event: SubmitEvent, context: PortalContext): void {
    const form = event.currentTarget as HTMLFormElement;
    this.#doubt = undefined;
    const send = (typed: ReadTyped) => this.#send(requestBody(form, typed), context);
    void this.#form.submit(event, { fields: this.#fields(), limits, send });
  }

  async #send(body: ReturnType<typeof requestBody>, context: PortalContext): Promise<void> {
    const { signal } = this.#sending;
    const params = { subject: this.#session.subject?.id ?? '' };
    const headers = { 'idempotency-key': this.#requestKey.of({ ...params, ...body }) };
    try {
      const request = { params, headers, body };
      await this.#arrived(await context.client.call(requestAppointment, request, { signal }));
    } catch (error) {
      if (signal.aborted) return;
      if (!leavesDoubt(error)) throw error;
      await this.#lookUp(params, body.reason, context);
    }
  }

  /** What became of a request without an answer. */
  async #lookUp(
    params: { readonly subject: string },
    reason: string,
    { client }: PortalContext,
  ): Promise<void> {
    const { signal } = this.#sending;
    try {
      const request = { params, body: { limit: 5 } };
      const { requests } = await client.call(searchAppointmentRequests, request, { signal });
      const arrived = requests.find(
        (each) => each.reason === reason && !this.#options.isKnown(each.id),
      );
      if (arrived) {
        await this.#arrived(arrived);
        return;
      }
      this.#doubt = 'absent';
    } catch (error) {
      if (signal.aborted) return;
      if (!leavesDoubt(error)) throw error;
      this.#doubt = 'unknown';
    }
    this.#form.focus('note');
  }

  async #arrived(request: AppointmentRequest): Promise<void> {
    this.#requestKey.forget();
    const cleared = this.#draft.clear();
    this.#options.onEnd(request);
    await cleared;
  }

  readonly #onInput = (event: Event) => {
    this.#draft.typed(contentOf(event.currentTarget as HTMLFormElement, this.#fields()));
  };

  readonly #onCancel = () => {
    if (!this.#form.busy) this.#options.onEnd();
  };
}

/** Whether a request that failed so may have been done all the same. */
const leavesDoubt = (error: unknown): boolean =>
  error instanceof UnreachableError ||
  error instanceof UnavailableError ||
  error instanceof BadAnswerError;

const doubtNote = (doubt: Doubt) =>
  doubt === 'absent'
    ? noteView({
        tone: 'problem',
        heading: msg('Your request did not arrive.'),
        text: msg('It is not in the record. What you typed is still here. Send it again.'),
      })
    : noteView({
        tone: 'problem',
        heading: msg('We do not know whether your request arrived.'),
        text: msg(
          'The connection broke before there was an answer. You can send it again: the same request counts only once.',
        ),
      });
