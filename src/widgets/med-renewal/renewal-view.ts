import { css, html, nothing, type LitElement, type ReactiveController } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { IdempotencyKey } from '../../client/idempotency-key.js';
import { PortalError, RefusedError } from '../../client/portal-errors.js';
import { getMedication, requestRenewal } from '../../contract/generated/medications.js';
import type { Medication, Renewal } from '../../contract/medications.js';
import { msg, str } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { SessionController } from '../../session/session-controller.js';
import { fieldStyles } from '../../ui/base-styles.js';
import { choiceStyles } from '../../ui/form/choice-styles.js';
import { formStyles, formView } from '../../ui/form/form.js';
import { faqLink, localized } from '../../ui/format.js';
import { headingView } from '../../ui/heading.js';
import { callLink } from '../../ui/call-link.js';
import { loadRefusal } from '../../ui/refusals/load-refusal.js';
import { doubtNote, leavesDoubt, requestWords, type Doubt } from '../../forms/doubt.js';
import { DraftController } from '../../forms/draft-controller.js';
import { contentOf, fillFields, linesOf, type DraftContent } from '../../forms/draft-fields.js';
import { FormController, type Fields, type ReadTyped } from '../../forms/form-controller.js';
import { addStyles, loading } from '../../ui/on-demand.js';
import type { MedicationReader } from './medication-reader.js';
import { anyAllergies, limits, renewalFields } from './renewal-fields.js';

const styles = css`
  .renewal-form {
    margin-top: 1em;
    padding-top: 1em;
    border-top: 1px solid var(--_line);
  }
`;

/** A request that was sent and had no answer. */
interface Doubtful {
  doubt: Doubt;
  /** As it was before. */
  readonly medication: Medication;
}

/**
 * Told when the form is done with: of which medication it was, unless another record is open now, and the
 * renewal that was asked for, if one was.
 */
export type OnRenewalEnd = (medicationId?: string, renewal?: Renewal) => void;

/**
 * The form that asks for a renewal. A request without an answer may have arrived or not: it is looked up,
 * and what the record says is told, even if the form is closed meanwhile. Sent again as it is, it has the
 * same name, and is done once.
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
  /** The last medication whose form was closed before it was known what came of the request. */
  #left: Medication | undefined;
  /** By the ids of their medications. */
  readonly #doubts = new Map<string, Doubtful>();
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
      loadRefusal: () => loadRefusal('medications'),
    });
    addStyles(host, fieldStyles, choiceStyles, formStyles, styles);
    host.addController(this); // before the draft, which follows what is shown
    this.#draft = new DraftController(host, session, {
      form: 'renewal',
      id: () => {
        // What has arrived after all is dropped, though the form is closed.
        const medication = this.#shown ?? this.#left;
        return medication && `renewal-${medication.id}`;
      },
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
    const doubt = this.#doubts.get(medication.id)?.doubt;
    const looking = doubt === 'looking';
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
        ${doubt ? this.doubtOf(medication, context) : this.#form.outcomeView(context, {})}
        ${
          this.#draft.isReady
            ? this.#draft.notesView(doubt !== undefined && doubt !== 'absent')
            : loading()
        }
        ${
          this.#draft.isReady
            ? formView({
                labelledBy: 'renewal-heading',
                fields: Object.values(fields),
                problems: this.#form.problems,
                submit: {
                  label: doubt && !looking ? msg('Send it again') : msg('Send request'),
                  busyLabel: looking ? msg('Looking it up…') : msg('Sending…'),
                },
                busy: this.#form.busy,
                onSubmit: (event) => {
                  void this.#form.submit(event, { fields, limits, send });
                },
                onInput: this.#onInput,
                beside: html`<button
                  type="button"
                  @click=${() => {
                    this.#close(context);
                  }}
                >
                  ${msg('Close')}
                </button>`,
              })
            : nothing
        }
        ${this.#draft.stateView()}
      </div>`,
    );
  }

  /** What is known of a request for it that had no answer; nothing where the record tells. */
  doubtOf(medication: Medication, context: PortalContext) {
    const doubtful = this.#doubts.get(medication.id);
    if (!doubtful || isAnother(medication, doubtful.medication)) return nothing;
    return doubtNote(doubtful.doubt, requestWords(), context, () => {
      this.#lookAgain(doubtful, context);
    });
  }

  /** What the form asks for, with what was typed or kept. */
  #fields(content: DraftContent | undefined = this.#draft.content): Fields {
    return this.#shown ? renewalFields('renewal', this.#shown, content) : {};
  }

  #show(medication: Medication | undefined): void {
    this.#shown = medication;
    if (medication) this.#left = undefined;
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
    this.#doubts.clear();
    this.#left = undefined;
    this.#show(undefined);
    this.#onEnd();
  }

  #end({ id }: Medication, renewal?: Renewal): void {
    if (this.#shown?.id === id) this.#show(undefined);
    this.#onEnd(id, renewal);
  }

  async #send(medication: Medication, typed: ReadTyped, context: PortalContext): Promise<void> {
    const { signal } = this.#sending;
    const { key } = this.#reader;
    const before = this.#doubts.get(medication.id)?.medication ?? medication;
    this.#doubts.delete(medication.id);
    this.#host.requestUpdate();
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
      if (key !== this.#reader.key || !this.#host.isConnected) return;
      // Another form was opened meanwhile: this one may have been sent.
      if (signal.aborted || leavesDoubt(error)) await this.#lookUp(before, context);
      else if (!(error instanceof RefusedError) || error.errors.length > 0) throw error;
      else if (await this.#isStillRenewable(medication, context)) throw error;
    }
  }

  #arrived(medication: Medication, renewal: Renewal): void {
    this.#requestKey.forget();
    if (medication.id === (this.#shown ?? this.#left)?.id) void this.#draft.clear();
    this.#doubts.delete(medication.id);
    this.#left = undefined;
    this.#end(medication, renewal);
    this.#reader.replace(medication);
  }

  /**
   * What became of a request without an answer.
   * @param medication as it was before
   */
  async #lookUp(medication: Medication, context: PortalContext): Promise<void> {
    const { key } = this.#reader;
    const doubtful: Doubtful = { doubt: 'looking', medication };
    this.#doubts.set(medication.id, doubtful);
    this.#host.requestUpdate();
    const now = await this.#read(medication, context);
    doubtful.doubt = now ? 'absent' : 'unknown';
    if (key !== this.#reader.key) return;
    const renewal = now?.lastRenewal;
    if (now && renewal && isAnother(now, medication)) {
      this.#arrived(now, renewal);
      return;
    }
    if (now) this.#reader.replace(now);
    this.#host.requestUpdate();
    if (this.#shown?.id === medication.id) this.#form.focus('note');
  }

  #lookAgain({ medication }: Doubtful, context: PortalContext): void {
    if (!this.#form.busy) void this.#form.run(() => this.#lookUp(medication, context));
  }

  /** Whether a refusal has to be told in the form: else the medication itself says why not. */
  async #isStillRenewable(medication: Medication, context: PortalContext): Promise<boolean> {
    const { signal } = this.#sending;
    const now = await this.#read(medication, context);
    if (signal.aborted) return false;
    if (!now || now.renewable.allowed) return true;
    this.#end(medication);
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

  /** What came of a request is told although the form is closed. */
  #close(context: PortalContext): void {
    const medication = this.#shown;
    if (!medication || this.#form.busy) return;
    const doubtful = this.#doubts.get(medication.id);
    if (doubtful?.doubt === 'absent') this.#doubts.delete(medication.id);
    else if (doubtful) this.#left = medication;
    this.#end(medication);
    if (this.#left && doubtful) this.#lookAgain(doubtful, context);
  }
}

/** Whether it has been asked for since. */
const isAnother = (now: Medication, before: Medication): boolean =>
  now.lastRenewal?.id !== before.lastRenewal?.id;
