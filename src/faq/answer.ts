/** Words that lead somewhere: a phone number, an address. */
export interface AnswerLink {
  readonly words: string;
  readonly href: string;
}

/** Running text: words, and words that lead somewhere. */
export type AnswerText = readonly (string | AnswerLink)[];

/** A part of an answer: a paragraph, or a list. */
export type Block =
  | { readonly text: AnswerText }
  | { readonly items: readonly AnswerText[]; readonly ordered: boolean };

type Value = string | number | AnswerLink | AnswerText;

/** Running text from a template: `` t`Call ${phone}.` `` */
export const t = (strings: TemplateStringsArray, ...values: readonly Value[]): AnswerText => {
  const pieces: (string | AnswerLink)[] = [];
  const add = (value: Value): void => {
    const last = pieces.at(-1);
    if (Array.isArray(value)) (value as AnswerText).forEach(add);
    else if (typeof value === 'object') pieces.push(value as AnswerLink);
    else if (typeof last === 'string') pieces.splice(-1, 1, `${last}${String(value)}`);
    else if (value !== '') pieces.push(String(value));
  };
  strings.forEach((words, at) => {
    add(words);
    const value = values[at];
    if (value !== undefined) add(value);
  });
  return pieces;
};

/** Text for those whose policy has it so; else none. */
export const when = (condition: boolean, text: AnswerText): AnswerText => (condition ? text : []);

/** Links one after the other. */
export const joined = (links: readonly AnswerLink[], between: string): AnswerText =>
  links.flatMap((link, at) => (at === 0 ? [link] : [between, link]));

/** A paragraph. One without words is left out of the answer. */
export const p = (strings: TemplateStringsArray, ...values: readonly Value[]): Block => ({
  text: t(strings, ...values),
});

/** A list. Items without words are left out. */
export const list = (...items: readonly AnswerText[]): Block => ({
  items: items.filter(({ length }) => length > 0),
  ordered: false,
});

/** What to do, one step after the other. */
export const steps = (...items: readonly AnswerText[]): Block => ({
  ...list(...items),
  ordered: true,
});

const wordsOf = (piece: string | AnswerLink): string =>
  typeof piece === 'string' ? piece : piece.words;

/** The texts of an answer, in reading order. */
export const textsOf = (answer: readonly Block[]): AnswerText[] =>
  answer.flatMap((block) => ('text' in block ? [block.text] : block.items));

/** What can be read in a text. */
export const readable = (text: AnswerText): string => text.map(wordsOf).join('');
