import { changeContact } from '../../contract/generated/preferences.js';
import type { PostalAddress, Preferences } from '../../contract/account/preferences.js';
import { msg } from '../../locales/localize.js';
import { textIn } from '../../forms/draft-fields.js';
import type { Fields, ReadTyped } from '../../forms/form-controller.js';
import { KeptForm, type FormPlan } from './kept-form.js';
import type { SectionForm, SectionHost } from './section.js';

/** Another address or phone number (`contact.update`). */
export const contactForm = (host: SectionHost): SectionForm =>
  new KeptForm(host, () => plan(host.id));

const plan = (id: string): FormPlan => ({
  name: 'contact',
  fields: (_context, preferences) => fields(id, preferences),
  onFile: contentOf,
  save: (typed, etag, { client }) =>
    client.call(changeContact, {
      headers: { 'if-match': etag },
      body: { address: addressOf(typed), phone: typed('/body/phone') || null },
    }),
  submitLabel: msg('Save my address and phone'),
  savedWords: () => msg('Saved. We updated your medical record, too.'),
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
    ...field('/body/address/line1', 'line1', msg('Street address'), 'address-line1'),
    ...field('/body/address/line2', 'line2', msg('Apartment or unit (optional)'), 'address-line2'),
    ...field('/body/address/city', 'city', msg('City'), 'address-level2'),
    ...field('/body/address/state', 'state', msg('State'), 'address-level1'),
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
