import { html, type TemplateResult } from 'lit';
import type { AnswerText, Block } from '../../src/faq/answer.js';
import type { FaqEntry } from '../../src/faq/faq.js';

const textView = (text: AnswerText) =>
  text.map((piece) =>
    typeof piece === 'string' ? piece : html`<a href=${piece.href}>${piece.words}</a>`,
  );

const blockView = (block: Block): TemplateResult =>
  'text' in block
    ? html`<p>${textView(block.text)}</p>`
    : html`<ul>
        ${block.items.map((item) => html`<li>${textView(item)}</li>`)}
      </ul>`;

/** A question and its answer in one hospital's FAQ. */
export const answerView = ({ question, answer }: FaqEntry): TemplateResult =>
  html`<p><strong>${question}</strong></p>
    ${answer.map(blockView)}`;
