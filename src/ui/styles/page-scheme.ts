/**
 * Pages that are dark without saying `color-scheme`: their text is light, and what the browser draws for them is not. The
 * elements go by the text.
 */

/** How light a computed colour is: 0 to 1. */
const lightnessOf = (color: string): number => {
  const [a = 0, b = a, c = a] = (color.match(/-?[\d.]+%?/g) ?? []).map((part) =>
    part.endsWith('%') ? parseFloat(part) / 100 : Number(part),
  );
  if (color.startsWith('ok')) return a;
  if (/^l(ab|ch)/.test(color)) return a / 100;
  const luma = 0.3 * a + 0.59 * b + 0.11 * c;
  return color.startsWith('rgb') ? luma / 255 : luma;
};

/** Of `caret-color` in the dark scheme; see `base-styles`. */
const isDark = (style: CSSStyleDeclaration) => lightnessOf(style.caretColor) > 0.5;

const known = new WeakSet<HTMLElement>();
const elements = new Set<WeakRef<HTMLElement>>();

const adapt = (element: HTMLElement): void => {
  element.style.removeProperty('color-scheme');
  const style = getComputedStyle(element);
  const text = lightnessOf(style.color);
  // What is neither light nor dark says nothing.
  if (text > 0.4 && text < 0.6) return;
  if (text > 0.5 !== isDark(style)) element.style.colorScheme = isDark(style) ? 'light' : 'dark';
};

const adaptAll = (): void => {
  for (const reference of elements) {
    const element = reference.deref();
    if (element) adapt(element);
    else elements.delete(reference);
  }
};

/** Themes switch by an attribute of the page's root or body, or with the system's. */
const watchPage = (): void => {
  const observer = new MutationObserver(adaptAll);
  for (const root of [document.documentElement, document.body]) {
    observer.observe(root, { attributes: true });
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', adaptAll);
};

/** Gives the element, from now on, the colour scheme that goes with the text's colour of its page. */
export const followTextColor = (element: HTMLElement): void => {
  if (elements.size === 0) watchPage();
  if (!known.has(element)) elements.add(new WeakRef(element));
  known.add(element);
  adapt(element);
};
