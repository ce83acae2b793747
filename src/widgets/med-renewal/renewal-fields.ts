import { mostRefills, renewalLengths } from '../../contract/record/renewal-limits.js';
import type { Medication } from '../../contract/record/medications.js';
import { msg, str } from '../../locales/localize.js';
import { chipChoices } from '../../ui/form/chip-choices.js';
import { choiceView } from '../../ui/form/choice-view.js';
import type { FieldLimits } from '../../ui/form/form-problems.js';
import { selectView } from '../../ui/form/select-view.js';
import { textAreaView } from '../../ui/form/text-area-view.js';
import { textIn, type DraftContent } from '../../forms/draft-fields.js';
import type { Fields, ReadTyped } from '../../forms/form-controller.js';
import { refillWords, supplyWords } from './medication-words.js';

/** Asks whether there are new allergies: part of no request, but nobody passes it over. */
const anyAllergies = '/anyNewAllergies';

/** For words about what is too long. */
export const limits: Readonly<Record<string, FieldLimits>> = {
  '/body/newAllergies': { most: renewalLengths.newAllergies },
  '/body/pharmacy': { most: renewalLengths.pharmacy },
  '/body/note': { most: renewalLengths.note },
};

/**
 * What a request for a renewal carries (`renewal.details`), and what helps the pharmacy and the office.
 * @param content what was typed, or kept of what was; undefined: nothing
 */
export const renewalFields = (
  id: string,
  { supplyChoices, supplyDays, pharmacy }: Medication,
  content: DraftContent | undefined,
): Fields => {
  const [onlyChoice, ...others] = supplyChoices;
  const usual =
    others.length === 0 ? onlyChoice : supplyChoices.find((days) => days === supplyDays);
  const fields: Fields = {
    '/body/supplyDays': {
      id: `${id}-supply`,
      name: 'supply',
      label: msg('Days’ supply'),
      hint: msg('How long each fill should last'),
      autocomplete: 'off',
      required: true,
      missing: msg('Choose how long each fill should last'),
      view: chipChoices(
        choiceView(
          supplyChoices.map((days) => ({ value: String(days), label: supplyWords(days) })),
        ),
      ),
      ...(usual !== undefined && { value: String(usual) }),
    },
    '/body/refills': {
      id: `${id}-refills`,
      name: 'refills',
      label: msg('Refills'),
      hint: msg('How many times your pharmacy can fill it again'),
      autocomplete: 'off',
      required: true,
      missing: msg('Choose how many refills you need'),
      view: selectView(
        [...Array(mostRefills + 1).keys()].map((refills) => ({
          value: String(refills),
          label: refills === 0 ? msg('No refills') : refillWords(refills),
        })),
      ),
    },
    [anyAllergies]: {
      id: `${id}-any-allergies`,
      name: 'any-allergies',
      label: msg('New allergies'),
      hint: msg('Has anything made you sick or given you a rash since your last appointment?'),
      autocomplete: 'off',
      required: true,
      missing: msg('Tell us if you have new allergies'),
      view: chipChoices(
        choiceView([
          { value: 'no', label: msg('No new allergies') },
          { value: 'yes', label: msg('Yes, something new') },
        ]),
      ),
    },
    ...(textIn(content, anyAllergies) === 'yes' && {
      '/body/newAllergies': {
        id: `${id}-allergies`,
        name: 'allergies',
        label: msg('What was it, and what happened?'),
        autocomplete: 'off' as const,
        required: true,
        missing: msg('Tell us what it was and what happened'),
        view: textAreaView(renewalLengths.newAllergies, 2),
      },
    }),
    '/body/pharmacy': {
      id: `${id}-pharmacy`,
      name: 'pharmacy',
      label: pharmacy ? msg('Different pharmacy (optional)') : msg('Pharmacy (optional)'),
      hint: pharmacy
        ? msg(str`Name and town. Leave blank to use ${pharmacy.name}.`)
        : msg('Name and town'),
      autocomplete: 'off',
      most: renewalLengths.pharmacy,
    },
    '/body/note': {
      id: `${id}-note`,
      name: 'note',
      label: msg('Anything else we should know? (optional)'),
      autocomplete: 'off',
      view: textAreaView(renewalLengths.note),
    },
  };
  return Object.fromEntries(
    Object.entries(fields).map(([pointer, field]) => {
      const value = content ? textIn(content, pointer) : field.value;
      return [pointer, { ...field, drafted: true, ...(value !== undefined && { value }) }];
    }),
  );
};

/** What a request says, of what was typed. */
export const renewalBody = (typed: ReadTyped) => ({
  supplyDays: Number(typed('/body/supplyDays')),
  refills: Number(typed('/body/refills')),
  newAllergies: typed(anyAllergies) === 'yes' ? typed('/body/newAllergies') : null,
  pharmacy: typed('/body/pharmacy') || null,
  note: typed('/body/note') || null,
});
