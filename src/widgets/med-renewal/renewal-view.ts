import { css, html, nothing, type LitElement, type ReactiveController } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { PortalClient } from '../../client/portal-client.js';
import { PortalError, RefusedError } from '../../client/portal-errors.js';
import { getMedication, requestRenewal } from '../../contract/generated/medications.js';
import type { Medication, Renewal } from '../../contract/record/medications.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { fieldStyles } from '../../ui/styles/base-styles.js';
import { choiceStyles } from '../../ui/form/choice-styles.js';
import { chipChoiceStyles } from '../../ui/form/chip-choices.js';
import { formStyles, formView } from '../../ui/form/form.js';
import { faqLink } from '../../ui/format.js';
import { localized } from '../../ui/words/policy-words.js';
import { headingView } from '../../ui/heading.js';
import { callLink } from '../../ui/call-link.js';
import { skeletonView } from '../../ui/skeleton.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import { DraftController } from '../../forms/draft-controller.js';
import { contentOf, linesOf, type DraftContent } from '../../forms/draft-fields.js';
import { FormController, type Fields, type ReadTyped } from '../../forms/form-controller.js';
import { SendOnce } from '../../forms/send-once.js';
import { unknownRequestNote } from '../../forms/unknown-outcome.js';
import { addStyles } from '../../ui/lazy-part.js';
import type { MedicationReader } from './medication-reader.js';
import { limits, renewalBody, renewalFields } from './renewal-fields.js';

const styles = css`
  .renewal-form {
    margin-top: var(--_s4);
    padding-top: var(--_s4);
    border-top: 1px solid var(--_divider);
  }
`;

type Body = ReturnType<typeof renewalBody>;

/**
 * Told when the form is done with: of which medication it was, unless another record is open now, and the
 * renewal that was asked for, if one was.
 */
export type OnRenewalEnd = (medicationId?: string, renewal?: Renewal) => void;

/**
 * The form that asks for a renewal, once. As long as nobody knows whether a request has arrived, its form is
 * locked, and the medication says so, even if the form is closed meanwhile.
 */
export class RenewalView implements ReactiveController {
  readonly #session: SessionController;
  readonly #reader: MedicationReader;
  readonly #opened: () => Medication | undefined;
  readonly #onEnd: OnRenewalEnd;
  readonly #close: () => void;
  readonly #form: FormController;
  readonly #draft: DraftController;
  /** By the ids of their medications. */
  readonly #requests = new Map<string, SendOnce<Body>>();
  /** The reader's key, and the last one that was not empty, if any: whoever comes back to it goes on there. */
  #key: string;
  #record: string;
  /** The medication for which the form is filled in. */
  #shown: Medication | undefined;
  /** Aborted when the record is closed. */
  #leaving = new AbortController();

  /**
   * @param opened tells for which medication the form is open
   * @param close called where somebody closes it
   */
  constructor(
    host: LitElement,
    session: SessionController,
    reader: MedicationReader,
    opened: () => Medication | undefined,
    onEnd: OnRenewalEnd,
    close: () => void,
  ) {
    this.#session = session;
    this.#reader = reader;
    this.#opened = opened;
    this.#onEnd = onEnd;
    this.#close = close;
    this.#key = this.#record = reader.key;
    this.#form = new FormController(host, {
      region: '.renewal-form',
      loadRefusal: () => loadRefusal('medications'),
    });
    addStyles(host, fieldStyles, choiceStyles, chipChoiceStyles, formStyles, styles);
    host.addController(this); // before the draft, which follows what is shown
    this.#draft = new DraftController(host, session, {
      form: 'renewal',
      id: () => this.#shown && `renewal-${this.#shown.id}`,
      lines: (content) => linesOf(this.#fields(content), content),
    });
  }

  hostUpdate(): void {
    const { key } = this.#reader;
    if (key !== this.#key) this.#onRecord(key);
    const medication = this.#opened();
    if (medication?.id !== this.#shown?.id) this.#show(medication);
  }

  hostDisconnected(): void {
    this.#onRecord('');
  }

  render(medication: Medication, context: PortalContext, headingLevel: number) {
    const { policy, locale, faqHref } = context;
    const days = policy.renewal.replyBusinessDays;
    const office = localized(policy.terms.office, locale);
    const href = faqLink(faqHref, 'renewal.details');
    const isUnknown = this.#requestFor(medication).unknown !== undefined;
    return keyed(
      medication.id,
      html`<div class="renewal-form" part="form">
        ${headingView(headingLevel, msg(str`Request a renewal: ${medication.name}`), 'renewal-heading')}
        <p>
          ${
            days === 1
              ? msg('We’ll reply within 1 business day.')
              : msg(str`We’ll reply within ${days} business days.`)
          }
          ${msg(str`Need it sooner? Call your ${office}:`)} ${callLink(policy.support.officePhone)}
          ${href ? html`<a href=${href}>${msg('What to include in a request')}</a>` : nothing}
        </p>
        ${isUnknown ? unknownRequestNote(context) : this.#form.outcomeView(context, {})}
        ${this.#draft.isReady ? this.#draft.notesView(isUnknown) : skeletonView(5, 64)}
        ${
          this.#draft.isReady
            ? formView({
                labelledBy: 'renewal-heading',
                fields: Object.values(this.#fields()),
                problems: this.#form.problems,
                submit: {
                  label: isUnknown ? msg('Send it again') : msg('Request a renewal'),
                  busyLabel: msg('Sending…'),
                },
                locked: isUnknown,
                busy: this.#form.busy,
                onSubmit: (event) => {
                  this.#onSubmit(event, medication, context);
                },
                onInput: this.#onInput,
                beside: html`<button type="button" @click=${this.#onClose}>
                  ${msg('Close')}
                </button>`,
              })
            : nothing
        }
        ${this.#draft.stateView()}
      </div>`,
    );
  }

  /** That nobody knows whether a request for it has arrived; nothing where the record tells. */
  unknownOutcomeOf(medication: Medication, context: PortalContext) {
    return medication.renewable.allowed && this.#requestFor(medication).unknown
      ? unknownRequestNote(context)
      : nothing;
  }

  /** What the form asks for, with what was typed or kept. */
  #fields(content: DraftContent | undefined = this.#draft.content): Fields {
    return this.#shown ? renewalFields('renewal', this.#shown, content) : {};
  }

  #requestFor({ id }: Medication): SendOnce<Body> {
    const request = this.#requests.get(id) ?? new SendOnce();
    this.#requests.set(id, request);
    return request;
  }

  #show(medication: Medication | undefined): void {
    this.#shown = medication;
    this.#form.forget(); // what the last one has sent is told at its medication
  }

  /**
   * Another record is open, or none. As long as none is, nothing shows: whoever comes back to the same one
   * finds the form open, and in it what was typed.
   */
  #onRecord(key: string): void {
    this.#key = key;
    this.#leaving.abort();
    this.#leaving = new AbortController();
    const before = this.#record;
    if (key === '' || key === before) return;
    this.#record = key;
    if (before === '') return;
    this.#requests.clear();
    this.#show(undefined);
    this.#onEnd();
  }

  #end({ id }: Medication, renewal?: Renewal): void {
    if (this.#shown?.id === id) this.#show(undefined);
    this.#onEnd(id, renewal);
  }

  #onSubmit(event: SubmitEvent, medication: Medication, context: PortalContext): void {
    const { unknown } = this.#requestFor(medication);
    const send = (body: Body) => this.#send(medication, body, context);
    if (!unknown) {
      const fields = this.#fields();
      const sendTyped = (typed: ReadTyped) => send(renewalBody(typed));
      void this.#form.submit(event, { fields, limits, send: sendTyped });
      return;
    }
    event.preventDefault();
    if (!this.#form.busy) void this.#form.run(() => send(unknown));
  }

  async #send(medication: Medication, body: Body, { client }: PortalContext): Promise<void> {
    const { signal } = this.#leaving;
    const request = this.#requestFor(medication);
    const params = this.#params(medication);
    try {
      const now = await request.send(
        body,
        (headers) => client.call(requestRenewal, { params, headers, body }, { signal }),
        signal,
      );
      this.#arrived(now);
    } catch (error) {
      if (signal.aborted) return;
      const isTold = error instanceof RefusedError && error.errors.length === 0;
      if (!isTold || (await this.#isStillRenewable(medication, client))) throw error;
    }
  }

  #arrived(medication: Medication): void {
    if (medication.id === this.#shown?.id) void this.#draft.clear();
    this.#end(medication, medication.lastRenewal ?? undefined);
    this.#reader.replace(medication);
  }

  /** Whether a refusal has to be told in the form: else the medication itself says why not. */
  async #isStillRenewable(medication: Medication, client: PortalClient): Promise<boolean> {
    const { signal } = this.#leaving;
    try {
      const params = this.#params(medication);
      const now = await client.call(getMedication, { params }, { signal });
      if (now.renewable.allowed) return true;
      this.#end(medication);
      this.#reader.replace(now);
      return false;
    } catch (error) {
      if (signal.aborted) return false;
      if (error instanceof PortalError) return true;
      throw error;
    }
  }

  #params({ id }: Medication) {
    return { subject: this.#session.subject?.id ?? '', medication: id };
  }

  readonly #onInput = ({ currentTarget }: Event) => {
    this.#draft.typed(contentOf(currentTarget as HTMLFormElement, this.#fields()));
  };

  readonly #onClose = () => {
    if (!this.#form.busy) this.#close();
  };
}
