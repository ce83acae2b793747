import { changeSecurityQuestion } from '../../contract/generated/preferences.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { Fields, FormController } from '../../forms/form-controller.js';
import { KeptForm, type FormPlan } from './kept-form.js';
import type { SectionForm, SectionHost } from './section.js';
import { confirmedBy, confirmingField } from './sign-in-part.js';

/** Another security question and its answer, which is not drafted (`security-question.change`, `password.change`). */
export const questionForm = (host: SectionHost): SectionForm =>
  new KeptForm(host, () => plan(host.id));

const plan = (id: string): FormPlan => ({
  name: 'question',
  fields: (context, _preferences, form) => fields(id, context, form),
  onFile: ({ securityQuestion }) => ({ '/body/question': securityQuestion.question ?? '' }),
  save: (typed, etag, { client }) =>
    client.call(changeSecurityQuestion, {
      headers: { 'if-match': etag },
      body: {
        question: typed('/body/question'),
        answer: typed('/body/answer'),
        ...confirmedBy(typed),
      },
    }),
  submitLabel: msg('Save my question'),
  savedWords: () => msg('Saved. We’ll ask this question if you forget your password.'),
});

const fields = (id: string, context: PortalContext, form: FormController): Fields => ({
  '/body/question': {
    id: `${id}-question`,
    name: 'question',
    label: msg('New security question'),
    hint: msg('A question only you can answer. We’ll ask it if you forget your password.'),
    autocomplete: 'off',
    required: true,
    missing: msg('Write a question that only you can answer'),
    drafted: true,
  },
  '/body/answer': {
    id: `${id}-answer`,
    name: 'answer',
    label: msg('Answer to your question'),
    hint: msg('We keep it secret. Nobody can read it, and we don’t save it in a draft.'),
    autocomplete: 'off',
    required: true,
    missing: msg('Enter the answer to your question'),
  },
  ...confirmingField(id, form, context),
});
