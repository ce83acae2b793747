import { html, LitElement, nothing } from 'lit';
import type { EntryId } from '../../src/faq/entries.js';
import { loadFaq, type FaqEntry } from '../../src/faq/faq.js';
import { mycooper } from '../../src/policy/mycooper.js';
import type { PortalPolicy } from '../../src/policy/portal-policy.js';
import type { Fixture } from '../fixtures/fixture.js';
import { medRenewalFixtures } from '../fixtures/med-renewal.fixtures.js';
import { portalAppointmentsFixtures } from '../fixtures/portal-appointments.fixtures.js';
import { portalHelpFixtures } from '../fixtures/portal-help.fixtures.js';
import { portalLoginFixtures } from '../fixtures/portal-login.fixtures.js';
import { portalSignupFixtures } from '../fixtures/portal-signup.fixtures.js';
import { secureInboxFixtures } from '../fixtures/secure-inbox.fixtures.js';
import { setScene, type Scene } from '../scene.js';
import { answerView } from './faq-answer.js';
import { guideStyles } from './guide-styles.js';

/** A value of the policy to change, and where it shows. */
interface Decision {
  readonly label: string;
  /** Where it stands in the policy. */
  readonly path: string;
  readonly value: (policy: PortalPolicy) => string;
  /** Absent: a text. */
  readonly range?: readonly [least: number, most: number];
  readonly options?: readonly string[];
  readonly change: (policy: PortalPolicy, value: string) => PortalPolicy;
  readonly refusal: Fixture;
  readonly widget: Fixture;
  readonly answer: EntryId;
}

const decisions: Readonly<Record<string, Decision>> = {
  expiry: {
    label: 'Days that an access code works',
    path: 'activation.expiresAfterDays',
    value: ({ activation }) => String(activation.expiresAfterDays),
    range: [1, 730],
    change: (policy, days) => ({
      ...policy,
      activation: { ...policy.activation, expiresAfterDays: Number(days) },
    }),
    refusal: portalSignupFixtures.ExpiredCode,
    widget: portalSignupFixtures.Fresh,
    answer: 'code-does-not-work',
  },
  attempts: {
    label: 'Wrong passwords until an account locks',
    path: 'login.maxAttempts',
    value: ({ login }) => String(login.maxAttempts),
    range: [1, 100],
    change: (policy, attempts) => ({
      ...policy,
      login: { ...policy.login, maxAttempts: Number(attempts) },
    }),
    refusal: portalLoginFixtures.LockedMyCooper,
    widget: portalLoginFixtures.WrongPassword,
    answer: 'account-locked',
  },
  cancel: {
    label: 'Canceling an appointment',
    path: 'appointments.cancelOnline',
    value: ({ appointments }) => (appointments.cancelOnline ? 'online' : 'by phone'),
    options: ['by phone', 'online'],
    change: (policy, how) => ({
      ...policy,
      appointments: { ...policy.appointments, cancelOnline: how === 'online' },
    }),
    refusal: portalAppointmentsFixtures.CancelByPhone,
    widget: portalAppointmentsFixtures.Many,
    answer: 'cancel-appointment',
  },
  reply: {
    label: 'Business days until a message is answered',
    path: 'messages.replyBusinessDays.to',
    value: ({ messages }) => String(messages.replyBusinessDays.to),
    range: [1, 30],
    change: (policy, days) => ({
      ...policy,
      messages: { ...policy.messages, replyBusinessDays: { to: Number(days) } },
    }),
    refusal: secureInboxFixtures.UrgentWords,
    widget: secureInboxFixtures.Sent,
    answer: 'reply-time',
  },
  renewal: {
    label: 'Business days until a renewal is answered',
    path: 'renewal.replyBusinessDays',
    value: ({ renewal }) => String(renewal.replyBusinessDays),
    range: [1, 30],
    change: (policy, days) => ({
      ...policy,
      renewal: { ...policy.renewal, replyBusinessDays: Number(days) },
    }),
    refusal: medRenewalFixtures.Refused,
    widget: medRenewalFixtures.Pending,
    answer: 'renewal-time',
  },
  phone: {
    label: 'Phone of the office',
    path: 'support.officePhone',
    value: ({ support }) => support.officePhone,
    change: (policy, phone) => ({
      ...policy,
      support: { ...policy.support, officePhone: phone },
    }),
    refusal: portalLoginFixtures.LockedMyCooper,
    widget: portalHelpFixtures.ContactOnly,
    answer: 'help',
  },
};

const firstDecision = 'expiry';

/**
 * Changes one value of a policy, and shows the refusal, the widget and the answer that follow.
 * @element policy-workshop
 */
export class PolicyWorkshop extends LitElement {
  static override properties = {
    chosen: { state: true },
    value: { state: true },
    result: { state: true },
  };

  static override styles = guideStyles;

  private chosen = firstDecision;
  private value = '';
  private result: { refusal: Scene; widget: Scene; answer: FaqEntry | undefined } | undefined;
  #changes = 0;

  get #decision(): Decision {
    const decision = decisions[this.chosen] ?? decisions[firstDecision];
    if (!decision) throw new Error('There is nothing to decide.');
    return decision;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.value = this.#decision.value(mycooper);
    void this.#follow();
  }

  protected override render() {
    const { result } = this;
    const { path } = this.#decision;
    return html`
      <form @change=${this.#onChange}>
        <label
          >Decision
          <select name="decision">
            ${Object.entries(decisions).map(
              ([id, { label }]) => html`<option value=${id}>${label}</option>`,
            )}
          </select></label
        >
        <label>Value ${this.#field()}</label>
        <p><code>${path}</code>, in myCooper’s policy: ${this.#decision.value(mycooper)}</p>
      </form>
      ${
        result
          ? html`<div class="panes">
              <section class="pane">
                <h3>The refusal</h3>
                ${result.refusal.page}
              </section>
              <section class="pane">
                <h3>The widget</h3>
                ${result.widget.page}
              </section>
              <section class="pane">
                <h3>The answer</h3>
                ${result.answer ? answerView(result.answer) : nothing}
              </section>
            </div>`
          : nothing
      }
    `;
  }

  #field() {
    const { options, range } = this.#decision;
    if (options) {
      return html`<select name="value">
        ${options.map((each) => html`<option ?selected=${each === this.value}>${each}</option>`)}
      </select>`;
    }
    return range
      ? html`<input
          type="number"
          name="value"
          min=${range[0]}
          max=${range[1]}
          .value=${this.value}
        />`
      : html`<input type="tel" name="value" .value=${this.value} />`;
  }

  async #onChange({ target }: Event): Promise<void> {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    if (!target.reportValidity() || target.value === '') return;
    if (target.name === 'decision') {
      this.chosen = target.value;
      this.value = this.#decision.value(mycooper);
    } else {
      this.value = target.value;
    }
    await this.#follow();
  }

  /** What came of an earlier value is dropped. */
  async #follow(): Promise<void> {
    const change = (this.#changes += 1);
    const { refusal, widget, answer } = this.#decision;
    const policy = this.#decision.change(mycooper, this.value);
    const [refusing, using, faq] = await Promise.all([
      setScene(refusal, { policy }),
      setScene(widget, { policy }),
      loadFaq(policy, 'en'),
    ]);
    if (change !== this.#changes) return;
    this.result = {
      refusal: refusing,
      widget: using,
      answer: faq.find(({ id }) => id === answer),
    };
    await this.updateComplete;
    await Promise.all([refusing.reach(), using.reach()]);
  }
}

customElements.define('policy-workshop', PolicyWorkshop);
