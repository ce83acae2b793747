/** In CSS pixels, the distances that the tokens allow, besides what a line and a ring are wide. */
const distances = [0, 1, 2, 3, 4, 8, 12, 16, 24, 32, 48, 64];
/** In CSS pixels, where the page's text has 16: small, text, and three sizes of headings and values. */
const textSizes = [14, 16, 18, 22, 28];
/** In CSS pixels, what a finger meets. */
const target = 44;

const measures = [
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'marginTop',
  'marginBottom',
  'rowGap',
  'columnGap',
] as const;

const isAllowed = (value: string, allowed: readonly number[]): boolean => {
  const pixels = Math.abs(parseFloat(value));
  return Number.isNaN(pixels) || allowed.some((each) => Math.abs(each - pixels) < 0.06);
};

const elementsIn = (root: Element | ShadowRoot): Element[] =>
  [...root.children].flatMap((element) => [
    element,
    ...(element instanceof SVGElement ? [] : elementsIn(element)),
    ...(element.shadowRoot ? elementsIn(element.shadowRoot) : []),
  ]);

const isShown = (element: Element): boolean =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest('.pw-visually-hidden');

const nameOf = (element: Element): string => {
  const words = (element.textContent || element.getAttribute('aria-label') || '').trim();
  return `<${element.localName} class="${element.getAttribute('class') ?? ''}"> ${words.slice(0, 40)}`;
};

const hasWords = (element: Element): boolean =>
  [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '');

/** Whether a link stands in running text, where it need not be as high as a finger (WCAG 2.5.8). */
const isInline = (element: Element): boolean =>
  element.localName === 'a' && getComputedStyle(element).display.startsWith('inline');

const isTarget = (element: Element): boolean =>
  element.matches('a[href], button, input:not([type=hidden]), select, textarea, summary') &&
  !element.matches('[tabindex="-1"]');

/** The element, or the label that is pressed in its place: both together for a box and its words. */
const heightOf = (element: Element): number => {
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
  const heights = [element, ...labels].map((each) => each.getBoundingClientRect().height);
  return Math.max(...heights);
};

/**
 * What in an element does not go by the tokens: distances, sizes of type, and targets that a finger would
 * miss. Empty: nothing.
 */
export const oddLooks = (root: Element): string[] => {
  const scale = parseFloat(getComputedStyle(root).fontSize) / 16;
  const odd = new Set<string>();
  for (const element of elementsIn(root).filter(isShown)) {
    const style = getComputedStyle(element);
    if (!(element instanceof SVGElement)) {
      for (const measure of measures) {
        if (!isAllowed(style[measure], distances)) {
          odd.add(`${measure} ${style[measure]}: ${nameOf(element)}`);
        }
      }
    }
    if (
      hasWords(element) &&
      !isAllowed(
        style.fontSize,
        textSizes.map((size) => size * scale),
      )
    ) {
      odd.add(`font size ${style.fontSize}: ${nameOf(element)}`);
    }
    if (isTarget(element) && !isInline(element) && heightOf(element) < target - 0.5) {
      odd.add(`only ${heightOf(element).toFixed(0)} px high: ${nameOf(element)}`);
    }
  }
  return [...odd];
};

/** WCAG 1.4.12: how far readers may set letters, words and lines apart. */
const wide =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** What is cut off when a reader sets the text apart. Empty: nothing. */
export const cutOffWhenSpaced = (root: HTMLElement): string[] => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(wide);
  const roots = [document, ...elementsIn(root).flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  for (const each of roots) each.adoptedStyleSheets = [...each.adoptedStyleSheets, sheet];
  try {
    return elementsIn(root)
      .filter((element) => isShown(element) && cutsOff(element))
      .map((element) => `cut off: ${nameOf(element)}`);
  } finally {
    for (const each of roots) {
      each.adoptedStyleSheets = each.adoptedStyleSheets.filter((other) => other !== sheet);
    }
  }
};

const cutsOff = (element: Element): boolean => {
  if (element.matches('input, textarea, select, svg, svg *')) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  const isCut = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  return (
    (isCut(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
    (isCut(overflowY) && element.scrollHeight > element.clientHeight + 1)
  );
};
