/**
 * Words in a Lit template go through `msg()`, or they stay English in every language.
 * Reports letters between tags, and in the attributes that people read or hear.
 */

/** Attributes whose value is shown or spoken. */
const spokenAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
]);

const templateTags = new Set(['html', 'svg', 'mathml']);

/** Stands for an expression of the template: neither a letter nor a part of HTML's syntax. */
const hole = '\uFFFC';

/** A comment, the content of an element that shows no words, a tag, or a run of text. */
const pieces =
  /<!--[\s\S]*?-->|<(style|script)\b[\s\S]*?<\/\1>|<\/?[a-z\uFFFC](?:"[^"]*"|'[^']*'|[^"'>])*>|[^<]+|</gi;
const attributes = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
const letter = /\p{L}/u;
const entity = /&(?:#\w+|\w+);/g;

/**
 * @param {string} markup of a template, its expressions replaced by holes
 * @returns {string[]} the literal words in it
 */
export function literalTexts(markup) {
  /** @type {string[]} */
  const found = [];
  for (const [piece] of markup.matchAll(pieces)) {
    if (!piece.startsWith('<')) found.push(piece);
    else if (/^<[a-z\uFFFC]/i.test(piece) && !/^<(style|script)\b/i.test(piece)) {
      for (const [, name = '', ...values] of piece.matchAll(attributes)) {
        if (spokenAttributes.has(name.toLowerCase())) found.push(values.find(Boolean) ?? '');
      }
    }
  }
  return found.map(wordsOf).filter((text) => letter.test(text));
}

/** @param {string} text */
const wordsOf = (text) =>
  text.replace(entity, '').replaceAll(hole, ' ').replace(/\s+/g, ' ').trim();

/** @type {import('eslint').Rule.RuleModule} */
export const noLiteralText = {
  meta: {
    type: 'problem',
    docs: { description: 'Words in templates go through msg().' },
    messages: { literal: 'Put "{{text}}" through msg(): it would not be translated.' },
    schema: [],
  },
  create(context) {
    return {
      TaggedTemplateExpression(node) {
        const { tag, quasi } = node;
        if (tag.type !== 'Identifier' || !templateTags.has(tag.name) || isInMsg(node)) return;
        const markup = quasi.quasis.map(({ value }) => value.raw).join(hole);
        for (const text of literalTexts(markup)) {
          context.report({ node, messageId: 'literal', data: { text } });
        }
      },
    };
  },
};

/**
 * `msg(html`…`)` is a translated template.
 * @param {import('estree').Node & { parent?: unknown }} node
 */
function isInMsg(node) {
  const parent = /** @type {import('estree').Node | undefined} */ (node.parent);
  return (
    parent?.type === 'CallExpression' &&
    parent.callee.type === 'Identifier' &&
    parent.callee.name === 'msg'
  );
}
