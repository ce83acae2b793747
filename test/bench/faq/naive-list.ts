import { html, render } from 'lit';
import { readable, textsOf } from '../../../src/faq/answer.js';
import type { FaqEntry } from '../../../src/faq/faq.js';
import { baseStyles, fieldStyles } from '../../../src/ui/styles/base-styles.js';
import { answerView } from '../../../src/widgets/portal-faq/answer-view.js';
import { styles } from '../../../src/widgets/portal-faq/portal-faq.styles.js';

/** A list that draws itself for what is typed. */
export type Draw = (query: string) => void;

const textOf = ({ question, answer }: FaqEntry): string =>
  [question, ...textsOf(answer).map(readable)].join(' ').toLowerCase();

/** An entry's markup, as <portal-faq> has it. */
const markupOf = (entry: FaqEntry): string => {
  const place = document.createElement('div');
  render(
    html`<details part="entry">
      <summary part="question"><span class="words">${entry.question}</span></summary>
      <div part="answer">
        ${answerView(entry.answer)}
        <p part="help"><span>Still need help?</span> <button>Ask a person</button></p>
      </div>
    </details>`,
    place,
  );
  return place.innerHTML;
};

/**
 * What one writes first: entries that have all the words, letter by letter, are found by `includes`, and the list
 * is drawn anew as a whole by `innerHTML`. It forgives nothing, ranks nothing and marks nothing; the markup of
 * each entry and its text in small letters are made beforehand, which is to its advantage.
 * @param drawn `all`: every entry, those not found hidden; `found`: no others
 */
export const naiveList = (
  host: HTMLElement,
  entries: readonly FaqEntry[],
  drawn: 'all' | 'found',
): Draw => {
  const root = host.attachShadow({ mode: 'open' });
  for (const { styleSheet } of [baseStyles, fieldStyles, styles]) {
    if (styleSheet) root.adoptedStyleSheets.push(styleSheet);
  }
  const list = document.createElement('div');
  root.append(list);
  const known = entries.map((entry) => ({ text: textOf(entry), markup: markupOf(entry) }));
  return (query) => {
    const words = query.toLowerCase().split(' ');
    const isFound = ({ text }: { text: string }) => words.every((word) => text.includes(word));
    list.innerHTML = (drawn === 'found' ? known.filter(isFound) : known)
      .map((entry) => `<div ${isFound(entry) ? '' : 'hidden'}>${entry.markup}</div>`)
      .join('');
  };
};
