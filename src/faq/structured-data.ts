import { readable, textsOf } from './answer.js';
import type { FaqEntry } from './faq.js';

/** What search engines read of a page with questions and answers (https://schema.org/FAQPage), for JSON-LD. */
export const faqPage = (entries: readonly FaqEntry[], locale: string) => ({
  '@context': 'https://schema.org',
  '@type': 'FAQPage',
  inLanguage: locale,
  mainEntity: entries
    .filter(({ asked }) => asked)
    .map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: textsOf(answer).map(readable).join('\n') },
    })),
});
