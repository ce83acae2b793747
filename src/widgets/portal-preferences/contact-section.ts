import { html } from 'lit';
import { changeContact } from '../../contract/generated/preferences.js';
import type { PostalAddress, Preferences } from '../../contract/preferences.js';
import { msg } from '../../locales/localize.js';
import { faqLink } from '../../ui/format.js';
import { nextStepView } from '../../ui/next-step.js';
import { noteView } from '../../ui/note.js';
import { textIn } from '../draft-fields.js';
import type { Fields, ReadTyped } from '../form-controller.js';
import { SectionForm, type Plan } from './section-form.js';
import { sectionView, type Section, type SectionHost, type SectionPage } from './section.js';

/** Address and phone in the medical record, where they are changed online (`contact.update`). */
export class ContactSection implements Section {
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
    return sectionView(
      this.#host.id,
      page,
      msg('Address and phone'),
      this,
      preferences.contact.editable ? this.#form.render(context, preferences) : renderFixed(page),
    );
  }
}

/** What is on file, and who changes it. */
const renderFixed = ({ context, preferences: { contact } }: SectionPage) => {
  const step = nextStepView({ action: 'call-office' }, context);
  return html`
    <dl>
      <dt>${msg('Address')}</dt>
      <dd>
        ${
          contact.address
            ? linesOf(contact.address).map((line) => html`<div>${line}</div>`)
            : msg('None on file.')
        }
      </dd>
      <dt>${msg('Phone')}</dt>
      <dd>${contact.phone ?? msg('None on file.')}</dd>
    </dl>
    ${noteView({
      heading: msg('Your address and phone cannot be changed here.'),
      text: msg('Tell us, and we will change them for you.'),
      steps: step ? [step] : [],
      faqHref: faqLink(context.faqHref, 'contact.update'),
    })}
  `;
};

const linesOf = ({ line1, line2, city, state, postalCode }: PostalAddress) =>
  [line1, line2, `${city}, ${state} ${postalCode}`].filter((line) => line !== null);

const plan = (id: string): Plan => ({
  name: 'contact',
  fields: (_context, preferences) => fields(id, preferences),
  onFile: contentOf,
  save: (typed, etag, { client }) =>
    client.call(changeContact, {
      headers: { 'if-match': etag },
      body: { address: addressOf(typed), phone: typed('/body/phone') || null },
    }),
  submitLabel: msg('Save my address and phone'),
  savedWords: () => msg('Saved. Your medical record has it, too.'),
});

const contentOf = ({ contact: { address, phone } }: Preferences) => ({
  '/body/address/line1': address?.line1 ?? '',
  '/body/address/line2': address?.line2 ?? '',
  '/body/address/city': address?.city ?? '',
  '/body/address/state': address?.state ?? '',
  '/body/address/postalCode': address?.postalCode ?? '',
  '/body/phone': phone ?? '',
});

/** Null: nothing of it is filled in, so there is to be none on file. */
const addressOf = (typed: ReadTyped): PostalAddress | null => {
  const address = {
    line1: typed('/body/address/line1'),
    line2: typed('/body/address/line2') || null,
    city: typed('/body/address/city'),
    state: typed('/body/address/state').toUpperCase(),
    postalCode: typed('/body/address/postalCode'),
  };
  return Object.values(address).some(Boolean) ? address : null;
};

const fields = (id: string, preferences: Preferences): Fields => {
  const onFile = contentOf(preferences);
  const field = (pointer: string, name: string, label: string, autocomplete: AutoFill) => ({
    [pointer]: {
      id: `${id}-${name}`,
      name,
      label,
      autocomplete,
      value: textIn(onFile, pointer),
      drafted: true,
    },
  });
  return {
    ...field('/body/address/line1', 'line1', msg('Street and number'), 'address-line1'),
    ...field('/body/address/line2', 'line2', msg('Apartment or unit (optional)'), 'address-line2'),
    ...field('/body/address/city', 'city', msg('City'), 'address-level2'),
    ...field('/body/address/state', 'state', msg('State, as 2 letters'), 'address-level1'),
    ...field('/body/address/postalCode', 'postal-code', msg('ZIP code'), 'postal-code'),
    '/body/phone': {
      id: `${id}-phone`,
      name: 'phone',
      label: msg('Phone'),
      type: 'tel',
      autocomplete: 'tel',
      value: onFile['/body/phone'],
      drafted: true,
    },
  };
};
