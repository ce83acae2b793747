import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { testCounts } from 'virtual:rule-tests';
import { entries, type CatalogueEntry, type EntryId } from '../../src/faq/entries.js';
import { loadFaq, type FaqEntry } from '../../src/faq/faq.js';
import { ruleIds, rules, type RuleId } from '../../src/policy/rules.js';
import { policies } from '../fixtures/support/policies.js';
import { answerView } from './faq-answer.js';
import { guideStyles } from './guide-styles.js';
import { ruleStories } from './rule-stories.js';
import { storyHref, type StoryRef } from './story-ref.js';

const names: Readonly<Record<string, string>> = {
  mychart: 'MyChart',
  mycooper: 'myCooper',
  lakeside: 'Lakeside',
};

interface Told {
  readonly policy: string;
  readonly faq: readonly FaqEntry[];
}

/**
 * Every rule: what each policy makes of it, where it refuses, where all is well, and how many tests name it.
 * @element rule-book
 */
export class RuleBook extends LitElement {
  static override properties = { told: { state: true }, wanted: { state: true } };

  static override styles = guideStyles;

  private told: readonly Told[] = [];
  private wanted = '';

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  protected override render() {
    const found = ruleIds.filter((id) => id.includes(this.wanted));
    const areas = [...new Set(found.map((id) => id.split('.')[0] ?? ''))];
    return html`
      <div class="tools">
        <label
          >Find a rule <input type="search" .value=${this.wanted} @input=${this.#onInput}
        /></label>
        <p role="status">${found.length} of ${ruleIds.length} rules</p>
      </div>
      ${areas.map(
        (area) => html`
          <h2>${area}</h2>
          ${found.filter((id) => id.startsWith(`${area}.`)).map((id) => this.#rule(id))}
        `,
      )}
    `;
  }

  async #read(): Promise<void> {
    this.told = await Promise.all(
      policies.map(async (policy) => ({
        policy: names[policy.id] ?? policy.id,
        faq: await loadFaq(policy, 'en'),
      })),
    );
  }

  #onInput({ currentTarget }: Event): void {
    this.wanted = (currentTarget as HTMLInputElement).value.trim().toLowerCase();
  }

  #rule(id: RuleId): TemplateResult {
    const { refused, allowed, why } = ruleStories[id];
    return html`
      <details>
        <summary><code>${id}</code> ${rules[id] === 'informs' ? 'informs' : 'is enforced'}</summary>
        <p>
          ${refused ? html`Refused: ${storyLink(refused)}.` : why}
          ${rules[id] === 'informs' ? 'Told' : 'Allowed'}: ${storyLink(allowed)}. Named by
          ${testCounts[id] ?? 0} test cases.
        </p>
        <div class="panes">
          ${this.told.map(({ policy, faq }) => {
            const entry = faq.find((each) => isOwn(each, id));
            return html`<section class="pane">
              <h3>${policy}</h3>
              ${entry ? answerView(entry) : nothing}
            </section>`;
          })}
        </div>
      </details>
    `;
  }
}

/** Whether refusals by a rule lead to this answer; others may tell the rule as well. */
const isOwn = ({ id }: FaqEntry, rule: RuleId): boolean =>
  (entries[id as EntryId] as CatalogueEntry).rules.includes(rule);

const storyLink = (ref: StoryRef) =>
  html`<a href=${storyHref(ref)} target="_top">${ref.replace('/', ': ')}</a>`;

customElements.define('rule-book', RuleBook);
