import { html, nothing } from 'lit';
import { changeEmail } from '../../contract/generated/preferences.js';
import { msg } from '../../locales/localize.js';
import type { PortalContext } from '../../session/portal-context.js';
import type { Fields } from '../form-controller.js';
import { OnDemand } from '../on-demand.js';
import { SectionForm, type Plan } from './section-form.js';
import { sectionView, type Section, type SectionHost, type SectionPage } from './section.js';

/** Where the portal writes to, and what it has written (`email.*`, `notifications.new-information`). */
export class EmailSection implements Section {
  readonly #host: SectionHost;
  readonly #form: SectionForm;
  readonly #sent;

  constructor(host: SectionHost) {
    this.#host = host;
    this.#form = new SectionForm(host, () => plan(host.id));
    this.#sent = new OnDemand(host.element, async () => {
      const { SentEmails } = await import('./sent-emails.js');
      return new SentEmails(host.element, host.session);
    });
  }

  get isChanged(): boolean {
    return this.#form.isChanged;
  }

  forget(): void {
    this.#form.forget();
  }

  render(page: SectionPage) {
    const { context, preferences } = page;
    const { address, inMedicalRecord } = preferences.email;
    return sectionView(
      this.#host.id,
      page,
      msg('Email and notifications'),
      this,
      html`
        <p>
          ${
            address === null
              ? msg('We have no email address for you.')
              : html`${msg('We write to:')} <strong part="email">${address}</strong>`
          }
        </p>
        ${
          address === null || inMedicalRecord
            ? nothing
            : html`<p>${msg('Our staff will put it into your medical record, too.')}</p>`
        }
        ${
          context.policy.notifications.newInformation
            ? html`<p>
                ${msg(
                  'You get an email when there is something new for you. It says nothing about your health.',
                )}
              </p>`
            : nothing
        }
        ${this.#form.render(context, preferences)}
        ${this.#sent.renderDetails('sent-emails', msg('No emails arriving?'), false, (sent) =>
          sent.render(context),
        )}
      `,
    );
  }
}

const plan = (id: string): Plan => ({
  name: 'email',
  fields: (context) => fields(id, context),
  onFile: ({ email }) => ({ '/body/email': email.address ?? '' }),
  save: (typed, etag, { client }) =>
    client.call(changeEmail, {
      headers: { 'if-match': etag },
      body: { email: typed('/body/email'), emailAgain: typed('/body/emailAgain') || null },
    }),
  submitLabel: msg('Save my email address'),
  savedWords: ({ policy }) =>
    policy.email.instantUpdate
      ? msg('Saved. We use this address from now on, here and in your medical record.')
      : msg('Saved. We use this address from now on.'),
});

const fields = (id: string, { policy }: PortalContext): Fields => ({
  '/body/email': {
    id: `${id}-email`,
    name: 'email',
    label: msg('New email address'),
    type: 'email',
    autocomplete: 'email',
    literal: true,
    required: true,
    drafted: true,
  },
  ...(policy.email.enteredTwice && {
    '/body/emailAgain': {
      id: `${id}-email-again`,
      name: 'email-again',
      label: msg('New email address once more'),
      type: 'email',
      autocomplete: 'email',
      literal: true,
      required: true,
      drafted: true,
    },
  }),
});
