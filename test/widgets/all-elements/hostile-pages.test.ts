import { expect, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import '../../../src/widgets/med-renewal/define.js';
import '../../../src/widgets/portal-login/define.js';
import '../../../src/widgets/portal-preferences/define.js';
import '../../../src/widgets/secure-inbox/define.js';
import '../../../src/widgets/test-results/define.js';
import { eventually } from '../../../stories/fixtures/support/eventually.js';
import { textOf } from '../../../stories/fixtures/support/query.js';
import { mistakesIn } from '../support/axe.js';
import { mount } from '../support/mount.js';

/** What style sheets of pages do to bare tags, and to what they leave to the browser. */
const pages = {
  'a reset like that of Tailwind': `
    *, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
    html { line-height: 1.5; -webkit-text-size-adjust: 100%; }
    h1, h2, h3, h4, h5, h6 { font-size: inherit; font-weight: inherit; }
    a { color: inherit; text-decoration: inherit; }
    b, strong { font-weight: bolder; }
    ol, ul, menu { list-style: none; }
    img, svg, video { display: block; vertical-align: middle; }
    button, input, select, textarea { font: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1; }
    button { appearance: button; }
  `,
  'everything unset': '* { all: unset; }',
  'a root of 62.5 % and text of 16 pixels':
    'html { font-size: 62.5%; } body { font-size: 1.6rem; }',
  'a theme that insists on its tags': `
    button { border-radius: 0 !important; text-transform: uppercase !important; }
    input { background: #fffbe6 !important; color: #222 !important; }
    a { color: #6b2fa0 !important; }
    h2 { color: #6b2fa0 !important; letter-spacing: 1px !important; }
    .note, .primary, .error, .muted, .field, .hint, .card, .row { display: none !important; }
  `,
} as const;

const elements: readonly [TemplateResult, shows: string, username?: string][] = [
  [html`<portal-login></portal-login>`, 'Password'],
  [html`<portal-preferences></portal-preferences>`, 'Password', 'rosa.delgado'],
  [html`<test-results></test-results>`, 'Showing', 'rosa.delgado'],
  [html`<secure-inbox></secure-inbox>`, 'Messages', 'rosa.delgado'],
  [html`<med-renewal></med-renewal>`, 'Medications', 'rosa.delgado'],
];

/** Adds a style sheet to the page, as its own are. Returns what takes it away. */
const style = (rules: string): (() => void) => {
  const sheet = document.createElement('style');
  sheet.textContent = rules;
  document.head.append(sheet);
  return () => {
    sheet.remove();
  };
};

const mounted = async ([template, shows, username]: (typeof elements)[number]) => {
  const { widget } = await mount<HTMLElement>(
    template,
    username === undefined ? {} : { signedInAs: username },
  );
  await eventually(() => {
    const text = textOf(widget);
    expect(text).to.contain(shows).and.not.contain('Loading…');
  });
  return widget;
};

describe('elements on a page whose styles', () => {
  for (const [name, rules] of Object.entries(pages)) {
    for (const element of elements) {
      it(`are ${name} look much as ever: ${element[0].strings.join('')}`, async () => {
        const widget = await mounted(element);
        const before = widget.getBoundingClientRect().height;
        const undo = style(rules);
        try {
          const after = widget.getBoundingClientRect().height;
          expect(after / before).to.be.within(0.85, 1.15);
          const field = widget.querySelector('input');
          if (field) expect(field.getBoundingClientRect().height).to.be.at.least(44);
        } finally {
          undo();
        }
      });
    }
  }

  for (const element of elements) {
    it(`change letters leave units and names as they are: ${element[0].strings.join('')}`, async () => {
      const undo = style('body { text-transform: lowercase; }'); // mL, mEq, MD
      try {
        expect(getComputedStyle(await mounted(element)).textTransform).to.equal('none');
      } finally {
        undo();
      }
    });
  }

  for (const element of elements) {
    it(`are dark without saying so can be read: ${element[0].strings.join('')}`, async () => {
      const undo = style('body { background: #14181c; color: #e6eaee; }');
      try {
        const widget = await mounted(element);
        await eventually(() => {
          expect(getComputedStyle(widget).colorScheme).to.equal('dark');
        });
        expect(await mistakesIn(widget)).to.deep.equal([]);
      } finally {
        undo();
      }
    });
  }

  it('go dark by a class later are followed', async () => {
    const undo = style('.night body { background: #14181c; color: #e6eaee; }');
    const root = document.documentElement;
    try {
      const widget = await mounted([html`<portal-login></portal-login>`, 'Password']);
      root.className = 'night';
      await eventually(() => {
        expect(getComputedStyle(widget).colorScheme).to.equal('dark');
      });
      root.className = '';
      await eventually(() => {
        expect(getComputedStyle(widget).colorScheme).not.to.equal('dark');
      });
    } finally {
      root.removeAttribute('class');
      undo();
    }
  });
});
