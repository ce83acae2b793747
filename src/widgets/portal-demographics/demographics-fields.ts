import type { DemographicsCategory } from '../../contract/record/demographics.js';
import { msg } from '../../locales/localize.js';
import { choicesView } from '../../ui/form/choices-view.js';
import type { FieldLimits } from '../../ui/form/form-problems.js';
import { textAreaView } from '../../ui/form/text-area-view.js';
import type { DraftContent } from '../../forms/draft-fields.js';
import type { Fields } from '../../forms/form-controller.js';
import { categoryWords, type Answer } from './demographics-words.js';

/** Characters that the contract takes. */
const mostDetails = 200;

/** For words about what is too long. */
export const limits: Readonly<Record<string, FieldLimits>> = {
  '/body/details': { most: mostDetails },
};

/** @param shown what stands in the fields at first */
export const demographicsFields = ({ categories, details, declined }: Answer): Fields => ({
  '/body/categories': {
    id: 'categories',
    name: 'categories',
    label: msg('What is your race or ethnicity?'),
    hint: msg('Choose all that apply'),
    autocomplete: 'off',
    drafted: true,
    view: choicesView(
      Object.entries(categoryWords()).map(([value, label]) => ({
        value,
        label,
        hint: examples()[value as DemographicsCategory],
      })),
      categories,
    ),
  },
  '/body/details': {
    id: 'details',
    name: 'details',
    label: msg('In your own words (optional)'),
    hint: msg('For example, your nation, tribe or people: “Lenape”, “Puerto Rican and Polish”'),
    autocomplete: 'off',
    drafted: true,
    view: textAreaView(mostDetails, 2),
    value: details ?? '',
  },
  '/body/declined': {
    id: 'declined',
    name: 'declined',
    label: msg('Or'),
    autocomplete: 'off',
    drafted: true,
    view: choicesView(
      [
        {
          value: 'yes',
          label: msg('I’d rather not say'),
          hint: msg('This clears your other answers.'),
        },
      ],
      declined ? ['yes'] : [],
    ),
  },
});

/** What stands in the form. */
export const answerIn = (form: HTMLFormElement): Answer => {
  const data = new FormData(form);
  const details = data.get('details');
  return {
    categories: data.getAll('categories') as DemographicsCategory[], // some of the choices
    details: typeof details === 'string' ? details.trim() || null : null,
    declined: data.has('declined'),
  };
};

/** What the content of a draft says, which an older page may have kept. */
export const answerOf = (content: DraftContent): Answer => {
  const categories = content['/body/categories'];
  const details = content['/body/details'];
  const known = Object.keys(categoryWords()) as DemographicsCategory[];
  return {
    categories: known.filter((each) => Array.isArray(categories) && categories.includes(each)),
    details: typeof details === 'string' ? details.trim() || null : null,
    declined: content['/body/declined'] === true,
  };
};

/** Who says something does not decline, and the other way round: keeps the form to one answer. */
export const keepToOneAnswer = (form: HTMLFormElement, { name }: HTMLInputElement): void => {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('[type="checkbox"]')];
  const decline = boxes.find((box) => box.name === 'declined');
  const details = form.elements.namedItem('details');
  if (!decline || !(details instanceof HTMLTextAreaElement)) return;
  if (name !== 'declined') {
    const { categories, details: words } = answerIn(form);
    if (categories.length > 0 || words !== null) decline.checked = false;
  } else if (decline.checked) {
    for (const box of boxes) box.checked = box === decline;
    details.value = '';
  }
};

/** Who may feel meant by a category: the largest groups, as the directive itself lists them. */
const examples = (): Readonly<Record<DemographicsCategory, string>> => ({
  'american-indian-alaska-native': msg(
    'For example, Navajo Nation, Blackfeet Tribe, Native Village of Barrow, Nome Eskimo Community, Aztec, Maya.',
  ),
  asian: msg('For example, Chinese, Asian Indian, Filipino, Vietnamese, Korean, Japanese.'),
  'black-african-american': msg(
    'For example, African American, Jamaican, Haitian, Nigerian, Ethiopian, Somali.',
  ),
  'hispanic-latino': msg(
    'For example, Mexican, Puerto Rican, Salvadoran, Cuban, Dominican, Guatemalan.',
  ),
  'middle-eastern-north-african': msg(
    'For example, Lebanese, Iranian, Egyptian, Syrian, Iraqi, Israeli.',
  ),
  'native-hawaiian-pacific-islander': msg(
    'For example, Native Hawaiian, Samoan, Chamorro, Tongan, Fijian, Marshallese.',
  ),
  white: msg('For example, English, German, Irish, Italian, Polish, Scottish.'),
});
