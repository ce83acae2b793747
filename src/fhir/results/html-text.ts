import { parse, type DefaultTreeAdapterTypes as Html } from 'parse5';

/** What words do not tell: who leaves one of these out leaves a part of the report out. */
const untold = new Set([
  ...['img', 'picture', 'svg', 'canvas', 'math', 'video', 'audio'],
  ...['object', 'embed', 'iframe', 'frameset', 'applet'],
  ...['input', 'select', 'textarea', 'meter', 'progress'],
]);

/** What only machines read. */
const unread = new Set(['head', 'script', 'style', 'template']);

/** What stands on lines of its own. */
const blocks = new Set([
  ...['address', 'article', 'aside', 'blockquote', 'center', 'dd', 'div', 'dl', 'dt', 'figure'],
  ...['footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'li', 'main', 'ol'],
  ...['p', 'pre', 'section', 'table', 'tr', 'ul', 'caption', 'fieldset', 'details', 'summary'],
]);

const raised: Readonly<Record<string, string>> = {
  ...{ 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' },
  ...{ '+': '⁺', '-': '⁻', '−': '⁻' },
};

/** Signs for spaces and line ends of `<pre>`, which stay as they are: no report has them. */
const kept = { space: '\u001f', line: '\u001e' };

/** How text is written that stands in an element. */
interface Manner {
  readonly isPre: boolean;
  readonly isRaised: boolean;
}

/** A node that is to be read, or words that stand after it. */
type Step = string | (Manner & { readonly node: Html.ChildNode });

/**
 * The words of HTML or XHTML, its lines, cells and columns apart: nothing of it is markup any more, so nothing
 * of it can run or be loaded. Undefined where something that words do not tell is a part of it, as an image.
 */
export function textOfHtml(html: string): string | undefined {
  const { childNodes } = parse(html, { scriptingEnabled: false });
  // A stack of steps, since what is nested deeper than calls can be is valid HTML, too.
  const steps: Step[] = stepsInto(childNodes, { isPre: false, isRaised: false });
  let text = '';
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    if (typeof step === 'string') text += step;
    else if (step.node.nodeName === '#text') text += textOf(step.node as Html.TextNode, step);
    else if ('childNodes' in step.node) {
      const { tagName, childNodes: inner } = step.node;
      if (untold.has(tagName)) return undefined;
      if (unread.has(tagName)) continue;
      const [before, after] = marksOf(tagName);
      const manner = {
        isPre: step.isPre || tagName === 'pre',
        isRaised: step.isRaised || tagName === 'sup',
      };
      steps.push(after, ...stepsInto(inner, manner), before);
    }
  }
  return tidied(text);
}

/** The first one last, as a stack has them. */
const stepsInto = (nodes: readonly Html.ChildNode[], manner: Manner): Step[] =>
  nodes.map((node) => ({ ...manner, node })).reverse();

/** What stands before the words of an element, and what after them. */
function marksOf(tagName: string): readonly [before: string, after: string] {
  switch (tagName) {
    case 'br':
      return ['\n', ''];
    case 'li':
      return ['\n• ', '\n'];
    case 'td':
    case 'th':
      return ['', '\t'];
    // What no longer holds must not be read as if it did.
    case 'del':
    case 's':
    case 'strike':
      return ['[crossed out: ', ']'];
    default:
      return blocks.has(tagName) ? ['\n', '\n'] : ['', ''];
  }
}

/** "10⁹/L" is another number than "109/L". */
function textOf({ value }: Html.TextNode, { isPre, isRaised }: Manner): string {
  if (isPre) return value.replace(/ /g, kept.space).replace(/\n/g, kept.line);
  const text = value.replace(/[ \t\n\r\f]+/g, ' ');
  if (!isRaised || text.trim() === '') return text;
  const signs = Array.from(text, (sign) => raised[sign]);
  return signs.includes(undefined) ? `^${text}` : signs.join('');
}

const tidied = (text: string): string =>
  text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\t ?/g, '\t')
    .replace(/[ \t]*\n[ \t\n]*/g, '\n')
    .replace(/^[ \t\n]+|[ \t\n]+$/g, '')
    .replaceAll(kept.space, ' ')
    .replaceAll(kept.line, '\n')
    .replace(/\u00a0/g, ' ');
