import { changeEmail } from '../../contract/generated/preferences.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { Fields, FormController } from '../../forms/form-controller.js';
import { KeptForm, type FormPlan } from './kept-form.js';
import type { SectionForm, SectionHost } from './section.js';
import { confirmedBy, confirmingField } from './sign-in-part.js';

/** Another e-mail address (`email.*`, `password.change`). */
export const emailForm = (host: SectionHost): SectionForm =>
  new KeptForm(host, () => plan(host.id));

const plan = (id: string): FormPlan => ({
  name: 'email',
  fields: (context, _preferences, form) => fields(id, context, form),
  onFile: ({ email }) => ({ '/body/email': email.address ?? '' }),
  save: (typed, etag, { client }) =>
    client.call(changeEmail, {
      headers: { 'if-match': etag },
      body: {
        email: typed('/body/email'),
        emailAgain: typed('/body/emailAgain') || null,
        ...confirmedBy(typed),
      },
    }),
  submitLabel: msg('Save my email address'),
  savedWords: ({ policy }) =>
    policy.email.instantUpdate
      ? msg('Saved. We’ll use this address from now on, here and in your medical record.')
      : msg('Saved. We’ll use this address from now on.'),
});

const fields = (id: string, context: PortalContext, form: FormController): Fields => ({
  '/body/email': {
    id: `${id}-email`,
    name: 'email',
    label: msg('New email address'),
    type: 'email',
    autocomplete: 'email',
    literal: true,
    required: true,
    missing: msg('Enter your new email address'),
    drafted: true,
  },
  ...(context.policy.email.enteredTwice && {
    '/body/emailAgain': {
      id: `${id}-email-again`,
      name: 'email-again',
      label: msg('Confirm new email address'),
      type: 'email',
      autocomplete: 'email',
      literal: true,
      required: true,
      missing: msg('Enter your new email address again'),
      drafted: true,
    },
  }),
  ...confirmingField(id, form, context),
});
