/** What every page with a FAQ needs beside the element, in one file: it compresses better than several. */
import { anchorOf, entryAt } from '../../faq/entries.js';
import { faqLanguage, type FaqEntry } from '../../faq/faq.js';
import { FaqSearch } from '../../faq/search.js';
import { faqPage } from '../../faq/structured-data.js';
import type { Locale } from '../../locales/localization.js';
import { faqView, firstHits } from './faq-view.js';
import { topicWords } from './topic-words.js';

export { loadFaq } from '../../faq/faq.js';

/** The FAQ of a hospital, in one language, with what is needed to search it and to find links' places. */
export const openFaq = (entries: readonly FaqEntry[], locale: Locale) => {
  const ownAnchors = new Map(entries.map(({ id }) => [`#${anchorOf(id)}`, id]));
  return {
    entries,
    search: new FaqSearch(entries),
    entryAt: (hash: string): string | undefined => entryAt(hash) ?? ownAnchors.get(hash),
    structuredData: faqPage(entries, faqLanguage(locale)),
    view: { faqView, firstHits, topicWords },
  };
};

export type OpenFaq = ReturnType<typeof openFaq>;
