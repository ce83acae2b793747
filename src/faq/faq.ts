/**
 * The FAQ: questions, the rules that each tells, answers in each language filled from a policy, and the search.
 * Neither backend nor session comes in here.
 */
import { languageOf, type Locale } from '../locales/localization.js';
import type { PortalPolicy } from '../policy/portal-policy.js';
import type { RuleId } from '../policy/rules.js';
import type { Block } from './answer.js';
import { entries, entryIds, type CatalogueEntry, type EntryId, type Topic } from './entries.js';
import { factsOf } from './facts.js';
import type { FaqWords } from './words.js';

/** A question with its answer, as one hospital's patients read it. */
export interface FaqEntry {
  /** An `EntryId`, unless the host has entries of its own. */
  readonly id: string;
  readonly topic: Topic;
  /** The rules that it tells. */
  readonly rules: readonly RuleId[];
  readonly question: string;
  readonly answer: readonly Block[];
  readonly keywords: string;
  /** Whether it stands in the list; search and links find it always. */
  readonly asked: boolean;
}

type FaqLanguage = 'en' | 'es';

const languages: Readonly<Record<FaqLanguage, () => Promise<FaqWords>>> = {
  en: async () => (await import('./en/index.js')).words,
  es: async () => (await import('./es/index.js')).words,
};

/** In which language the answers are, on a page in this one. */
export const faqLanguage = (locale: Locale): FaqLanguage =>
  languageOf(locale) === 'es' ? 'es' : 'en';

/** Fetches the answers in a language, and fills them with a hospital's policy. Rejects where they could not be fetched. */
export const loadFaq = async (policy: PortalPolicy, locale: Locale): Promise<FaqEntry[]> => {
  const language = faqLanguage(locale);
  const words = (await languages[language]())(factsOf(policy, language));
  return entryIds.map((id) => {
    const { question, answer, keywords = '', asked = true } = words[id];
    const { topic } = entries[id];
    return {
      ...{ id, topic, rules: rulesOf(id), question, keywords, asked },
      answer: answer.filter((block) => ('text' in block ? block.text : block.items).length > 0),
    };
  });
};

/** Every rule that an entry tells. */
export const rulesOf = (id: EntryId): readonly RuleId[] => {
  const { rules, also = [] }: CatalogueEntry = entries[id];
  return [...rules, ...also];
};
