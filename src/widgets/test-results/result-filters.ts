import { css, html, nothing, type LitElement } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { msg } from '../../locales/localize.js';
import type { ResultCategory } from '../../policy/portal-policy.js';
import { fieldStyles } from '../../ui/styles/base-styles.js';
import { addStyles } from '../../ui/lazy-part.js';
import type { ResultFilters, ResultReader } from './result-reader.js';
import { categoryWords } from './result-words.js';

/** A date that cannot be searched for, by the id of its control. */
interface DateProblem {
  readonly controlId: string;
  readonly text: string;
}

const styles = css`
  [part='filters'] {
    margin-bottom: var(--_s4);
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_s3);
    align-items: end;
    margin-bottom: var(--_s3);
  }
  .fields > * {
    flex: 1 1 12em;
  }
`;

/** The search form. No browser keeps its words for later, and no spelling service gets them. */
export class ResultFilterForm {
  readonly #host: LitElement;
  readonly #reader: ResultReader;
  #problem: DateProblem | undefined;
  /** The reader's key of the record that `#problem` is of. */
  #key = '';

  constructor(host: LitElement, reader: ResultReader) {
    this.#host = host;
    this.#reader = reader;
    addStyles(host, fieldStyles, styles);
  }

  render() {
    if (this.#key !== this.#reader.key) this.#problem = undefined;
    this.#key = this.#reader.key;
    // Nothing that is typed stays for the next record.
    return keyed(
      this.#key,
      html`
        <form
          role="search"
          aria-label=${msg('Search test results')}
          class="pw-card"
          autocomplete="off"
          novalidate
          @submit=${this.#onSubmit}
          @reset=${this.#onReset}
        >
          ${this.#problem ? html`<p class="pw-error" id="date-error">${this.#problem.text}</p>` : nothing}
          <div class="fields">
            <div>
              <label for="text">${msg('Test name')}</label>
              <input id="text" name="text" type="search" maxlength="100" spellcheck="false" />
            </div>
            <div>
              <label for="category">${msg('Type')}</label>
              <select id="category" name="category">
                <option value="">${msg('All types')}</option>
                ${Object.entries(categoryWords()).map(
                  ([category, words]) => html`<option value=${category}>${words}</option>`,
                )}
              </select>
            </div>
            ${this.#renderDate('from', msg('Collected on or after'))}
            ${this.#renderDate('to', msg('Collected on or before'))}
          </div>
          <div class="pw-line">
            <button class="pw-primary" type="submit">${msg('Search')}</button>
            ${
              this.#reader.isFiltered
                ? html`<button type="reset">${msg('Clear filters')}</button>`
                : nothing
            }
          </div>
        </form>
      `,
    );
  }

  #renderDate(id: 'from' | 'to', label: string) {
    const isWrong = this.#problem?.controlId === id;
    return html`
      <div>
        <label for=${id}>${label}</label>
        <input
          id=${id}
          name=${id}
          type="date"
          max="9999-12-31"
          aria-invalid=${isWrong ? 'true' : nothing}
          aria-describedby=${isWrong ? 'date-error' : nothing}
        />
      </div>
    `;
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    this.#problem = dateProblemIn(form);
    if (this.#problem) {
      this.#host.requestUpdate();
      void this.#focus(form, this.#problem.controlId);
    } else {
      const { abnormalOnly } = this.#reader.filters;
      this.#reader.search({ ...filtersIn(form), abnormalOnly });
    }
  };

  readonly #onReset = (event: Event) => {
    this.#problem = undefined;
    this.#reader.search({});
    void this.#focus(event.currentTarget as HTMLFormElement, 'text');
  };

  async #focus(form: HTMLFormElement, id: string): Promise<void> {
    await this.#host.updateComplete;
    // WebKit would take the focus to what does not show, and lose it there.
    if (form.checkVisibility()) form.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}

const filtersIn = (form: HTMLFormElement): ResultFilters => {
  const data = new FormData(form);
  const typed = (name: string) => (data.get(name) as string).trim() || undefined;
  return {
    text: typed('text'),
    category: typed('category') as ResultCategory | undefined,
    from: typed('from'),
    to: typed('to'),
  };
};

/** The first date that is not whole, or the last day if it comes before the first. */
const dateProblemIn = (form: HTMLFormElement): DateProblem | undefined => {
  const dates = [...form.querySelectorAll<HTMLInputElement>('[type=date]')];
  // Not `:invalid`: WebKit goes on matching it after a date has been cleared.
  const unfinished = dates.find(({ validity }) => !validity.valid);
  if (unfinished) {
    return { controlId: unfinished.id, text: msg('Enter the full date, or leave it blank.') };
  }
  const { from, to } = filtersIn(form);
  return from && to && to < from
    ? { controlId: 'to', text: msg('Choose a last day that’s not before the first day.') }
    : undefined;
};
