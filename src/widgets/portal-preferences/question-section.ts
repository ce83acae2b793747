import { html, nothing } from 'lit';
import { changeSecurityQuestion } from '../../contract/generated/preferences.js';
import { msg } from '../../locales/localize.js';
import type { Fields } from '../form-controller.js';
import { SectionForm, type Plan } from './section-form.js';
import { sectionView, type Section, type SectionHost, type SectionPage } from './section.js';

/** The security question, where this portal has one; its answer is never shown (`security-question.change`). */
export class QuestionSection implements Section {
  readonly #host: SectionHost;
  readonly #form: SectionForm;

  constructor(host: SectionHost) {
    this.#host = host;
    this.#form = new SectionForm(host, () => plan(host.id));
  }

  get isChanged(): boolean {
    return this.#form.isChanged;
  }

  forget(): void {
    this.#form.forget();
  }

  render(page: SectionPage) {
    const { context, preferences } = page;
    const { used, question } = preferences.securityQuestion;
    if (!used) return nothing;
    return sectionView(
      this.#host.id,
      page,
      msg('Security question'),
      this,
      html`
        <p>
          ${
            question === null
              ? msg('You have no security question yet.')
              : html`${msg('Your question:')} <strong part="question">${question}</strong>`
          }
        </p>
        ${this.#form.render(context, preferences)}
      `,
    );
  }
}

const plan = (id: string): Plan => ({
  name: 'question',
  fields: () => fields(id),
  onFile: ({ securityQuestion }) => ({ '/body/question': securityQuestion.question ?? '' }),
  save: (typed, etag, { client }) =>
    client.call(changeSecurityQuestion, {
      headers: { 'if-match': etag },
      body: { question: typed('/body/question'), answer: typed('/body/answer') },
    }),
  submitLabel: msg('Save my question'),
  savedWords: () => msg('Saved. We ask this question if you forget your password.'),
});

const fields = (id: string): Fields => ({
  '/body/question': {
    id: `${id}-question`,
    name: 'question',
    label: msg('New security question'),
    hint: msg('A question that only you can answer. We ask it if you forget your password.'),
    autocomplete: 'off',
    required: true,
    drafted: true,
  },
  '/body/answer': {
    id: `${id}-answer`,
    name: 'answer',
    label: msg('Answer to your question'),
    hint: msg('We keep it secret: nobody can read it, and it is not kept while you type.'),
    autocomplete: 'off',
    required: true,
  },
});
