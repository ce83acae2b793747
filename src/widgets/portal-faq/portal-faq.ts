import { initialState, Task } from '@lit/task';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { readable, textsOf } from '../../faq/answer.js';
import type { Topic } from '../../faq/entries.js';
import type { FaqEntry } from '../../faq/faq.js';
import type { FaqSearch, Hit } from '../../faq/search.js';
import type { Locale } from '../../locales/localization.js';
import { msg, str } from '../../locales/localize.js';
import type { PolicySource } from '../../policy/load-policy.js';
import type { PortalPolicy } from '../../policy/portal-policy.js';
import { SessionController } from '../../session/session-controller.js';
import { baseStyles, fieldStyles } from '../../ui/base-styles.js';
import { failureNote } from '../../ui/failure-note.js';
import { countFaqs, localized } from '../../ui/format.js';
import { headingView } from '../../ui/heading.js';
import { callLink } from '../../ui/next-step.js';
import { noteView } from '../../ui/note.js';
import { defineElement } from '../define-element.js';
import { loading } from '../on-demand.js';
import { PolicyController } from '../policy-controller.js';
import { answerView, excerptView, markedView } from './answer-view.js';
import { PortalAnswerOpenedEvent, PortalHelpRequestEvent } from './portal-faq.events.js';
import { styles } from './portal-faq.styles.js';
import { topicWords } from './topic-words.js';

/** The FAQ of a hospital, in one language, with what is needed to search it and to find links' places. */
interface OpenFaq {
  readonly entries: readonly FaqEntry[];
  readonly search: FaqSearch;
  readonly entryAt: (hash: string) => string | undefined;
  readonly structuredData: object;
}

/** Hits that show until somebody asks for all. */
const firstHits = 10;

/**
 * Questions and answers, filled from the hospital's policy: by topic, with a search that forgives typing
 * errors, and with an address for each (`#faq-…`), to which refusals link. It needs neither a backend nor
 * anybody signed in; without a `<portal-session>` it is told the policy itself.
 *
 * @element portal-faq
 * @attr {string} policy - As `<portal-session>` takes it; only for pages without one.
 * @attr {string} topic - Shows one topic at first: `about`, `enrolling`, `credentials`, `record`, `messages`, `appointments`, `family`, `settings` or `technical`.
 * @attr {string} help-href - Page with contacts, for pages without a `<portal-help>`.
 * @attr {number} heading-level - 2 to 4; default 2.
 * @attr {boolean} structured-data - Puts schema.org data of the questions into the page, for search engines.
 * @csspart heading - The heading, and those of the topics.
 * @csspart search - The search form.
 * @csspart topics - The buttons for the topics.
 * @csspart count - How many answers were found.
 * @csspart entry - A question with its answer.
 * @csspart question - The question, which opens and closes the answer.
 * @csspart answer - The answer.
 * @csspart help - The way to a person.
 * @csspart note - That nothing was found, or that the answers could not be loaded.
 * @fires {PortalAnswerOpenedEvent} portal-answer-opened - Somebody has opened an answer; carries its id.
 * @fires {PortalHelpRequestEvent} portal-help-request - Somebody wants to ask a person; cancel it to offer something of your own.
 */
export class PortalFaq extends LitElement {
  static override styles = [baseStyles, fieldStyles, styles];
  static override properties = {
    policy: {},
    topic: {},
    helpHref: { attribute: 'help-href' },
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
  headingLevel = 2;
  structuredData = false;

  /** What is typed into the search field. */
  private query = '';
  private showsAll = false;
  /** Id of the entry that a link has led to. */
  private linkedTo: string | undefined;
  /** Where a person was asked for and there is no way to one but the phone: the entry, null for none. */
  private helpless: string | null | undefined;
  #focusNext: string | undefined;
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

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('topic') && this.topic && !(this.topic in topicWords())) {
      console.warn(`<${this.localName}> topic: expected ${Object.keys(topicWords()).join(', ')}`);
      this.topic = '';
    }
  }

  protected override updated(): void {
    void this.#writeStructuredData();
    const id = this.#focusNext;
    const target = id === undefined ? null : this.renderRoot.querySelector<HTMLElement>(`#${id}`);
    if (!target) return;
    this.#focusNext = undefined;
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      target.scrollIntoView({ block: 'start' });
      target.querySelector('summary')?.focus({ preventScroll: true });
    } else target.focus();
  }

  /** The questions and answers as schema.org's FAQPage, for JSON-LD; undefined until they are loaded. */
  getStructuredData(): object | undefined {
    return this.#faq.value?.structuredData;
  }

  /** Fetches the entries. A hospital with questions of its own may override it, and add them. */
  protected async loadEntries(policy: PortalPolicy, locale: Locale): Promise<readonly FaqEntry[]> {
    const { loadFaq } = await import('../../faq/faq.js');
    return loadFaq(policy, locale);
  }

  async #open(policy: PortalPolicy, locale: Locale): Promise<OpenFaq> {
    const [entries, { FaqSearch }, { anchorOf, entryAt }, { faqPage }] = await Promise.all([
      this.loadEntries(policy, locale),
      import('../../faq/search.js'),
      import('../../faq/entries.js'),
      import('../../faq/structured-data.js'),
    ]);
    const ownAnchors = new Map(entries.map(({ id }) => [`#${anchorOf(id)}`, id]));
    return {
      entries,
      search: new FaqSearch(entries),
      entryAt: (hash) => entryAt(hash) ?? ownAnchors.get(hash),
      structuredData: faqPage(entries, locale),
    };
  }

  protected override render() {
    const heading = headingView(this.headingLevel, msg('Questions and answers'));
    if (this.#policy.error !== undefined) {
      return html`${heading}
      ${noteView({
        heading: msg('The answers cannot be shown here.'),
        text: msg('This page is not set up right. Please call us instead.'),
        tone: 'problem',
      })}`;
    }
    return html`${heading}
    ${this.#faq.render({
      initial: loading,
      pending: loading,
      complete: (faq) => this.#renderFaq(faq),
      error: (error) => html`
        ${failureNote(error, () => void this.#faq.run())} ${this.#renderHelp(null)}
      `,
    })}`;
  }

  #renderFaq({ entries, search }: OpenFaq) {
    const isSearching = this.query.trim() !== '';
    const hits = isSearching ? search.find(this.query) : [];
    return html`
      <form part="search" role="search" @submit=${this.#onSubmit}>
        <label for="query">${msg('What is your question about?')}</label>
        <input
          id="query"
          type="search"
          autocomplete="off"
          maxlength="200"
          aria-describedby="count"
          @input=${this.#onInput}
        />
      </form>
      <p id="count" part="count" role="status">
        ${isSearching ? countWords(hits.length) : nothing}
      </p>
      ${isSearching ? this.#renderHits(hits, search) : this.#renderTopics(entries)}
    `;
  }

  #renderHits(hits: readonly FaqEntry[], search: FaqSearch) {
    if (hits.length === 0) {
      return html`
        ${noteView({
          heading: msg('We have no answer to this yet.'),
          text: msg('Try fewer or other words, or ask a person.'),
          steps: [
            html`<button type="button" @click=${this.#onClear}>
              ${msg('Show all questions')}
            </button>`,
          ],
        })}
        ${this.#renderHelp(null)}
      `;
    }
    const shown = this.showsAll ? hits : hits.slice(0, firstHits);
    const topics = topicWords();
    return html`
      ${repeat(
        shown,
        ({ id }) => id,
        (entry) => this.#renderEntry(search.mark(entry, this.query), topics[entry.topic]),
      )}
      ${
        shown.length < hits.length
          ? html`<p>
              <button type="button" @click=${this.#onShowAll}>
                ${msg(str`Show all ${hits.length}`)}
              </button>
            </p>`
          : nothing
      }
    `;
  }

  #renderTopics(entries: readonly FaqEntry[]) {
    const all = Object.entries(topicWords()) as [Topic, string][];
    const shown = all.filter(([topic]) => this.topic === '' || topic === this.topic);
    return html`
      <div class="topics" part="topics" role="group" aria-label=${msg('Topics')}>
        ${[['', msg('All topics')] as const, ...all].map(
          ([topic, words]) => html`
            <button
              type="button"
              value=${topic}
              aria-pressed=${topic === this.topic}
              @click=${this.#onTopic}
            >
              ${words}
            </button>
          `,
        )}
      </div>
      ${shown.map(
        ([topic, words]) => html`
          <section aria-labelledby="topic-${topic}">
            ${headingView(Math.min(this.headingLevel + 1, 4), words, `topic-${topic}`)}
            ${repeat(
              entries.filter(
                ({ id, asked, ...entry }) =>
                  entry.topic === topic && (asked || id === this.linkedTo),
              ),
              ({ id }) => id,
              (entry) => this.#renderEntry({ entry, question: [], answer: [] }),
            )}
          </section>
        `,
      )}
    `;
  }

  #renderEntry({ entry, question, answer }: Hit, topic?: string) {
    const isHit = topic !== undefined;
    return html`
      <details id="entry-${entry.id}" part="entry" data-entry=${entry.id} @toggle=${this.#onToggle}>
        <summary part="question">
          <span class="words">
            ${markedView(entry.question, question)}
            ${isHit ? html`<span class="topic">${topic}</span>` : nothing}
            ${
              isHit && question.length === 0
                ? excerptView(textsOf(entry.answer).map(readable), answer)
                : nothing
            }
          </span>
        </summary>
        <div part="answer">${answerView(entry.answer, answer)} ${this.#renderHelp(entry.id)}</div>
      </details>
    `;
  }

  /** The way to a person, for whom no answer has helped. */
  #renderHelp(entry: string | null) {
    const context = this.#policy.context;
    const words = msg('Ask a person');
    return html`
      <p part="help">
        ${entry === null ? nothing : html`<span>${msg('Was this it? If not:')}</span>`}
        ${
          this.helpHref === undefined
            ? html`<button type="button" data-entry=${entry ?? ''} @click=${this.#onHelp}>
                ${words}
              </button>`
            : html`<a href=${this.helpHref} data-entry=${entry ?? ''} @click=${this.#onHelp}
                >${words}</a
              >`
        }
        ${
          this.helpless === entry && context
            ? html`<span role="status"
                >${msg(str`Call your ${localized(context.policy.terms.office, context.locale)}:`)}
                ${callLink(context.policy.support.officePhone)}</span
              >`
            : nothing
        }
      </p>
    `;
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
    this.#focusNext = `entry-${entry.id}`;
    this.requestUpdate();
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
    this.#focusNext = 'query';
  };

  readonly #onShowAll = () => {
    const next = this.#faq.value?.search.find(this.query)[firstHits];
    this.showsAll = true;
    if (next) this.#focusSummary(next.id);
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
    else if (this.helpHref === undefined) this.helpless = entry;
  };

  #focusSummary(id: string): void {
    void this.updateComplete.then(() => {
      this.renderRoot.querySelector<HTMLElement>(`#entry-${id} summary`)?.focus();
    });
  }
}

const countWords = (count: number): string => {
  switch (count) {
    case 0:
      return msg('No answers found.');
    case 1:
      return msg('1 answer found.');
    default:
      return msg(str`${count} answers found.`);
  }
};
