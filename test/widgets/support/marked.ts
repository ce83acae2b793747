import type { Person } from '../../../mocks/db/records/index.js';

/** Stands in everything that is told of a person's record. */
export const markOf = (key: string): string => `[[${key}]]`;

/** What is free text in a record, by the name of its property. */
const texts = new Set([
  'name',
  'title',
  'text',
  'author',
  'directions',
  'instructions',
  'note',
  'laboratory',
  'practitioner',
  'reaction',
]);

/** The same person; each text of the record has the mark of whose it is. */
export const marked = (person: Person, key: string): Person => {
  const { patient, account, ...record } = person;
  return {
    ...(mark(record, key) as Omit<Person, 'patient'>),
    patient,
    ...(account && { account }),
  };
};

const mark = (value: unknown, key: string): unknown => {
  if (value instanceof Array) return value.map((each) => mark(each, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      typeof each === 'string' && texts.has(name) ? `${each} ${markOf(key)}` : mark(each, key),
    ]),
  );
};

/** All that a page holds, shown or not, in shadow roots too, and what is typed into it. */
export const everythingIn = (root: Element | ShadowRoot): string =>
  [
    root instanceof ShadowRoot ? root.innerHTML : root.outerHTML,
    ...[...root.querySelectorAll('*')].flatMap((element) => [
      element.shadowRoot ? everythingIn(element.shadowRoot) : '',
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? element.value
        : '',
    ]),
    root instanceof Element && root.shadowRoot ? everythingIn(root.shadowRoot) : '',
  ].join('\n');

/** The keys of the people whose records a page tells something of. */
export const tracesIn = (root: Element): Set<string> =>
  new Set([...everythingIn(root).matchAll(/\[\[(\w+)\]\]/g)].map(([, key]) => key ?? ''));
