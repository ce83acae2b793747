import { html, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { readable, textsOf } from '../../faq/answer.js';
import type { Topic } from '../../faq/entries.js';
import { faqLanguage, type FaqEntry } from '../../faq/faq.js';
import { languageOf } from '../../locales/localization.js';
import type { FaqSearch, Hit } from '../../faq/search.js';
import { msg, str } from '../../locales/localize.js';
import { headingView } from '../../ui/heading.js';
import { noteView } from '../../ui/note.js';
import { answerView, excerptView, markedView } from './answer-view.js';
import { helpView, type WayToHelp } from './help-view.js';
import { topicWords } from './topic-words.js';

/** Hits that show until somebody asks for all. */
export const firstHits = 10;

/** What shows of the entries, and what is done with them. */
export interface FaqPage extends WayToHelp {
  readonly headingLevel: number;
  /** Empty: all topics. */
  readonly topic: Topic | '';
  /** What is typed into the search field. */
  readonly query: string;
  /** Whether all hits show, and not the first alone. */
  readonly showsAll: boolean;
  /** Id of the entry that a link has led to. */
  readonly linkedTo: string | undefined;
  readonly onInput: (event: Event) => void;
  readonly onSubmit: (event: Event) => void;
  readonly onClear: () => void;
  readonly onShowAll: () => void;
  readonly onTopic: (event: Event) => void;
  readonly onToggle: (event: Event) => void;
}

/**
 * The search, and below it what it has found, or all entries by topic. These are put away while somebody
 * searches, as they stand: in a long FAQ it would cost more than the search to draw them anew.
 */
export const faqView = (entries: readonly FaqEntry[], search: FaqSearch, page: FaqPage) => {
  const isSearching = page.query.trim() !== '';
  const { topic, linkedTo, helpless, helpHref, headingLevel, context } = page;
  const hits = isSearching ? search.find(page.query) : [];
  return html`
    <form part="search" role="search" @submit=${page.onSubmit}>
      <label for="query">${msg('What’s your question about?')}</label>
      <input
        id="query"
        type="search"
        autocomplete="off"
        maxlength="200"
        aria-describedby="count"
        @input=${page.onInput}
      />
    </form>
    <p
      id="count"
      part="count"
      role="status"
      .textContent=${isSearching ? countWords(hits.length) : ''}
    ></p>
    ${isSearching ? hitsView(hits, search, page) : nothing}
    <div class=${isSearching ? 'away' : ''}>
      ${guard([entries, topic, linkedTo, helpless, helpHref, headingLevel, context], () =>
        topicsView(entries, page),
      )}
    </div>
  `;
};

const hitsView = (hits: readonly FaqEntry[], search: FaqSearch, page: FaqPage) => {
  if (hits.length === 0) {
    return html`
      ${noteView({
        heading: msg('We don’t have an answer to that yet.'),
        text: msg('Try fewer or different words, or ask a person.'),
        steps: [
          html`<button type="button" @click=${page.onClear}>${msg('Show all questions')}</button>`,
        ],
      })}
      ${helpView(null, page)}
    `;
  }
  const shown = page.showsAll ? hits : hits.slice(0, firstHits);
  const topics = topicWords();
  return html`
    ${repeat(
      shown,
      ({ id }) => id,
      (entry) => entryView(search.mark(entry, page.query), page, topics[entry.topic]),
    )}
    ${
      shown.length < hits.length
        ? html`<p>
            <button type="button" @click=${page.onShowAll}>
              ${msg(str`Show all ${hits.length}`)}
            </button>
          </p>`
        : nothing
    }
  `;
};

const topicsView = (entries: readonly FaqEntry[], page: FaqPage) => {
  const all = Object.entries(topicWords()) as [Topic, string][];
  const shown = all.filter(([topic]) => page.topic === '' || topic === page.topic);
  return html`
    <div class="topics" part="topics" role="group" aria-label=${msg('Topics')}>
      ${[['', msg('All topics')] as const, ...all].map(
        ([topic, words]) => html`
          <button
            type="button"
            value=${topic}
            aria-pressed=${topic === page.topic}
            @click=${page.onTopic}
          >
            ${words}
          </button>
        `,
      )}
    </div>
    ${shown.map(
      ([topic, words]) => html`
        <section aria-labelledby="topic-${topic}">
          ${headingView(Math.min(page.headingLevel + 1, 4), words, `topic-${topic}`)}
          ${repeat(
            entries.filter(
              ({ id, asked, ...entry }) => entry.topic === topic && (asked || id === page.linkedTo),
            ),
            ({ id }) => id,
            (entry) => entryView({ entry, question: [], answer: [] }, page),
          )}
        </section>
      `,
    )}
  `;
};

/** @param topic of a hit, in words; undefined: it stands among its topic's */
const entryView = ({ entry, question, answer }: Hit, page: FaqPage, topic?: string) => {
  const isHit = topic !== undefined;
  const locale = page.context?.locale ?? 'en';
  const language = faqLanguage(locale);
  return html`
    <details
      id="${isHit ? 'hit' : 'entry'}-${entry.id}"
      part="entry"
      lang=${language === languageOf(locale) ? nothing : language}
      data-entry=${entry.id}
      @toggle=${page.onToggle}
    >
      <summary part="question">
        <span class="words">
          ${markedView(entry.question, question)}
          ${isHit ? html`<span class="topic">${topic}</span>` : nothing}
          ${
            isHit && question.length === 0
              ? excerptView(textsOf(entry.answer).map(readable), answer)
              : nothing
          }
        </span>
      </summary>
      <div part="answer">${answerView(entry.answer, answer)} ${helpView(entry.id, page)}</div>
    </details>
  `;
};

const countWords = (count: number): string => {
  switch (count) {
    case 0:
      return msg('No answers found.');
    case 1:
      return msg('1 answer found.');
    default:
      return msg(str`${count} answers found.`);
  }
};
