import { html, nothing } from 'lit';
import type { AnswerText, Block } from '../../faq/answer.js';
import type { Range } from '../../faq/search.js';

/** Characters that are shown of an answer before what was found in it, and in all. */
const excerptLead = 40;
const excerptLength = 140;

/** Words, with what was found in them marked. */
export const markedView = (words: string, ranges: readonly Range[] = []) => {
  if (ranges.length === 0) return words;
  const starts = ranges.map(({ end }) => end);
  return ranges.map(
    ({ start, end }, at) =>
      html`${words.slice(starts[at - 1] ?? 0, start)}<mark>${words.slice(start, end)}</mark>${
        at === ranges.length - 1 ? words.slice(end) : nothing
      }`,
  );
};

/** What of some ranges lies in a part of the text, as ranges of that part. */
const within = (ranges: readonly Range[], from: number, to: number): Range[] =>
  ranges
    .filter(({ start, end }) => start < to && end > from)
    .map(({ start, end }) => ({
      start: Math.max(start, from) - from,
      end: Math.min(end, to) - from,
    }));

const textView = (text: AnswerText, ranges: readonly Range[] = []) => {
  let from = 0;
  return text.map((piece) => {
    const words = typeof piece === 'string' ? piece : piece.words;
    const marked = markedView(words, within(ranges, from, from + words.length));
    from += words.length;
    return typeof piece === 'string' ? marked : html`<a href=${piece.href}>${marked}</a>`;
  });
};

/**
 * An answer.
 * @param ranges what was found in each of its texts
 */
export const answerView = (
  answer: readonly Block[],
  ranges: readonly (readonly Range[])[] = [],
) => {
  let text = 0;
  const next = (words: AnswerText) => textView(words, ranges[text++]);
  return answer.map((block) => {
    if ('text' in block) return html`<p>${next(block.text)}</p>`;
    const items = block.items.map((item) => html`<li>${next(item)}</li>`);
    return block.ordered
      ? html`<ol>
          ${items}
        </ol>`
      : html`<ul>
          ${items}
        </ul>`;
  });
};

/** The first place of an answer where something was found; nothing if it was found nowhere. */
export const excerptView = (texts: readonly string[], found: readonly (readonly Range[])[]) => {
  const at = found.findIndex((ranges) => ranges.length > 0);
  const [words, ranges] = [texts[at], found[at]];
  const first = ranges?.[0];
  if (words === undefined || !first) return nothing;
  const lead = words.lastIndexOf(' ', Math.max(0, first.start - excerptLead));
  const from = first.start <= excerptLead ? 0 : lead + 1;
  const cut = words.indexOf(' ', from + excerptLength);
  const to = cut === -1 ? words.length : cut;
  return html`<span class="excerpt"
    >${from > 0 ? '… ' : ''}${markedView(words.slice(from, to), within(ranges, from, to))}${
      to < words.length ? ' …' : ''
    }</span
  >`;
};
