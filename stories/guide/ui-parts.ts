import { html, LitElement, type TemplateResult } from 'lit';
import { chipView } from '../../src/ui/chip.js';
import { emptyView } from '../../src/ui/empty.js';
import { calendar } from '../../src/ui/generated/icons.js';
import { noteView, type Tone } from '../../src/ui/note.js';
import { skeletonView } from '../../src/ui/skeleton.js';
import { baseStyles } from '../../src/ui/styles/base-styles.js';
import { partStyles } from '../../src/ui/styles/part-styles.js';

const tones: readonly Tone[] = ['info', 'success', 'warning', 'danger', 'emergency'];

/** A part of `ui` as the elements show it, under the name of the function that makes it. */
const parts: readonly (readonly [name: string, about: string, example: TemplateResult])[] = [
  [
    'noteView',
    'Something to know or to do, in five tones. Refusals are notes that say what comes next.',
    html`${tones.map((tone) =>
      noteView({
        heading: `A note that is ${tone}`,
        text: 'One sentence that says why.',
        steps: [html`<a href="tel:15555550118">Call your office: 1-555-555-0118</a>`],
        tone,
      }),
    )}`,
  ],
  [
    'chipView',
    'A word or two of state beside a name; shape and words, never color alone.',
    html`<p>
      ${chipView('Usual')} ${tones.slice(0, 4).map((tone) => html`${chipView(tone, tone)} `)}
    </p>`,
  ],
  [
    'Buttons',
    'One primary button at most in a section. Their words are the act and its object.',
    html`<p class="pw-buttons">
      <button class="pw-primary" type="button">Request a renewal</button>
      <button type="button">Show earlier results</button>
      <button class="pw-tertiary" type="button">Cancel request</button>
      <button class="pw-danger" type="button">Remove access</button>
      <button class="pw-primary" type="button" disabled>Sending…</button>
    </p>`,
  ],
  [
    'Rows and cards',
    'Rows open something; cards hold what belongs together.',
    html`<ul class="pw-rows">
        <li>
          <button class="pw-row" type="button">
            <span><strong>Vitamin D</strong><br /><span class="pw-muted">Apr 28, 2026</span></span>
            ${chipView('1 low', 'warning')}
          </button>
        </li>
      </ul>
      <div class="pw-card"><p>Tranexamic acid 650 mg tablet</p></div>`,
  ],
  [
    'emptyView',
    'There is nothing yet, and what one can do about it.',
    emptyView(
      calendar,
      'No upcoming appointments',
      html`<p><button type="button">Request an appointment</button></p>`,
    ),
  ],
  ['skeletonView', 'Takes the room of what is loading, so that nothing jumps.', skeletonView(3)],
];

/**
 * The parts that all elements share, in the chosen theme.
 * @element ui-parts
 */
export class UiParts extends LitElement {
  static override styles = [baseStyles, partStyles];

  protected override render() {
    return parts.map(
      ([name, about, example]) =>
        html`<h3>${name}</h3>
          <p>${about}</p>
          ${example}`,
    );
  }
}

customElements.define('ui-parts', UiParts);
