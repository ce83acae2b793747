import { initialState, Task } from '@lit/task';
import { html, LitElement } from 'lit';
import type { Topic } from '../../faq/entries.js';
import type { FaqEntry } from '../../faq/faq.js';
import type { Locale } from '../../locales/localization.js';
import { msg } from '../../locales/localize.js';
import type { PolicySource } from '../../policy/policy-source.js';
import type { PortalPolicy } from '../../policy/portal-policy.js';
import { SessionController } from '../../session/session-controller.js';
import { pageHref } from '../../shape/address.js';
import { baseStyles, fieldStyles } from '../../ui/styles/base-styles.js';
import { failureNote } from '../../ui/failure-note.js';
import { countFaqs } from '../../ui/format.js';
import { FocusNext } from '../../ui/focus-next.js';
import { headingView } from '../../ui/heading.js';
import { defineElement } from '../../ui/define-element.js';
import { tellAuthor } from '../../shape/setup-problem.js';
import { skeletonView } from '../../ui/skeleton.js';
import { PolicyController } from '../../session/policy-controller.js';
import type { FaqPage } from './faq-view.js';
import { helpView } from './help-view.js';
import type { OpenFaq } from './open-faq.js';
import { PortalAnswerOpenedEvent, PortalHelpRequestEvent } from './portal-faq.events.js';
import { styles } from './portal-faq.styles.js';

const rowsToCome = () => skeletonView(14, 56);

/**
 * Questions and answers, filled in from the hospital's policy: by topic, with a search that forgives typos, and with
 * an address for each (`#faq-…`) that refusals link to. It works without a backend and without signing in; on a page
 * without a `<portal-session>`, give it the policy.
 *
 * @element portal-faq
 * @attr {string} policy - As `<portal-session>` takes it; only for pages without one.
 * @attr {string} topic - The topic to show first: `about`, `enrolling`, `credentials`, `record`, `messages`, `appointments`, `family`, `settings` or `technical`.
 * @attr {string} help-href - Page with your contacts, for pages without a `<portal-help>`.
 * @attr {string} allowed-origins - As `<portal-session>` takes it; only for pages without one.
 * @attr {number} heading-level - 2 to 4; default 2.
 * @attr {boolean} structured-data - Adds schema.org data about the questions to the page, for search engines.
 * @csspart heading - The heading, and the topics' headings; the element's own is also `title`.
 * @csspart search - The search form.
 * @csspart topics - The buttons for the topics.
 * @csspart count - How many answers were found.
 * @csspart entry - A question with its answer.
 * @csspart question - The question, which opens and closes the answer.
 * @csspart answer - The answer.
 * @csspart help - The way to a person.
 * @csspart note - Says that nothing was found, or that the answers couldn't be loaded.
 * @fires {PortalAnswerOpenedEvent} portal-answer-opened - Somebody has opened an answer; carries its id.
 * @fires {PortalHelpRequestEvent} portal-help-request - Somebody wants to ask a person; cancel it to offer something of your own.
 * @fires {PortalNavigateEvent} portal-navigate - It is about to go to another page; cancel it to go there another way.
 * @fires {PortalErrorEvent} portal-error - It shows that something failed; carries the kind and the status only.
 */
export class PortalFaq extends LitElement {
  static override styles = [baseStyles, fieldStyles, styles];
  static override properties = {
    policy: {},
    topic: {},
    helpHref: { attribute: 'help-href' },
    allowedOrigins: { attribute: 'allowed-origins' },
    headingLevel: { attribute: 'heading-level', type: Number },
    structuredData: { attribute: 'structured-data', type: Boolean },
    query: { state: true },
    showsAll: { state: true },
    linkedTo: { state: true },
    helpless: { state: true },
  };

  static define(tag = 'portal-faq', registry = customElements): void {
    defineElement(this, tag, registry);
  }

  readonly #session: SessionController = new SessionController(this);
  readonly #policy: PolicyController = new PolicyController(this, this.#session);
  readonly #faq: Task<readonly [PortalPolicy | undefined, Locale | undefined], OpenFaq> = new Task(
    this,
    {
      args: () => [this.#policy.context?.policy, this.#policy.context?.locale] as const,
      task: ([policy, locale]) => (policy && locale ? this.#open(policy, locale) : initialState),
      onComplete: (faq) => {
        this.#follow(location.hash, faq);
      },
    },
  );

  policy: PolicySource = '';
  topic: Topic | '' = '';
  helpHref: string | undefined;
  allowedOrigins = '';
  headingLevel = 2;
  structuredData = false;

  /** What is typed into the search field. */
  private query = '';
  private showsAll = false;
  /** Id of the entry that a link has led to. */
  private linkedTo: string | undefined;
  /** Where a person was asked for and there is no way to one but the phone: the entry, null for none. */
  private helpless: string | null | undefined;
  /** An entry that a link has led to opens first. */
  readonly #focus: FocusNext = new FocusNext(this, (target) => {
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      target.scrollIntoView({ block: 'start' });
      target.querySelector('summary')?.focus({ preventScroll: true });
    } else target.focus();
  });
  /** The data that stand in the page, or are about to, and where. */
  #written: object | undefined;
  #script: HTMLScriptElement | null | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    countFaqs(1);
    window.addEventListener('hashchange', this.#onHashChange);
    document.addEventListener('click', this.#onClickOnPage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    countFaqs(-1);
    window.removeEventListener('hashchange', this.#onHashChange);
    document.removeEventListener('click', this.#onClickOnPage);
    void this.#writeStructuredData();
  }

  protected override willUpdate(): void {
    const known = this.#faq.value?.view.topicWords();
    if (!known || this.topic === '' || this.topic in known) return;
    tellAuthor(
      'attribute-value',
      `<${this.localName}>`,
      `topic: expected ${Object.keys(known).join(', ')}`,
    );
    this.topic = '';
  }

  protected override updated(): void {
    void this.#writeStructuredData();
  }

  /** The questions and answers as schema.org's FAQPage, for JSON-LD; undefined until they are loaded. */
  getStructuredData(): object | undefined {
    return this.#faq.value?.structuredData;
  }

  /** Fetches the entries. A hospital with questions of its own may override it, and add them. */
  protected async loadEntries(policy: PortalPolicy, locale: Locale): Promise<readonly FaqEntry[]> {
    const { loadFaq } = await import('./open-faq.js');
    return loadFaq(policy, locale);
  }

  async #open(policy: PortalPolicy, locale: Locale): Promise<OpenFaq> {
    const [{ openFaq }, entries] = await Promise.all([
      import('./open-faq.js'),
      this.loadEntries(policy, locale),
    ]);
    return openFaq(entries, locale);
  }

  protected override render() {
    const heading = headingView(this.headingLevel, msg('Questions and answers'));
    return html`${heading}
    ${this.#faq.render({
      initial: rowsToCome,
      pending: rowsToCome,
      complete: ({ view, entries, search }) => view.faqView(entries, search, this.#page),
      error: (error) => html`
        ${failureNote(error, () => void this.#faq.run())} ${helpView(null, this.#page)}
      `,
    })}`;
  }

  get #helpPage(): string | undefined {
    return pageHref(
      this.helpHref,
      `${this.allowedOrigins} ${this.#session.context?.allowedOrigins ?? ''}`,
    );
  }

  get #page(): FaqPage {
    const helpHref = this.#helpPage;
    const { helpless, headingLevel, topic, query, showsAll, linkedTo } = this;
    return {
      ...{ helpHref, helpless, headingLevel, topic, query, showsAll, linkedTo },
      context: this.#policy.context,
      onInput: this.#onInput,
      onSubmit: this.#onSubmit,
      onClear: this.#onClear,
      onShowAll: this.#onShowAll,
      onTopic: this.#onTopic,
      onToggle: this.#onToggle,
      onHelp: this.#onHelp,
    };
  }

  async #writeStructuredData(): Promise<void> {
    const data = this.structuredData && this.isConnected ? this.getStructuredData() : undefined;
    if (data === this.#written) return;
    this.#written = data;
    this.#script?.remove();
    this.#script = undefined;
    if (!data) return;
    const { dataScript } = await import('./data-script.js');
    if (data !== this.#written) return;
    this.#script = dataScript(data);
    if (this.#script) document.head.append(this.#script);
  }

  /** Opens the entry that an address leads to, wherever it stands. */
  #follow(hash: string, faq = this.#faq.value): void {
    const id = faq?.entryAt(hash);
    const entry = faq?.entries.find((each) => each.id === id);
    if (!entry) return;
    this.query = '';
    const field = this.renderRoot.querySelector<HTMLInputElement>('#query');
    if (field) field.value = '';
    if (entry.topic !== this.topic) this.topic = '';
    this.linkedTo = entry.id;
    this.#focus.on(`#entry-${entry.id}`);
  }

  readonly #onHashChange = () => {
    this.#follow(location.hash);
  };

  /** The same link once more: no hash changes then. */
  readonly #onClickOnPage = (event: MouseEvent) => {
    const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
    if (link && link.hash !== '' && link.href === location.href) this.#follow(link.hash);
  };

  readonly #onInput = (event: Event) => {
    this.query = (event.currentTarget as HTMLInputElement).value;
    this.showsAll = false;
    this.linkedTo = undefined;
  };

  /** Enter leads to the best answer. */
  readonly #onSubmit = (event: Event) => {
    event.preventDefault();
    this.renderRoot.querySelector('summary')?.focus();
  };

  readonly #onClear = () => {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#query');
    if (field) field.value = '';
    this.query = '';
    this.#focus.on('#query');
  };

  readonly #onShowAll = () => {
    const faq = this.#faq.value;
    const next = faq?.search.find(this.query)[faq.view.firstHits];
    this.showsAll = true;
    if (next) this.#focus.on(`#hit-${next.id} summary`);
  };

  readonly #onTopic = (event: Event) => {
    this.topic = (event.currentTarget as HTMLButtonElement).value as Topic | '';
    this.linkedTo = undefined;
  };

  readonly #onToggle = (event: Event) => {
    const { open, dataset } = event.currentTarget as HTMLDetailsElement;
    if (open) this.dispatchEvent(new PortalAnswerOpenedEvent(dataset['entry'] ?? ''));
  };

  readonly #onHelp = (event: Event) => {
    const id = (event.currentTarget as HTMLElement).dataset['entry'];
    const entry = id === undefined || id === '' ? null : id;
    if (!this.dispatchEvent(new PortalHelpRequestEvent(entry))) event.preventDefault();
    else if (this.#helpPage === undefined) this.helpless = entry;
  };
}
