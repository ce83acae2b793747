import { Task, TaskStatus } from '@lit/task';
import { html, type LitElement, type ReactiveController } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { AppointmentRequest } from '../../contract/record/appointments.js';
import { requestAppointment } from '../../contract/generated/appointments.js';
import { getCareTeam } from '../../contract/generated/care-team.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { fieldStyles } from '../../ui/styles/base-styles.js';
import { choiceStyles } from '../../ui/form/choice-styles.js';
import { chipChoiceStyles } from '../../ui/form/chip-choices.js';
import { formStyles, formView } from '../../ui/form/form.js';
import { formatDay } from '../../ui/format.js';
import { localized } from '../../ui/words/policy-words.js';
import { headingView } from '../../ui/heading.js';
import { callLink, nextStepView } from '../../ui/next-step.js';
import { noteView } from '../../ui/note.js';
import { skeletonView } from '../../ui/skeleton.js';
import type { VersionLine } from '../../ui/versions.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import { DraftController } from '../../forms/draft-controller.js';
import { contentOf, textIn, type DraftContent } from '../../forms/draft-fields.js';
import { FormController, type Fields } from '../../forms/form-controller.js';
import { SendOnce } from '../../forms/send-once.js';
import { unknownRequestNote } from '../../forms/unknown-outcome.js';
import { addStyles } from '../../ui/lazy-part.js';
import { limits, requestBody, requestFields, wishWords } from './request-fields.js';

export { BrowserHistory } from '../../ui/browser-history.js';

type Body = ReturnType<typeof requestBody>;

/** How the form knows where it is, and tells that it is done with. */
export interface RequestFormHost {
  /** Who reads whose record; empty while no record is open. */
  readonly key: () => string;
  readonly isOpen: () => boolean;
  /** @param request the one that was sent; undefined: none */
  readonly onEnd: (request?: AppointmentRequest) => void;
}

/**
 * The form that requests an appointment, once, and what came of it. As long as nobody knows whether a request has
 * arrived, nothing else is sent: the form is locked, and says so even if it is closed meanwhile.
 */
export class RequestForm implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #options: RequestFormHost;
  readonly #form: FormController;
  readonly #draft: DraftController;
  readonly #careTeam;
  readonly #request = new SendOnce<Body>();
  /** The host's key, and the last one that was not empty: whoever comes back to it goes on there. */
  #key = '';
  #record = '';
  #isOpen = false;
  /** The request that has arrived. */
  #sent: AppointmentRequest | undefined;

  constructor(host: LitElement, session: SessionController, options: RequestFormHost) {
    this.#host = host;
    this.#session = session;
    this.#options = options;
    addStyles(host, fieldStyles, choiceStyles, chipChoiceStyles, formStyles);
    host.addController(this);
    this.#form = new FormController(host, {
      region: '.requesting',
      loadRefusal: () => loadRefusal('appointments'),
    });
    this.#draft = new DraftController(host, session, {
      form: 'appointment-request',
      id: () => (options.isOpen() ? 'appointment-request' : undefined),
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
    this.#form.forget();
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
        ${headingView(headingLevel, msg('Request an appointment'), 'request-form-heading')}
        <p>
          ${msg(str`We’ll find a time and let you know. Need to be seen soon? Call your ${office}:`)}
          ${callLink(policy.support.officePhone)}.
          ${nextStepView({ action: 'call-emergency' }, context)}.
        </p>
        ${this.#outcomeView(context)}
        ${
          this.#draft.isReady && this.#careTeam.status !== TaskStatus.PENDING
            ? this.#renderForm(context)
            : skeletonView(6, 64)
        }
      </section>`,
    );
  }

  #outcomeView(context: PortalContext) {
    if (this.#sent) return sentNote(this.#sent, context);
    return this.#request.unknown
      ? unknownRequestNote(context)
      : this.#form.outcomeView(context, {});
  }

  #renderForm(context: PortalContext) {
    const isUnknown = this.#request.unknown !== undefined;
    return html`
      ${this.#draft.notesView(isUnknown)}
      ${formView({
        labelledBy: 'request-form-heading',
        fields: Object.values(this.#fields()),
        problems: this.#form.problems,
        submit: {
          label: isUnknown ? msg('Send it again') : msg('Request an appointment'),
          busyLabel: msg('Sending…'),
        },
        locked: isUnknown,
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

  /** Another record is open, or none. */
  #onRecord(key: string): void {
    this.#key = key;
    this.#form.forget();
    this.#sent = undefined;
    if (key === '' || key === this.#record) return;
    this.#record = key;
    this.#request.forget();
  }

  #onSubmit(event: SubmitEvent, context: PortalContext): void {
    const { unknown } = this.#request;
    const send = (body: Body, signal: AbortSignal) => this.#send(body, context, signal);
    if (!unknown) {
      const form = event.currentTarget as HTMLFormElement;
      void this.#form.submit(event, {
        fields: this.#fields(),
        limits,
        send: (typed, signal) => send(requestBody(form, typed), signal),
      });
      return;
    }
    event.preventDefault();
    if (!this.#form.busy) void this.#form.run((signal) => send(unknown, signal));
  }

  async #send(body: Body, { client }: PortalContext, signal: AbortSignal): Promise<void> {
    const params = { subject: this.#session.subject?.id ?? '' };
    const sent = await this.#request.send(
      body,
      (headers) => client.call(requestAppointment, { params, headers, body }, { signal }),
      signal,
    );
    const cleared = this.#draft.clear();
    this.#sent = sent;
    if (this.#isHere) this.#form.focus('note');
    this.#options.onEnd(sent);
    await cleared;
  }

  /** Whether somebody is at the form, or where it was; who went on elsewhere is left in peace. */
  get #isHere(): boolean {
    const focused = this.#host.shadowRoot?.activeElement;
    return this.#isOpen || !focused || focused.matches('#ask, .requesting *');
  }

  readonly #onInput = (event: Event) => {
    this.#draft.typed(contentOf(event.currentTarget as HTMLFormElement, this.#fields()));
  };

  readonly #onCancel = () => {
    if (!this.#form.busy) this.#options.onEnd();
  };
}

const sentNote = ({ expectedBy }: AppointmentRequest, { locale }: PortalContext) => {
  const day = formatDay(expectedBy, locale);
  return noteView({
    tone: 'success',
    heading: msg('Appointment requested.'),
    text: msg(str`We’ll reply here by ${day}.`),
  });
};
