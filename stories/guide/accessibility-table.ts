import { html, LitElement } from 'lit';
import { elements } from '../../.storybook/manifest.js';
import { guideStyles } from './guide-styles.js';

/** A success criterion of WCAG 2.2, level A or AA. */
interface Criterion {
  readonly name: string;
  readonly how: string;
  readonly tested: string;
}

const states = 'test/widgets/states: each state, by role and name, and by axe';

const criteria = {
  '1.1.1': {
    name: 'Non-text content',
    how: 'Icons stand beside words that say the same. The chart has a table with the same facts.',
    tested: 'test/widgets/results/test-results-trend.test.ts',
  },
  '1.3.1': {
    name: 'Info and relationships',
    how: 'Native headings, lists, tables, fieldsets and labels; the page sets the level of headings.',
    tested: states,
  },
  '1.3.5': {
    name: 'Identify input purpose',
    how: 'Fields about the person carry their autocomplete token, in the page itself.',
    tested: states,
  },
  '1.4.1': {
    name: 'Use of color',
    how: 'What is out of range, chosen, unread or wrong is said in words or shown by shape as well.',
    tested: 'test/widgets/results, test/widgets/messages',
  },
  '1.4.3': {
    name: 'Contrast, also of lines and states (1.4.11)',
    how: 'Colors are tokens; each theme keeps 4.5 : 1 for text and 3 : 1 for controls.',
    tested: 'npm run contrast; axe in light and dark',
  },
  '1.4.10': {
    name: 'Reflow',
    how: 'One column at 320 px; tables become blocks and keep their roles.',
    tested: 'test/widgets/all-elements/narrow.test.ts; every story at 320 px',
  },
  '1.4.12': {
    name: 'Text spacing',
    how: 'No height is fixed around text.',
    tested: 'test/widgets/states: text is spaced, and nothing is cut off',
  },
  '2.1.1': {
    name: 'Keyboard',
    how: 'Buttons, links, fields, details and dialogs are the browser’s own.',
    tested: states,
  },
  '2.2.1': {
    name: 'Timing adjustable',
    how: 'A dialog comes before the idle limit, counts down, and one button stays signed in. Drafts are kept.',
    tested: 'test/widgets/portal-session.test.ts, test/widgets/drafts',
  },
  '2.4.3': {
    name: 'Focus order',
    how: 'After each change that the person made, the focus is on what came of it.',
    tested: 'expectFocusOn throughout test/widgets; focus-after-retry.test.ts',
  },
  '2.4.7': {
    name: 'Focus visible',
    how: 'A ring of 3 px in the accent, and a second one around it that sets it off from any ground.',
    tested: 'npm run contrast',
  },
  '2.5.8': {
    name: 'Target size',
    how: 'Controls are 44 px high unless a hospital sets the token lower; 24 px is the criterion.',
    tested: 'test/widgets/states: no target is lower than 44 px',
  },
  '3.1.2': {
    name: 'Language of parts',
    how: 'What stands in the record in English is marked so on a Spanish page.',
    tested: 'test/widgets/all-elements/record-language.test.ts',
  },
  '3.3.1': {
    name: 'Error identification and suggestion (3.3.3)',
    how: 'A summary names each field and how to mend it, leads there, and has the focus.',
    tested: 'test/widgets/form-refusal.test.ts; npm run reading-grade',
  },
  '3.3.4': {
    name: 'Error prevention',
    how: 'What cannot be undone is asked once more. What got no answer is never sent twice.',
    tested: 'test/widgets/faults',
  },
  '3.3.7': {
    name: 'Redundant entry',
    how: 'What was typed is kept from the first keystroke, and is there after an idle logout.',
    tested: 'test/widgets/drafts',
  },
  '3.3.8': {
    name: 'Accessible authentication',
    how: 'Pasting and password managers work; passkeys, too. Nothing is to be solved or remembered.',
    tested: 'test/widgets/sign-in, test/journeys',
  },
  '4.1.3': {
    name: 'Status messages',
    how: 'Counts, saved drafts and loading are told by live regions; refusals are alerts.',
    tested: states,
  },
} satisfies Record<string, Criterion>;

type Number = keyof typeof criteria;

const everywhere: readonly Number[] = [
  ...(['1.3.1', '1.4.1', '1.4.3', '1.4.10', '1.4.12'] as const),
  ...(['2.1.1', '2.4.3', '2.4.7', '2.5.8', '4.1.3'] as const),
];
const forms: readonly Number[] = ['3.3.1', '3.3.4', '3.3.7'];
const credentials: readonly Number[] = ['1.3.5', '3.3.1', '3.3.8'];

/** What an element has to meet besides what all have to. */
const besides: Readonly<Record<string, readonly Number[]>> = {
  'family-access': ['3.3.1', '3.3.4'],
  'health-summary': ['3.1.2'],
  'med-renewal': [...forms, '3.1.2'],
  'portal-appointments': [...forms, '3.1.2'],
  'portal-demographics': forms,
  'portal-faq': [],
  'portal-help': ['1.3.5'],
  'portal-login': credentials,
  'portal-preferences': [...credentials, '3.3.4', '3.3.7'],
  'portal-recovery': credentials,
  'portal-session': ['2.2.1'],
  'portal-signup': credentials,
  'proxy-switcher': ['3.3.1', '3.3.4'],
  'secure-inbox': [...forms, '3.1.2'],
  'test-results': ['1.1.1', '3.1.2'],
};

/**
 * For each element: criterion, how it is met, how that is tested.
 * @element accessibility-table
 */
export class AccessibilityTable extends LitElement {
  static override styles = guideStyles;

  protected override render() {
    return html`
      ${table('Every element', everywhere)}
      ${[...elements.keys()].map((tag) => {
        const own = besides[tag] ?? [];
        return own.length > 0 ? table(`<${tag}>, besides`, own) : '';
      })}
    `;
  }
}

const table = (caption: string, numbers: readonly Number[]) => html`
  <h3>${caption}</h3>
  <table>
    <thead>
      <tr>
        <th>Criterion</th>
        <th>How it is met</th>
        <th>How it is tested</th>
      </tr>
    </thead>
    <tbody>
      ${[...numbers].sort(byNumber).map((number) => {
        const { name, how, tested } = criteria[number];
        return html`<tr>
          <td>${number} ${name}</td>
          <td>${how}</td>
          <td>${tested}</td>
        </tr>`;
      })}
    </tbody>
  </table>
`;

const byNumber = (one: string, other: string): number =>
  one.localeCompare(other, 'en', { numeric: true });

customElements.define('accessibility-table', AccessibilityTable);
