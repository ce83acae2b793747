import type { Locale } from '../../src/locales/localization.js';
import { spanish } from './spanish.js';

/** The words of a page of the demo in a language; those of the pages are English. */
export const wordsIn = (locale: Locale, english: string): string =>
  locale === 'es' ? (spanish[english] ?? english) : english;

/** What people read or hear of an element besides its text. */
const attributes = ['aria-label', 'content'] as const;

/** A style sheet to copy and code are the same in all languages. */
const others = 'script, code, pre';

/** Whether it stands on the hospital's own page; what is inside of the elements is theirs. */
const isOurs = (element: Element | null): boolean => {
  if (!element || element.matches(others)) return false;
  for (let each: Element | null = element; each; each = each.parentElement) {
    if (each.localName.includes('-') && each.localName !== 'demo-controls') return false;
  }
  return true;
};

/** What stood there in English. */
const textsInEnglish = new WeakMap<Node, string>();

const squeezed = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** Puts the hospital's own page into a language: its text, its title, its labels. The elements follow the session. */
export const speak = (locale: Locale, page: Document = document): void => {
  page.documentElement.lang = locale;
  const walker = page.createTreeWalker(page.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const english = textsInEnglish.get(node) ?? squeezed(node.nodeValue ?? '');
    if (english === '' || !isOurs(node.parentElement)) continue;
    if (!textsInEnglish.has(node) && locale === 'en') continue;
    textsInEnglish.set(node, english);
    const [before = '', after = ''] = [/^\s*/, /\s*$/].map(
      (space) => space.exec(node.nodeValue ?? '')?.[0],
    );
    const words = `${before}${wordsIn(locale, english)}${after}`;
    if (node.nodeValue !== words) node.nodeValue = words;
  }
  for (const name of attributes) {
    for (const element of page.querySelectorAll(`[${name}]`)) {
      const value = element.getAttributeNode(name);
      if (!value || !isOurs(element)) continue;
      const english = textsInEnglish.get(value) ?? value.value;
      if (!(english in spanish)) continue;
      textsInEnglish.set(value, english);
      value.value = wordsIn(locale, english);
    }
  }
};
