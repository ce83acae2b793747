import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../../src/widgets/health-summary/define.js';
import '../../../src/widgets/med-renewal/define.js';
import '../../../src/widgets/portal-appointments/define.js';
import '../../../src/widgets/test-results/define.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { mount } from '../support/mount.js';

/** What stands in Rosa's record in English. */
const rows: readonly [TemplateResult, words: string][] = [
  [html`<test-results></test-results>`, 'Comprehensive metabolic panel'],
  [
    html`<med-renewal></med-renewal>`,
    'Take 1 tablet every morning with water, 30 minutes before breakfast.',
  ],
  [html`<health-summary></health-summary>`, 'Fibroids of the uterus'],
  [html`<portal-appointments></portal-appointments>`, 'Yearly visit, gynecology'],
];

/** The innermost element with just these words. */
const elementWith = (root: ParentNode, words: string): Element =>
  [...root.querySelectorAll('*')].findLast(({ textContent }) => textContent.trim() === words) ??
  expect.fail(`There is no "${words}".`);

const languageOf = (element: Element): string | undefined =>
  element.closest<HTMLElement>('[lang]')?.lang;

describe('words of the record', () => {
  for (const [template, words] of rows) {
    it(`are told to be English on a Spanish page: ${template.strings.join('')}`, async () => {
      const { widget } = await mount<HTMLElement>(template, {
        signedInAs: 'rosa.delgado',
        locale: 'es',
      });
      const root = widget.shadowRoot ?? widget;
      await eventually(() => {
        expect(languageOf(elementWith(root, words))).to.equal('en');
      });
    });

    it(`are as the rest of an English page: ${template.strings.join('')}`, async () => {
      const { widget } = await mount<HTMLElement>(template, { signedInAs: 'rosa.delgado' });
      const root = widget.shadowRoot ?? widget;
      await eventually(() => {
        expect(languageOf(elementWith(root, words))).to.equal(undefined);
      });
    });
  }
});
