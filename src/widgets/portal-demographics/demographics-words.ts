import type { Demographics, DemographicsCategory } from '../../contract/record/demographics.js';
import { msg } from '../../locales/localize.js';
import type { VersionLine } from '../../ui/versions.js';

/** What somebody has answered, without when. */
export type Answer = Omit<NonNullable<Demographics['answer']>, 'savedAt'>;

/** The categories as the directive names them, in the language of the moment. */
export const categoryWords = (): Readonly<Record<DemographicsCategory, string>> => ({
  'american-indian-alaska-native': msg('American Indian or Alaska Native'),
  asian: msg('Asian'),
  'black-african-american': msg('Black or African American'),
  'hispanic-latino': msg('Hispanic or Latino'),
  'middle-eastern-north-african': msg('Middle Eastern or North African'),
  'native-hawaiian-pacific-islander': msg('Native Hawaiian or Pacific Islander'),
  white: msg('White'),
});

/** The answer as facts to read: what was asked, and what was said. */
export const answerLines = (
  { categories, details, declined }: Answer,
  locale: string,
): VersionLine[] => {
  const words = categoryWords();
  const names = categories.map((category) => words[category]);
  return [
    {
      label: msg('Race or ethnicity'),
      text: declined ? msg('I’d rather not say') : new Intl.ListFormat(locale).format(names),
    },
    { label: msg('In your own words'), text: details ?? '' },
  ];
};

/** Whether two answers say the same. */
export const isSameAnswer = (one: Answer, other: Answer | null): boolean =>
  other !== null &&
  one.declined === other.declined &&
  one.details === other.details &&
  [...one.categories].sort().join() === [...other.categories].sort().join();
