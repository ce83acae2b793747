import { RuleTester } from 'eslint';
import { noLiteralText } from '../../scripts/lint/no-literal-text.js';

RuleTester.describe = describe;
RuleTester.it = it;
RuleTester.itOnly = it;

const literal = (text: string) => ({ messageId: 'literal', data: { text } });

new RuleTester().run('no-literal-text', noLiteralText, {
  valid: [
    'html`<p>${msg("Sign in")}</p>`',
    'msg(html`Call <b>now</b>`)',
    'html`<p class="wide" id=${id} ?hidden=${a > b}>${a} · ${b} &nbsp;– 12</p>`',
    'html`<!-- words of a comment --><style>p { color: red }</style>`',
    'html`<a href="/help" aria-label=${label}>${icon}</a>`',
    'html`<${tag} title=${label}></${tag}>`',
    'css`p { content: "word" }`',
  ],
  invalid: [
    { code: 'html`<p>Sign in</p>`', errors: [literal('Sign in')] },
    { code: 'html`<p>${count} results</p>`', errors: [literal('results')] },
    { code: 'html`before <br> ${after}`', errors: [literal('before')] },
    { code: 'svg`<text>High</text>`', errors: [literal('High')] },
    { code: 'html`<button aria-label="Close">×</button>`', errors: [literal('Close')] },
    { code: "html`<img alt='A chart' src=x>`", errors: [literal('A chart')] },
    { code: 'html`<input placeholder="Name ${n}">`', errors: [literal('Name')] },
    { code: 'html`<p>Año &amp; día</p>`', errors: [literal('Año día')] },
    {
      code: 'html`<h2>Results</h2>${rows.map(() => html`<p>Low</p>`)}`',
      errors: [literal('Results'), literal('Low')],
    },
  ],
});
