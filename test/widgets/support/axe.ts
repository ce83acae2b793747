import 'axe-core/axe.min.js';
import type { AxeResults, Result, RunOptions } from 'axe-core';

/** What the script of axe-core leaves on the page. */
const { axe } = globalThis as unknown as {
  axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };
};

const options: RunOptions = {
  resultTypes: ['violations', 'incomplete'],
  rules: {
    // A widget is a part of a page, whose landmarks and first heading are the host's.
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
  },
};

/** What axe finds in an element and its shadow roots as the page is. */
export const mistakesIn = async (element: HTMLElement): Promise<string[]> => {
  const hide = showSkippedContent(element);
  const { violations, incomplete } = await axe.run(element, options).finally(hide);
  const unknown = incomplete.filter(({ id }) => id === 'color-contrast').map(withoutSigns);
  return [...violations, ...unknown].flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary ?? ''}`),
  );
};

/**
 * Fails with what axe finds in an element and its shadow roots, in light and in dark colours. Contrast
 * that axe cannot tell counts as a failure.
 */
export const expectAccessible = async (element: HTMLElement): Promise<void> => {
  const root = document.documentElement;
  try {
    for (const scheme of ['light', 'dark']) {
      root.style.colorScheme = scheme;
      root.style.background = 'Canvas';
      const mistakes = await mistakesIn(element);
      if (mistakes.length > 0) throw new Error(`axe, ${scheme}:\n${mistakes.join('\n')}`);
    }
  } finally {
    root.removeAttribute('style');
  }
};

/**
 * Signs such as ▲ beside a word have no letters for axe to measure; the word itself is measured. Of words in
 * a drawing axe finds no background; they have colours in which other words are measured. The button of a result
 * reaches under the first line of the cell below it: where that has two lines, axe sees two backgrounds, which are
 * one; cells of one line are measured.
 */
const withoutSigns = (result: Result): Result => ({
  ...result,
  nodes: result.nodes.filter(
    ({ any, html }) =>
      !html.startsWith('<text ') &&
      !any.some(({ data }) => {
        const { messageKey } = (data ?? {}) as CheckData;
        const isCell = html.startsWith('<td ');
        return messageKey === 'nonBmp' || (isCell && messageKey === 'elmPartiallyObscuring');
      }),
  ),
});

interface CheckData {
  readonly messageKey?: string;
}

/** Where `content-visibility` skips rendering, axe sees no colours. Returns what undoes it. */
const showSkippedContent = (element: HTMLElement): (() => void) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  const roots = [document, ...shadowRootsIn(element)];
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    for (const root of roots) {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    }
  };
};

const shadowRootsIn = (element: Element): ShadowRoot[] => {
  const roots = element.shadowRoot ? [element.shadowRoot] : [];
  const inside = [element, ...roots].flatMap((root) => [...root.children]);
  return [...roots, ...inside.flatMap(shadowRootsIn)];
};
