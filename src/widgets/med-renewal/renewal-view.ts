import { css, html, nothing, type LitElement, type ReactiveController } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { IdempotencyKey } from '../../client/idempotency-key.js';
import {
  BadAnswerError,
  PortalError,
  RefusedError,
  UnavailableError,
  UnreachableError,
} from '../../client/portal-errors.js';
import { getMedication, requestRenewal } from '../../contract/generated/medications.js';
import type { Medication, Renewal } from '../../contract/medications.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { fieldStyles } from '../../ui/base-styles.js';
import { choiceStyles } from '../../ui/choice-styles.js';
import { formStyles, formView } from '../../ui/form.js';
import { faqLink, localized } from '../../ui/format.js';
import { headingView } from '../../ui/heading.js';
import { callLink } from '../../ui/call-link.js';
import { noteView } from '../../ui/note.js';
import { medicationRefusal } from '../../ui/refusals/medication-refusal.js';
import { DraftController } from '../draft-controller.js';
import { contentOf, fillFields, linesOf, type DraftContent } from '../draft-fields.js';
import { FormController, type Fields, type ReadTyped } from '../form-controller.js';
import { addStyles, loading } from '../on-demand.js';
import type { MedicationReader } from './medication-reader.js';
import { anyAllergies, limits, renewalFields } from './renewal-fields.js';

const styles = css`
  .renewal-form {
    margin-top: 1em;
    padding-top: 1em;
    border-top: 1px solid var(--_line);
  }
`;

/** What is known of a request that was sent and had no answer. */
type Doubt =
  /** It is being looked up. */
  | 'looking'
  /** It is not in the record. */
  | 'absent'
  /** It could not be looked up either. */
  | 'unknown';

/**
 * Told when the form is done with: of which medication it was, unless another record is open now, and the
 * renewal that was asked for, if one was.
 */
export type OnRenewalEnd = (medicationId?: string, renewal?: Renewal) => void;

/**
 * The form that asks for a renewal. A request without an answer may have arrived or not: it is looked up,
 * and what the record says is told. Sent again as it is, it has the same name, and is done once.
 */
export class RenewalView implements ReactiveController {
  readonly #host: LitElement;
  readonly #session: SessionController;
  readonly #reader: MedicationReader;
  readonly #opened: () => Medication | undefined;
  readonly #onEnd: OnRenewalEnd;
  readonly #form: FormController;
  readonly #draft: DraftController;
  readonly #requestKey = new IdempotencyKey();
  /** The reader's key of the record that the form is in. */
  #key: string;
  /** The medication for which the form is filled in. */
  #shown: Medication | undefined;
  #doubt: Doubt | undefined;
  #sending = new AbortController();

  /** @param opened tells for which medication the form is open */
  constructor(
    host: LitElement,
    session: SessionController,
    reader: MedicationReader,
    opened: () => Medication | undefined,
    onEnd: OnRenewalEnd,
  ) {
    this.#host = host;
    this.#session = session;
    this.#reader = reader;
    this.#opened = opened;
    this.#onEnd = onEnd;
    this.#key = reader.key;
    this.#form = new FormController(host, {
      region: '.renewal-form',
      loadRefusal: () => Promise.resolve(medicationRefusal(false)),
    });
    addStyles(host, fieldStyles, choiceStyles, formStyles, styles);
    host.addController(this); // before the draft, which follows what is shown
    this.#draft = new DraftController(host, session, {
      form: 'renewal',
      id: () => this.#shown && `renewal-${this.#shown.id}`,
      fill: (content) => {
        fillFields(host.renderRoot.querySelector('.renewal-form form'), this.#fields(), content);
      },
      lines: (content) => linesOf(this.#fields(content), content),
    });
  }

  hostUpdate(): void {
    const { key } = this.#reader;
    if (key !== '' && key !== this.#key) this.#onRecord(key);
    const medication = this.#opened();
    if (medication?.id !== this.#shown?.id) this.#show(medication);
  }

  hostDisconnected(): void {
    this.#sending.abort();
  }

  render(medication: Medication, context: PortalContext, headingLevel: number) {
    const { policy, locale, faqHref } = context;
    const days = policy.renewal.replyBusinessDays;
    const office = localized(policy.terms.office, locale);
    const href = faqLink(faqHref, 'renewal.details');
    const fields = this.#fields();
    const send = (typed: ReadTyped) => this.#send(medication, typed, context);
    const looking = this.#doubt === 'looking';
    return keyed(
      medication.id,
      html`<div class="renewal-form" part="form">
        ${headingView(headingLevel, msg(str`Ask for a renewal: ${medication.name}`), 'renewal-heading')}
        <p>
          ${
            days === 1
              ? msg('You will have an answer within 1 business day.')
              : msg(str`You will have an answer within ${days} business days.`)
          }
          ${msg(str`If you need it sooner, call your ${office}:`)}
          ${callLink(policy.support.officePhone)}
          ${href ? html`<a href=${href}>${msg('What a request needs')}</a>` : nothing}
        </p>
        ${
          this.#doubt
            ? this.#doubtNote(this.#doubt, medication, context)
            : this.#form.outcomeView(context, {})
        }
        ${this.#draft.isReady ? this.#draft.notesView() : loading()}
        ${
          this.#draft.isReady
            ? formView({
                labelledBy: 'renewal-heading',
                fields: Object.values(fields),
                problems: this.#form.problems,
                submit: {
                  label: this.#doubt && !looking ? msg('Send it again') : msg('Send request'),
                  busyLabel: looking ? msg('Looking it up…') : msg('Sending…'),
                },
                busy: this.#form.busy,
                onSubmit: (event) => {
                  void this.#form.submit(event, { fields, limits, send });
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

  #doubtNote(doubt: Doubt, medication: Medication, context: PortalContext) {
    const { policy, locale } = context;
    const office = localized(policy.terms.office, locale);
    switch (doubt) {
      case 'looking':
        return noteView({
          heading: msg('We got no answer, so we do not know whether your request arrived.'),
          text: msg('We are looking it up.'),
        });
      case 'absent':
        return noteView({
          tone: 'problem',
          heading: msg('Your request did not arrive.'),
          text: msg('It is not in the record. What you typed is still here. Send it again.'),
        });
      case 'unknown':
        return noteView({
          tone: 'problem',
          heading: msg('We do not know whether your request arrived.'),
          text: msg(
            'The connection broke before there was an answer. You can send it again: the same request counts only once.',
          ),
          steps: [
            html`<button type="button" @click=${() => void this.#lookAgain(medication, context)}>
              ${msg('Look it up')}
            </button>`,
            html`${msg(str`Or call your ${office} and ask:`)}
            ${callLink(policy.support.officePhone)}`,
          ],
        });
    }
  }

  /** What the form asks for, with what was typed or kept. */
  #fields(content: DraftContent | undefined = this.#draft.content): Fields {
    return this.#shown ? renewalFields('renewal', this.#shown, content) : {};
  }

  #show(medication: Medication | undefined): void {
    this.#shown = medication;
    this.#doubt = undefined;
    this.#sending.abort();
    this.#sending = new AbortController();
    this.#form.settle();
    if (medication) this.#form.focus('heading');
  }

  /**
   * Another record is open. As long as none is, nothing shows: whoever comes back to the same one finds the
   * form open, and in it what was typed.
   */
  #onRecord(key: string): void {
    this.#key = key;
    this.#requestKey.forget();
    this.#show(undefined);
    this.#onEnd();
  }

  #end(renewal?: Renewal): void {
    const medicationId = this.#shown?.id;
    this.#show(undefined);
    this.#onEnd(medicationId, renewal);
  }

  async #send(medication: Medication, typed: ReadTyped, context: PortalContext): Promise<void> {
    const { signal } = this.#sending;
    this.#doubt = undefined;
    const params = this.#params(medication);
    const body = {
      supplyDays: Number(typed('/body/supplyDays')),
      refills: Number(typed('/body/refills')),
      newAllergies: typed(anyAllergies) === 'yes' ? typed('/body/newAllergies') : null,
      pharmacy: typed('/body/pharmacy') || null,
      note: typed('/body/note') || null,
    };
    const headers = { 'idempotency-key': this.#requestKey.of({ ...params, ...body }) };
    try {
      const request = { params, headers, body };
      const renewal = await context.client.call(requestRenewal, request, { signal });
      this.#arrived({ ...medication, lastRenewal: renewal }, renewal);
      const now = await this.#read(medication, context);
      if (now) this.#reader.replace(now);
    } catch (error) {
      if (signal.aborted) return;
      if (leavesDoubt(error)) await this.#lookUp(medication, context);
      else if (!(error instanceof RefusedError) || error.errors.length > 0) throw error;
      else if (await this.#isStillRenewable(medication, context)) throw error;
    }
  }

  #arrived(medication: Medication, renewal: Renewal): void {
    this.#requestKey.forget();
    void this.#draft.clear();
    this.#end(renewal);
    this.#reader.replace(medication);
  }

  /** What became of a request without an answer. */
  async #lookUp(medication: Medication, context: PortalContext): Promise<void> {
    const { signal } = this.#sending;
    this.#doubt = 'looking';
    this.#host.requestUpdate();
    const now = await this.#read(medication, context);
    if (signal.aborted) return;
    const renewal = now?.lastRenewal;
    if (now && renewal && renewal.id !== medication.lastRenewal?.id) {
      this.#arrived(now, renewal);
      return;
    }
    this.#doubt = now ? 'absent' : 'unknown';
    this.#form.focus('note');
  }

  async #lookAgain(medication: Medication, context: PortalContext): Promise<void> {
    if (!this.#form.busy) await this.#form.run(() => this.#lookUp(medication, context));
  }

  /** Whether a refusal has to be told in the form: else the medication itself says why not. */
  async #isStillRenewable(medication: Medication, context: PortalContext): Promise<boolean> {
    const { signal } = this.#sending;
    const now = await this.#read(medication, context);
    if (signal.aborted) return false;
    if (!now || now.renewable.allowed) return true;
    this.#end();
    this.#reader.replace(now);
    return false;
  }

  /** The medication as it stands now; undefined: it could not be read, or another record is open. */
  async #read(medication: Medication, { client }: PortalContext): Promise<Medication | undefined> {
    const key = this.#reader.key;
    try {
      const now = await client.call(getMedication, { params: this.#params(medication) });
      return key === this.#reader.key ? now : undefined;
    } catch (error) {
      if (error instanceof PortalError) return undefined;
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
    if (!this.#form.busy) this.#end();
  };
}

/** Whether a request that failed so may have been done all the same. */
const leavesDoubt = (error: unknown): boolean =>
  error instanceof UnreachableError ||
  error instanceof UnavailableError ||
  error instanceof BadAnswerError;
